import type { Caller } from '#backend/access/caller.ts';
import { createClientCare, createStaffCare } from '#backend/care/create-care.ts';
import type { CareDeps } from '#backend/care/deps.ts';
import { sendMeasure } from '#backend/care/send-measure.ts';
import { addDays, dateInZone, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { answersFor } from './answers.ts';
import type { Course } from './courses.ts';
import { PRACTICE } from './practice.ts';

const DAY_MS = 86_400_000;
/** What an answer takes a person who reads the question. */
const READING_MS = 4_000;
/** Measures are sent this long before they are answered. */
const SENT_BEFORE_MS = 20 * 60 * 60_000;
const DUE_AFTER_DAYS = 3;
const OPEN_FOR_DAYS = 7;
/** Alerts of older check-ins have been dealt with; the newest ones are still open. */
const ACKNOWLEDGED_BEFORE_DAYS = 21;
/** The clinician's last look lies between the last two check-ins of most courses. */
const LAST_LOOK_DAYS = 13;

/** One thing that a client did, in the order in which it happened. */
interface Happening {
  readonly daysAgo: number;
  readonly measure: Instrument;
  /** In item order; null for a skipped item. Shorter than the measure: left unfinished. */
  readonly answers: readonly (number | null)[];
}

/** Lets a client live through a course, and the clinician act on what comes in. */
export async function playCourse(
  deps: CareDeps,
  caller: Caller,
  course: Course,
  clientId: ClientId,
): Promise<void> {
  const now = deps.now();
  for (const happening of happenings(course)) {
    const answeredAt = before(now, happening.daysAgo);
    await answer(deps, caller, happening, { clientId, answeredAt });
    if (happening.daysAgo >= ACKNOWLEDGED_BEFORE_DAYS) {
      await acknowledgeOpen(at(deps, before(answeredAt, -1)), caller, clientId);
    }
  }
  const daysAgo = Math.min(LAST_LOOK_DAYS, course.inCareForDays);
  const asOf = before(now, daysAgo);
  const look = { clientId, asOf, responseCounts: responsesUntil(course, daysAgo) };
  await createStaffCare(at(deps, asOf)).markLook(caller, look);
}

/** How often each measure had been sent in by a day. */
function responsesUntil(course: Course, daysAgo: number): Readonly<Record<string, number>> {
  const sentIn = happenings(course).filter(
    (one) => one.daysAgo >= daysAgo && one.answers.length === one.measure.items.length,
  );
  const byMeasure = Map.groupBy(sentIn, ({ measure }) => measure.id);
  return Object.fromEntries([...byMeasure].map(([id, all]) => [id, all.length]));
}

function happenings(course: Course): Happening[] {
  const all = course.lines.flatMap(({ instrumentId, points, unfinished = [] }) => {
    const measure = instrument(instrumentId);
    if (measure === null) throw new Error(`unknown measure ${instrumentId}`);
    const finished = points.map((point) => ({
      daysAgo: point.daysAgo,
      measure,
      answers: answersFor(measure, point),
    }));
    const left = unfinished.map(({ daysAgo, answered }) => ({
      daysAgo,
      measure,
      answers: Array.from({ length: answered }, () => 1),
    }));
    return [...finished, ...left];
  });
  return all.toSorted((a, b) => b.daysAgo - a.daysAgo);
}

async function answer(
  deps: CareDeps,
  caller: Caller,
  { measure, answers }: Happening,
  { clientId, answeredAt }: { clientId: ClientId; answeredAt: Instant },
): Promise<void> {
  const sentAt = instantOf(new Date(Date.parse(answeredAt) - SENT_BEFORE_MS));
  const scope = {
    practiceId: caller.practiceId,
    actor: { kind: 'staff', staffId: caller.staffId },
    requestId: caller.requestId,
    now: sentAt,
  } as const;
  const sent = await sendMeasure(at(deps, sentAt), scope, {
    clientId,
    instrumentId: measure.id,
    dueOn: addDays(dateInZone(sentAt, PRACTICE.timeZone), DUE_AFTER_DAYS),
    expiresAt: before(sentAt, -OPEN_FOR_DAYS),
  });
  if (!sent.ok) throw new Error(`${measure.id} could not be sent: ${sent.refusal}`);
  const link = { secret: sent.value.secret, requestId: caller.requestId };
  for (const [index, value] of answers.entries()) {
    const readAt = instantOf(
      new Date(Date.parse(answeredAt) - (answers.length - index) * READING_MS),
    );
    const saved = await createClientCare(at(deps, readAt)).saveAnswer(link, index + 1, value);
    if (!saved.ok) throw new Error(`an answer to ${measure.id} was not saved: ${saved.refusal}`);
  }
  if (answers.length < measure.items.length) return;
  const submitted = await createClientCare(at(deps, answeredAt)).submit(link);
  if (!submitted.ok) throw new Error(`${measure.id} was not submitted: ${submitted.refusal}`);
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
