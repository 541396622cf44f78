import type { Caller } from '#backend/access/caller.ts';
import { createClientCare, createStaffCare } from '#backend/care/create-care.ts';
import type { CareDeps } from '#backend/care/deps.ts';
import type { SendingTo, SentCheckIn } from '#backend/care/send-check-in.ts';
import { sendMeasure } from '#backend/care/send-measure.ts';
import { sendOwnForm } from '#backend/care/send-own-form.ts';
import type { Scope } from '#backend/store/store.ts';
import { addDays, dateInZone, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import { formKey } from '#shared/contracts/custom-form.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Result } from '#shared/contracts/result.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { answersFor } from './answers.ts';
import type { Course } from './courses.ts';
import { composeDiary } from './diary.ts';
import { playGoals } from './goals.ts';
import { PRACTICE } from './practice.ts';

const DAY_MS = 86_400_000;
/** What an answer takes a person who reads the question. */
const READING_MS = 4_000;
/** Measures are sent this long before they are answered. */
const SENT_BEFORE_MS = 20 * 60 * 60_000;
const DUE_AFTER_DAYS = 3;
const OPEN_FOR_DAYS = 7;
/** The diary card was composed before its first evening. */
const DIARY_MADE_DAYS = 30;
/** Alerts of older check-ins have been dealt with; the newest ones are still open. */
const ACKNOWLEDGED_BEFORE_DAYS = 21;
/** The clinician's last look lies between the last two check-ins of most courses. */
const LAST_LOOK_DAYS = 13;

/** A measure or a form that can be sent to the client. */
interface Asked {
  /** What the brief counts its responses by. */
  readonly id: string;
  readonly questions: number;
  readonly send: (
    deps: CareDeps,
    scope: Scope,
    to: SendingTo,
  ) => Promise<Result<SentCheckIn, string>>;
}

/** One thing that a client did, in the order in which it happened. */
interface Happening {
  readonly daysAgo: number;
  readonly asked: Asked;
  /** In item order; null for a skipped item. Shorter than what is asked: left unfinished. */
  readonly answers: readonly (number | string | null)[];
}

/** Lets a client live through a course, and the clinician act on what comes in. */
export async function playCourse(
  deps: CareDeps,
  caller: Caller,
  course: Course,
  clientId: ClientId,
): Promise<void> {
  const now = deps.now();
  const all = happenings(
    course,
    await diaryOf(at(deps, before(now, DIARY_MADE_DAYS)), caller, course),
  );
  for (const happening of all) {
    const answeredAt = before(now, happening.daysAgo);
    await answer(deps, caller, happening, { clientId, answeredAt });
    if (happening.daysAgo >= ACKNOWLEDGED_BEFORE_DAYS) {
      await acknowledgeOpen(at(deps, before(answeredAt, -1)), caller, clientId);
    }
  }
  if (course.goals !== undefined) await playGoals(deps, caller, course.goals, clientId);
  const daysAgo = Math.min(LAST_LOOK_DAYS, course.inCareForDays);
  const asOf = before(now, daysAgo);
  const look = { clientId, asOf, responseCounts: responsesUntil(all, daysAgo) };
  await createStaffCare(at(deps, asOf)).markLook(caller, look);
}

/** How often each measure had been sent in by a day. */
function responsesUntil(
  happened: readonly Happening[],
  daysAgo: number,
): Readonly<Record<string, number>> {
  const sentIn = happened.filter(
    (one) => one.daysAgo >= daysAgo && one.answers.length === one.asked.questions,
  );
  const byMeasure = Map.groupBy(sentIn, ({ asked }) => asked.id);
  return Object.fromEntries([...byMeasure].map(([id, all]) => [id, all.length]));
}

function happenings(course: Course, diary: Asked | null): Happening[] {
  const evenings = (course.diary ?? []).flatMap(({ daysAgo, answers }) =>
    diary === null ? [] : [{ daysAgo, asked: diary, answers }],
  );
  const all = course.lines.flatMap(({ instrumentId, points, unfinished = [] }) => {
    const measure = instrument(instrumentId);
    if (measure === null) throw new Error(`unknown measure ${instrumentId}`);
    const asked = measureAsked(measure);
    const finished = points.map((point) => ({
      daysAgo: point.daysAgo,
      asked,
      answers: answersFor(measure, point),
    }));
    const left = unfinished.map(({ daysAgo, answered }) => ({
      daysAgo,
      asked,
      answers: Array.from({ length: answered }, () => 1),
    }));
    return [...finished, ...left];
  });
  return [...all, ...evenings].toSorted((a, b) => b.daysAgo - a.daysAgo);
}

function measureAsked({ id: instrumentId, items }: Instrument): Asked {
  return {
    id: instrumentId,
    questions: items.length,
    send: (deps, scope, to) => sendMeasure(deps, scope, { ...to, instrumentId }),
  };
}

async function diaryOf(deps: CareDeps, caller: Caller, { diary }: Course): Promise<Asked | null> {
  if (diary === undefined) return null;
  const { formId, items } = await composeDiary(deps, caller);
  return {
    id: formKey(formId),
    questions: items.length,
    send: (then, scope, to) => sendOwnForm(then, scope, { ...to, formId }),
  };
}

async function answer(
  deps: CareDeps,
  caller: Caller,
  { asked, answers }: Happening,
  { clientId, answeredAt }: { clientId: ClientId; answeredAt: Instant },
): Promise<void> {
  const sentAt = instantOf(new Date(Date.parse(answeredAt) - SENT_BEFORE_MS));
  const scope = {
    practiceId: caller.practiceId,
    actor: { kind: 'staff', staffId: caller.staffId },
    requestId: caller.requestId,
    now: sentAt,
  } as const;
  const sent = await asked.send(at(deps, sentAt), scope, {
    clientId,
    dueOn: addDays(dateInZone(sentAt, PRACTICE.timeZone), DUE_AFTER_DAYS),
    expiresAt: before(sentAt, -OPEN_FOR_DAYS),
  });
  if (!sent.ok) throw new Error(`${asked.id} could not be sent: ${sent.refusal}`);
  const link = { secret: sent.value.secret, requestId: caller.requestId };
  for (const [index, value] of answers.entries()) {
    const readAt = instantOf(
      new Date(Date.parse(answeredAt) - (answers.length - index) * READING_MS),
    );
    const saved = await createClientCare(at(deps, readAt)).saveAnswer(link, index + 1, value);
    if (!saved.ok) throw new Error(`an answer to ${asked.id} was not saved: ${saved.refusal}`);
  }
  if (answers.length < asked.questions) return;
  const submitted = await createClientCare(at(deps, answeredAt)).submit(link);
  if (!submitted.ok) throw new Error(`${asked.id} was not submitted: ${submitted.refusal}`);
}

async function acknowledgeOpen(deps: CareDeps, caller: Caller, clientId: ClientId): Promise<void> {
  const care = createStaffCare(deps);
  const scope = {
    practiceId: caller.practiceId,
    actor: { kind: 'staff', staffId: caller.staffId },
    requestId: caller.requestId,
    now: deps.now(),
  } as const;
  const open = await deps.store.inPractice(scope, ({ alerts }) => alerts.holdOpenOf(clientId));
  for (const { alertId, latestAt } of open) {
    const seen = { action: 'discussedInSession', seenLatestAt: latestAt } as const;
    await care.acknowledgeAlert(caller, { alertId, ...seen });
  }
}

/** The same dependencies at another time. */
function at(deps: CareDeps, now: Instant): CareDeps {
  return { ...deps, now: () => now };
}

/** The moment some days earlier; later when negative. */
function before(now: Instant, days: number): Instant {
  return instantOf(new Date(Date.parse(now) - days * DAY_MS));
}
