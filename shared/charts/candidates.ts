import type { CalendarDate } from '../contracts/calendar.ts';
import type { ExternalPoint } from '../contracts/care-event.ts';
import { EHR_NAMES } from '../contracts/ehr.ts';
import type { DatedScore, MeasureTrend } from '../contracts/measure-line.ts';
import type { LinePoint } from '../contracts/observation.ts';
import { inOrder } from '../trajectory/order.ts';
import type { ChartContext, LaterScore } from './context.ts';
import type { MarkShape } from './instructions.ts';

/** An answer that may be drawn, before it has a place. */
export interface Candidate {
  readonly key: string;
  readonly shape: MarkShape;
  readonly on: CalendarDate;
  /** What its height is; null on the ground. */
  readonly displayed: number | null;
  /** What was found, on a screen. */
  readonly finding: DatedScore['finding'];
  /** Null for what is no response that counts: external, superseded, later. */
  readonly score: DatedScore | null;
  /** Answers with the same number are joined by a line. */
  readonly run: number;
  readonly overlapsRecall: boolean;
  readonly isAfterSession: boolean;
  /** What has to be known of it where there is no `score`; empty otherwise. */
  readonly remark: string;
}

/** Everything that could be drawn of a line, oldest first. */
export function candidatesOf(trend: MeasureTrend, context: ChartContext): readonly Candidate[] {
  const others = [
    ...trend.external.map(externalCandidate),
    ...supersededCandidates(trend),
    ...context.later.flatMap(laterCandidate),
  ];
  return [...lineCandidates(trend), ...others]
    .map((candidate) => ({
      ...candidate,
      isAfterSession: context.sessionOn !== null && candidate.on > context.sessionOn,
    }))
    .toSorted((one, other) => inOrder(one.on, other.on));
}

/** What joins answers to a line: each break begins a new run. */
interface Joining {
  run: number;
  episode: number | null;
}

function lineCandidates(trend: MeasureTrend): Omit<Candidate, 'isAfterSession'>[] {
  const scores = new Map(trend.scores.map((score) => [score.responseId, score]));
  const joining: Joining = { run: 0, episode: null };
  return trend.trajectory.points.flatMap((point, place) => {
    const score = scores.get(point.responseId);
    if (score === undefined) return [];
    const { on, overlapsRecall } = point;
    const { displayed, finding } = score;
    const before = trend.trajectory.points[place - 1];
    const isAfterOmission = before !== undefined && isBeforeHeld(before, trend);
    const run = nextRun(joining, point, isAfterOmission);
    const shape = shapeOf(point, score);
    const key = point.responseId;
    return [{ key, shape, on, displayed, finding, score, run, overlapsRecall, remark: '' }];
  });
}

/** Whether answers may have been left out after a point. */
function isBeforeHeld({ on }: LinePoint, { heldSince }: MeasureTrend): boolean {
  return heldSince !== null && on < heldSince;
}

/** Advances to the run of a point. A point of a day that another one counts for breaks nothing. */
function nextRun(joining: Joining, point: LinePoint, isAfterOmission: boolean): number {
  const isNewEpisode = joining.episode !== null && joining.episode !== point.episode;
  if (isNewEpisode || isAfterOmission || point.use === 'unscored') joining.run += 1;
  joining.episode = point.episode;
  return joining.run;
}

/** Answers on the server that are not shown. */
export function leftOutCount({ scores, totalCount, otherVersionCount }: MeasureTrend): number {
  return Math.max(0, totalCount - scores.length - otherVersionCount);
}

function shapeOf(point: LinePoint, { finding }: DatedScore): MarkShape {
  if (finding !== null) return 'finding';
  if (point.use === 'unscored') return 'unscored';
  return point.use === 'sameDay' ? 'sameDay' : 'score';
}

/** What is no response that counts joins nothing. */
const APART = { finding: null, score: null, run: -1, overlapsRecall: false } as const;

function externalCandidate(
  { on, displayed, shownBy }: ExternalPoint,
  place: number,
): Omit<Candidate, 'isAfterSession'> {
  const remark = `shown by ${EHR_NAMES[shownBy]}, judged by nothing here`;
  return { ...APART, key: `external ${place}`, shape: 'external', on, displayed, remark };
}

function supersededCandidates({ trajectory }: MeasureTrend): Omit<Candidate, 'isAfterSession'>[] {
  const remark = 'corrected since, no longer counted';
  return trajectory.superseded.flatMap(({ responseId: key, on, displayed }) =>
    displayed === null ? [] : [{ ...APART, key, shape: 'superseded', on, displayed, remark }],
  );
}

function laterCandidate(
  { on, displayed }: LaterScore,
  place: number,
): Omit<Candidate, 'isAfterSession'>[] {
  if (displayed === null) return [];
  const remark = 'after the session, not part of its data';
  return [{ ...APART, key: `later ${place}`, shape: 'later', on, displayed, remark }];
}
