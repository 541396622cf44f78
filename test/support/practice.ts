import type { Role } from '#backend/access/caller.ts';
import { sendMeasure } from '#backend/care/send-measure.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { addDays, dateInZone, instantOf, type TimeZone } from '#shared/contracts/calendar.ts';
import type { ClientId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { EXTENSION, PUBLIC_URL, type TestBackend } from './backend.ts';
import { scopeOf } from './database.ts';

const TIME_ZONE: TimeZone = 'America/Chicago';
const PASSWORD = 'correct horse battery staple';
const DAY = 86_400_000;

/** Somebody who works in an invented practice, signed in. */
export interface SignedIn {
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
  /** The console's cookie. */
  readonly cookie: string;
}

let counted = 0;

/** An invented practice. */
export async function aPractice(backend: TestBackend, name = 'Elm Street'): Promise<PracticeId> {
  return backend.setup.createPractice({ name, timeZone: TIME_ZONE });
}

/** A member of staff, signed in at the console, whose session token also serves as bearer. */
export async function aStaffMember(
  backend: TestBackend,
  practiceId: PracticeId,
  role: Role = 'clinician',
): Promise<SignedIn> {
  counted += 1;
  const email = `staff${counted}@elm-street.example`;
  const displayName = `Staff ${counted}`;
  const added = await backend.setup.addStaff(practiceId, {
    displayName,
    role,
    email,
    password: PASSWORD,
  });
  if (!added.ok) throw new Error(added.refusal);
  const cookie = await signInCookie(backend, email, PASSWORD);
  const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
  return { staffId: added.value, displayName, email, password: PASSWORD, token, cookie };
}

/** Signs in at the console's page and returns the cookie. */
export async function signInCookie(
  backend: TestBackend,
  email: string,
  password: string,
): Promise<string> {
  const reply = await submitForm(backend, '/sign-in', { email, password });
  if (reply.status !== 303) throw new Error(`sign-in was answered with ${reply.status}`);
  return (reply.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

/** Signs in at the console's page from an address on the network. */
export async function signInFrom(
  backend: TestBackend,
  { email, password }: Pick<SignedIn, 'email' | 'password'>,
  source: string,
): Promise<Response> {
  return submitForm(backend, '/sign-in', { email, password }, { 'x-forwarded-for': source });
}

/** An invented client in the caseload of a clinician. */
export async function aClient(
  backend: TestBackend,
  practiceId: PracticeId,
  clinician: SignedIn,
  over: { displayName?: string; birthDate?: string } = {},
): Promise<ClientId> {
  return backend.setup.addClient(
    practiceId,
    {
      displayName: over.displayName ?? 'Jordan Avery',
      otherNames: [],
      birthDate: (over.birthDate ?? '1991-03-14') as CalendarDate,
      inCareSince: '2026-01-07' as CalendarDate,
    },
    [clinician.staffId],
  );
}

/** Sends a measure to a client; the value is the path of the link, `/m/<secret>`. */
export async function aLink(
  backend: TestBackend,
  practiceId: PracticeId,
  clientId: ClientId,
  instrumentId = 'phq9',
): Promise<string> {
  const now = instantOf(backend.clock.now);
  const scope = {
    practiceId,
    actor: { kind: 'system', name: 'test' },
    requestId: 'test',
    now,
  } as const;
  const sent = await sendMeasure(backend.care, scope, {
    clientId,
    instrumentId,
    dueOn: addDays(dateInZone(now, TIME_ZONE), 3),
    expiresAt: instantOf(new Date(backend.clock.now.getTime() + 7 * DAY)),
  });
  if (!sent.ok) throw new Error(sent.refusal);
  return entered(backend, { practiceId, clientId }, `/m/${sent.value.secret}`);
}

/** Passes that were given out, by the link's path: what a client's browser keeps. */
const passes = new Map<string, string>();

/** Gives the client's birth date for a link, once, as a client does; the value is the link's path. */
export async function entered(
  backend: TestBackend,
  { practiceId, clientId }: { readonly practiceId: PracticeId; readonly clientId: ClientId },
  link: string,
): Promise<string> {
  const client = await backend.care.store.inPractice(scopeOf(practiceId), ({ clients }) =>
    clients.find(clientId),
  );
  if (client === null) throw new Error('there is no such client');
  const reply = await submitForm(backend, `${link}/birth-date`, bornFields(client.birthDate));
  if (reply.status !== 303) throw new Error(`the birth date was answered with ${reply.status}`);
  return link;
}

/** What somebody born on a day fills in. */
export function bornFields(birthDate: string): Record<string, string> {
  const [year = '', month = '', day = ''] = birthDate
    .split('-')
    .map((part) => String(Number(part)));
  return { at: '', month, day, year };
}

/** The cookie that goes along with a request below a link's address; none elsewhere. */
export function passHeader(path: string): Readonly<Record<string, string>> {
  const cookie = passes.get(linkIn(path));
  return cookie === undefined ? {} : { cookie };
}

function linkIn(path: string): string {
  return path.split(/[/?]/).slice(0, 3).join('/');
}

/** Keeps the pass of a reply, as a browser does. */
function keepPass(path: string, reply: Response): Response {
  const given = reply.headers.getSetCookie().find((one) => one.startsWith('pass='));
  if (given !== undefined) passes.set(linkIn(path), given.split(';')[0] ?? '');
  return reply;
}

/** Submits a form as a browser does from the backend's own page. */
export async function submitForm(
  backend: TestBackend,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const reply = await backend.app.request(new URL(path, PUBLIC_URL), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      // What a browser sends under `Referrer-Policy: no-referrer`.
      origin: 'null',
      'sec-fetch-site': 'same-origin',
      ...passHeader(path),
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  });
  return keepPass(path, reply);
}

/** Opens a page. */
export async function openPage(
  backend: TestBackend,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const reply = await backend.app.request(new URL(path, PUBLIC_URL), {
    headers: { ...passHeader(path), ...headers },
  });
  return keepPass(path, reply);
}

/** What an answer takes a person who reads the question, in milliseconds. */
const READING = 4_000;

/** Answers items from 1 on and sends them. `null` skips. The value is the last reply. */
export async function answerAndSend(
  backend: TestBackend,
  link: string,
  answers: readonly (number | null)[],
): Promise<Response> {
  for (const [index, value] of answers.entries()) {
    backend.clock.pass(READING);
    await submitForm(backend, `${link}/q/${index + 1}`, { answer: String(value ?? 'skip') });
  }
  return submitForm(backend, `${link}/submit`, {});
}

/** Calls a procedure as the extension does. */
export async function call(
  backend: TestBackend,
  procedure: string,
  input: unknown,
  token: string | null,
): Promise<Response> {
  return backend.app.request(new URL(`/rpc/${procedure}`, PUBLIC_URL), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: EXTENSION,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(input === undefined ? {} : { body: JSON.stringify(input) }),
  });
}

/** The value that a procedure returned; throws on a refusal. */
export async function valueOf<Value>(reply: Response): Promise<Value> {
  const body = (await reply.json()) as { result?: { data: Value }; error?: { message: string } };
  if (body.result === undefined) throw new Error(`refused: ${reply.status}`);
  return body.result.data;
}
