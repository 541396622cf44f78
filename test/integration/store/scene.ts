import { v7 } from 'uuid';
import type { AuditEvent } from '#backend/audit/events.ts';
import type { Acknowledging } from '#backend/store/alerts.ts';
import type { CareRepositories, Scope, Store } from '#backend/store/store.ts';
import type { AlertChange } from '#shared/alerts/merge.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { FormId } from '#shared/contracts/custom-form.ts';
import type {
  AdministrationId,
  ClientId,
  PracticeId,
  ResponseId,
  StaffId,
} from '#shared/contracts/ids.ts';
import type { Answers, Score } from '#shared/contracts/response.ts';
import { scopeOf } from '#test/support/database.ts';

/** A practice with one clinician and one client in the clinician's caseload. */
export interface Scene {
  readonly practiceId: PracticeId;
  readonly staffId: StaffId;
  readonly clientId: ClientId;
  /** The clinician's scope, at a moment. */
  readonly at: (now: string) => Scope;
  /** Runs work as the clinician at the scene's moment. */
  readonly run: <T>(work: (care: CareRepositories) => Promise<T>) => Promise<T>;
}

export const NOW = '2026-11-20T18:58:00.000Z' as Instant;

/** Sets a practice up, with an invented clinician and client. */
export async function setScene(store: Store, name = 'Cedar Practice'): Promise<Scene> {
  const practiceId = v7() as PracticeId;
  const staffId = v7() as StaffId;
  const clientId = v7() as ClientId;
  await store.inPractice(scopeOf(practiceId), async (care) => {
    await care.practice.create({ name, timeZone: 'America/Chicago' });
    await care.staff.add({ staffId, displayName: 'Ines Kwon', role: 'clinician', active: true });
    await addClient(care, clientId, 'Rosalind Achterberg');
    await care.caseload.assign(staffId, clientId);
  });
  const at = (now: string) =>
    scopeOf(practiceId, { actor: { kind: 'staff', staffId }, now: now as Instant });
  return { practiceId, staffId, clientId, at, run: (work) => store.inPractice(at(NOW), work) };
}

/** Adds an invented client. */
export async function addClient(
  care: CareRepositories,
  clientId: ClientId,
  displayName: string,
  otherNames: readonly string[] = [],
): Promise<void> {
  await care.clients.add({
    clientId,
    displayName,
    otherNames: [...otherNames],
    birthDate: '1988-04-12' as CalendarDate,
    inCareSince: '2026-03-02' as CalendarDate,
  });
}

/** Sends a PHQ-9 to a client, open until 2030. */
export async function sendMeasure(
  care: CareRepositories,
  clientId: ClientId,
  over: {
    readonly dueOn?: string;
    readonly instrumentId?: string;
    readonly expiresAt?: string;
    readonly instrumentVersion?: number;
    readonly formId?: FormId;
  } = {},
): Promise<AdministrationId> {
  const administrationId = v7() as AdministrationId;
  await care.administrations.send({
    administrationId,
    clientId,
    ...(over.formId === undefined ? {} : { formId: over.formId }),
    instrumentId: over.instrumentId ?? 'phq-9',
    instrumentVersion: over.instrumentVersion ?? 1,
    dueOn: (over.dueOn ?? '2026-11-23') as CalendarDate,
    expiresAt: (over.expiresAt ?? '2030-01-01T00:00:00.000Z') as Instant,
  });
  return administrationId;
}

/** Nine answers that add up to the total, as far as 27 allows. */
export function answersOf(total: number): Answers {
  return Array.from({ length: 9 }, (_, index) => Math.max(0, Math.min(3, total - 3 * index)));
}

/** A score of that total. */
export function scoreOf(total: number): Score {
  return {
    status: 'scored',
    total,
    displayed: total,
    band: 'moderate',
    prorated: false,
    missingItems: [],
    subscales: [],
    safety: [],
  };
}

/** Sends and submits a measure with that total, or with another score. */
export async function respond(
  care: CareRepositories,
  clientId: ClientId,
  total: number,
  over: {
    readonly answeredOn?: string;
    readonly answers?: Answers;
    readonly score?: Score;
    readonly instrumentId?: string;
    readonly instrumentVersion?: number;
  } = {},
): Promise<ResponseId> {
  const administrationId = await sendMeasure(care, clientId, over);
  const submission = await care.responses.submit(administrationId, {
    answeredOn: (over.answeredOn ?? '2026-11-20') as CalendarDate,
    answers: over.answers ?? answersOf(total),
    score: over.score ?? scoreOf(total),
  });
  if (!submission.ok) throw new Error('the measure was closed');
  return submission.value.response.responseId;
}

/** Terms as somebody read them before confirming. */
export function termsRead(termsHash = 'a'.repeat(64)) {
  const terms = {
    permission: 'An invented permission.',
    attribution: 'An invented attribution.',
    sources: ['an invented source'],
    statement: 'An invented sentence.',
  };
  return { termsHash, terms };
}

/** An alert to be opened: rule S1, a newly positive safety item. */
export function opening(): Extract<AlertChange, { change: 'open' }> {
  const now = {
    responseId: v7() as ResponseId,
    on: '2026-11-20' as CalendarDate,
    value: 1,
    label: 'Several days',
  };
  return {
    change: 'open',
    rule: 'S1',
    ruleVersion: 1,
    parameters: {},
    instrumentId: 'phq-9',
    tier: 'emergency',
    openedAt: NOW,
    latestAt: NOW,
    evidence: [{ kind: 'safetyAnswer', item: 9, now, before: null }],
  };
}

/** An acknowledgement by somebody who saw the alert of {@link opening} as it was opened. */
export function seenAs(action: string): Acknowledging {
  const words = 'Contacted the client';
  return { action, protocolVersion: 0, words, sentence: null, seenLatestAt: opening().latestAt };
}

/** The event of a brief that is read. */
export function briefRead(clientId: ClientId): AuditEvent {
  return { action: 'brief.read', clientId, subject: {} };
}
