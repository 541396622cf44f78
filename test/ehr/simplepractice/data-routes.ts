import { PEOPLE } from '../people.ts';
import { EMPTY_REPLY, jsonReply } from '../server/replies.ts';
import type { PageReply, PageRequest } from '../server/secure-server.ts';
import type {
  AppointmentView,
  CalendarEntry,
  ClientView,
  HeaderClient,
  HeaderView,
  NoteChange,
  TimelineEntry,
} from './api.ts';
import { type Appointment, CLIENTS } from './records.ts';
import type { Practice } from './routes.ts';
import { record } from './state.ts';
import { DEFAULT_TEMPLATE, TEMPLATES, templateNamed } from './templates.ts';

const NOT_FOUND = jsonReply({ error: 'not found' }, 404);

type Answer = (practice: Practice, id: string, request: PageRequest) => Promise<PageReply>;

const ROUTES: readonly (readonly [method: string, path: RegExp, answer: Answer])[] = [
  ['GET', /^\/frontend\/clients$/, async () => jsonReply(CLIENTS)],
  ['GET', /^\/frontend\/templates$/, async () => jsonReply(TEMPLATES)],
  ['GET', /^\/frontend\/calendar$/, calendar],
  ['GET', /^\/frontend\/headers\/appointments\/(\d{10})$/, appointmentHeader],
  ['GET', /^\/frontend\/headers\/clients\/([0-9a-f]{16})$/, clientHeader],
  ['GET', /^\/frontend\/appointments\/(\d{10})$/, appointmentBody],
  ['GET', /^\/frontend\/clients\/([0-9a-f]{16})$/, clientBody],
  ['GET', /^\/frontend\/clients\/([0-9a-f]{16})\/measures$/, scoredMeasures],
  ['PATCH', /^\/frontend\/notes\/(\d{10})$/, saveNote],
  ['POST', /^\/frontend\/notes\/(\d{10})\/lock$/, lockNote],
  ['POST', /^\/frontend\/notes\/(\d{10})\/unlock$/, unlockNote],
];

/** Answers the page's data requests. */
export async function answerData(practice: Practice, request: PageRequest): Promise<PageReply> {
  for (const [method, path, answer] of ROUTES) {
    const match = path.exec(request.path);
    if (match !== null && method === request.method) {
      return answer(practice, match[1] ?? '', request);
    }
  }
  return NOT_FOUND;
}

function appointmentOf(practice: Practice, id: string): Appointment | undefined {
  return practice.appointments.find((appointment) => appointment.id === id);
}

async function calendar({ appointments, appearance }: Practice): Promise<PageReply> {
  const entries: CalendarEntry[] = appointments
    .filter((appointment) => appointment.date === appearance.today)
    .map((appointment) => ({
      ...appointment,
      title: appointment.clients.map((client) => client.name).join(' & '),
    }));
  return jsonReply(entries);
}

async function appointmentHeader(practice: Practice, id: string): Promise<PageReply> {
  await practice.gates.header.pass();
  const appointment = appointmentOf(practice, id);
  if (appointment === undefined) return NOT_FOUND;
  const { date, time } = appointment;
  const clients = appointment.clients.map((client) => asShown(practice, client));
  return jsonReply({ clients, appointment: { id, date, time } } satisfies HeaderView);
}

async function clientHeader(practice: Practice, hash: string): Promise<PageReply> {
  await practice.gates.header.pass();
  const clients = CLIENTS.filter((client) => client.hash === hash);
  if (clients.length === 0) return NOT_FOUND;
  const shown = clients.map((client) => asShown(practice, client));
  return jsonReply({ clients: shown, appointment: null } satisfies HeaderView);
}

/** A record as the header shows it today: it may have been renamed, merged or mistyped. */
function asShown({ state }: Practice, client: HeaderClient): HeaderClient {
  return { ...client, ...state.shown[client.hash] };
}

async function appointmentBody(practice: Practice, id: string): Promise<PageReply> {
  await practice.gates.body.pass();
  if (appointmentOf(practice, id) === undefined) return NOT_FOUND;
  const { state, appearance } = practice;
  const view: AppointmentView = {
    id,
    template: state.templates[id] ?? DEFAULT_TEMPLATE,
    answers: state.notes[id] ?? {},
    psychotherapy: state.psychotherapyNotes[id] ?? null,
    locked: state.locked.has(id),
    mayUnlock: appearance.mayUnlock,
    lastNote: lastNoteBefore(practice, id),
    history: state.history[id] ?? [],
  };
  return jsonReply(view);
}

/** The first answer of the newest earlier note of the appointment's first client. */
function lastNoteBefore({ appointments, state }: Practice, id: string): string | null {
  const current = appointments.find((appointment) => appointment.id === id);
  const hash = current?.clients[0]?.hash;
  const earlier = appointments
    .filter(({ clients }) => clients.some((client) => client.hash === hash))
    .filter(({ date }) => date < (current?.date ?? ''))
    .toSorted((one, other) => other.date.localeCompare(one.date))[0];
  return earlier === undefined ? null : (state.notes[earlier.id]?.['1']?.lines ?? null);
}

async function clientBody(practice: Practice, hash: string): Promise<PageReply> {
  await practice.gates.body.pass();
  const client = CLIENTS.find((candidate) => candidate.hash === hash);
  if (client === undefined) return NOT_FOUND;
  const individual = PEOPLE.find((one) => one.simplepractice.hash === hash);
  const view: ClientView = {
    client,
    legalName: individual?.legalName ?? null,
    timeline: practice.appointments
      .filter((appointment) => appointment.clients.some((one) => one.hash === hash))
      .toSorted((one, other) => other.date.localeCompare(one.date))
      .map((appointment) => timelineEntry(practice, appointment)),
  };
  return jsonReply(view);
}

async function scoredMeasures(practice: Practice, hash: string): Promise<PageReply> {
  await practice.gates.body.pass();
  return jsonReply(practice.measures[hash] ?? []);
}

function timelineEntry({ state }: Practice, appointment: Appointment): TimelineEntry {
  const template = state.templates[appointment.id] ?? DEFAULT_TEMPLATE;
  const answers = state.notes[appointment.id] ?? {};
  return {
    appointmentId: appointment.id,
    date: appointment.date,
    template,
    locked: state.locked.has(appointment.id),
    parts: templateNamed(template).questions.flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined ? [] : [{ question: question.text, text: answer.text }];
    }),
  };
}

async function saveNote({ state }: Practice, id: string, request: PageRequest): Promise<PageReply> {
  if (state.locked.has(id)) return jsonReply({ error: 'locked' }, 422);
  const change = JSON.parse(request.body) as NoteChange;
  state.templates[id] = change.template;
  state.notes[id] = { ...change.answers };
  if (change.psychotherapy !== null) state.psychotherapyNotes[id] = change.psychotherapy;
  record(state, id, state.history[id] === undefined ? 'Created' : 'Edited');
  return EMPTY_REPLY;
}

async function lockNote({ state }: Practice, id: string): Promise<PageReply> {
  state.locked.add(id);
  record(state, id, 'Locked');
  return EMPTY_REPLY;
}

async function unlockNote({ state, appearance }: Practice, id: string): Promise<PageReply> {
  if (!appearance.mayUnlock) return jsonReply({ error: 'not permitted' }, 403);
  state.locked.delete(id);
  record(state, id, 'Unlocked');
  return EMPTY_REPLY;
}
