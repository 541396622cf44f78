import type { CalendarDate, Instant } from '../contracts/calendar.ts';
import type { ExternalPoint } from '../contracts/care-event.ts';
import type { CareFacts } from '../contracts/episode.ts';
import type { Measure } from '../contracts/measure.ts';
import type { DatedScore, MeasureTrend } from '../contracts/measure-line.ts';
import type { LinePoint, MeasuredPoint } from '../contracts/observation.ts';
import type { MeasureFacts } from '../contracts/trajectory.ts';
import { byDay, newestRevisions } from '../trajectory/corrections.ts';
import { trajectory } from '../trajectory/trajectory.ts';
import { displayedChange } from './change.ts';
import { type LineSource, PLAIN } from './sources.ts';
import { withoutUnseen } from './unseen.ts';

/** What all lines of a client are read with. */
export interface LineContext {
  readonly care: CareFacts;
  readonly lastLookedAt: Instant | null;
  readonly external: readonly ExternalPoint[];
  /** From when on all answers to a form are at hand, by its id. */
  readonly held: ReadonlyMap<string, CalendarDate>;
}

/**
 * Interprets one line. Everything that is judged comes from its {@link MeasureTrend.trajectory}; the
 * rest names the same points as people see them. A version that this build doesn't hold is judged by
 * nothing.
 */
export function measureLine(source: LineSource, context: LineContext): MeasureTrend | null {
  const { measureId, instrumentId, name, role, observations, count } = source;
  const newest = newestRevisions(observations).current.toSorted(byDay).at(-1);
  if (newest === undefined) return null;
  const measure = source.measure?.version === newest.version ? source.measure : null;
  const heldSince = context.held.get(instrumentId) ?? null;
  const whole = trajectory(observations, measure ?? unjudged(source), { care: context.care });
  const line = withoutUnseen(whole, heldSince);
  const scores = line.points.map((point) => datedScore(point, source, context.lastLookedAt));
  const latest = scores.at(-1);
  if (latest === undefined) return null;
  const find = (point: MeasuredPoint | null) =>
    point === null
      ? null
      : (scores.find(({ responseId }) => responseId === point.responseId) ?? null);
  const threshold = measure?.reliableChange ?? null;
  return {
    measureId,
    instrumentId,
    name,
    role,
    measure,
    scores,
    totalCount: count - line.superseded.length,
    heldSince,
    otherVersionCount: line.otherForms.length,
    trajectory: line,
    baseline: find(line.baseline),
    previous: find(latest.responseId === line.latest?.responseId ? line.previous : line.latest),
    latest,
    sinceBaseline: displayedChange(line.sinceBaseline, { latest, threshold, find }),
    sincePrevious: displayedChange(line.sincePrevious, { latest, threshold, find }),
    external: context.external.filter((point) => point.measureId === measureId),
  };
}

/** Facts by which nothing is judged. Findings of a screen are not made for change either. */
function unjudged({ role, recallDays }: LineSource): MeasureFacts {
  return {
    direction: 'higherWorse',
    recall: { label: '', days: recallDays },
    cutOffs: [],
    reliableChange: null,
    minimallyImportant: [],
    outcome: null,
    nonResponse: [],
    trend: role !== 'screen',
  } satisfies Partial<Measure>;
}

function datedScore(
  point: LinePoint,
  { details }: LineSource,
  lastLookedAt: Instant | null,
): DatedScore {
  const { responseId, on, submittedAt, overlapsRecall } = point;
  const scored = point.use === 'unscored' ? null : point;
  return {
    responseId,
    on,
    submittedAt,
    total: scored?.total ?? null,
    displayed: scored?.displayed ?? null,
    band: scored?.band ?? null,
    ...(details.get(responseId) ?? PLAIN),
    isNew: isAfter(submittedAt, lastLookedAt),
    overlapsRecall,
  };
}

/** Whether something came after the last look; everything did when there was none. */
export function isAfter(at: Instant, lastLookedAt: Instant | null): boolean {
  return lastLookedAt === null || Date.parse(at) > Date.parse(lastLookedAt);
}
