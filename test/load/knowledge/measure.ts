import { type Aim, below } from '../aims.ts';
import { tell } from '../progress.ts';
import { median, rounded } from '../statistics.ts';
import { aCaseload, type CaseloadTotals, scoreAndAlert, sumAnswers } from './caseload.ts';
import { type LongBriefFigures, measureLongBrief } from './long-brief.ts';

const RESPONSES = 100_000;
const ROUNDS = 5;
const LONG = 500;
const LONG_ROUNDS = 200;

/** Responses per second of one way to go through the caseload: median over rounds. */
export interface CaseloadFigures {
  readonly responses: number;
  /** Scored, judged by every rule with all that came before, alerts worked out. */
  readonly scoredAndAlertedPerSecond: number;
  /** A loop that only adds up the same answers. */
  readonly summedPerSecond: number;
  /** How many times longer than adding up: median of the rounds' own ratios. */
  readonly scoredAndAlertedToSummed: number;
  readonly alertsOpened: number;
}

/** What the clinical knowledge costs without a database or a screen. */
export interface KnowledgeFigures {
  readonly caseload: CaseloadFigures;
  readonly longBrief: LongBriefFigures;
  readonly aims: readonly Aim[];
}

/** Measures the clinical knowledge in this process. `now` is a clock in milliseconds with fractions. */
export function measureKnowledge(now: () => number = () => performance.now()): KnowledgeFigures {
  const caseload = measureCaseload(RESPONSES, ROUNDS, now);
  tell(`Composing from ${LONG} responses, ${LONG_ROUNDS} times ...`);
  const longBrief = measureLongBrief(LONG, LONG_ROUNDS, now);
  const whole = longBrief.interpretMicroseconds + longBrief.composeMicroseconds;
  return {
    caseload,
    longBrief,
    aims: [below('facts of 500 responses to Update, microseconds', whole, 16_000)],
  };
}

/**
 * Goes through one caseload both ways in turn, after a warm-up of both. Throws when one of them did
 * not see every point that the other saw, or when the rules found nothing.
 */
export function measureCaseload(
  responses: number,
  rounds: number,
  now: () => number,
): CaseloadFigures {
  const caseload = aCaseload(responses);
  const timed = (way: () => CaseloadTotals) => {
    const begun = now();
    const totals = way();
    return { totals, seconds: (now() - begun) / 1000 };
  };
  const pairs = Array.from({ length: rounds + 1 }, (_, round) => {
    tell(`Scoring ${responses} responses, ${round === 0 ? 'warm-up' : `round ${round}`} ...`);
    return {
      judged: timed(() => scoreAndAlert(caseload)),
      summed: timed(() => sumAnswers(caseload)),
    };
  });
  for (const { judged, summed } of pairs) {
    if (judged.totals.points !== summed.totals.points) throw new Error('The sums differ.');
    if (judged.totals.alerts === 0) throw new Error('The rules found nothing.');
  }
  const counted = pairs.slice(1);
  return {
    responses,
    scoredAndAlertedPerSecond: rounded(
      responses / median(counted.map(({ judged }) => judged.seconds)),
      0,
    ),
    summedPerSecond: rounded(responses / median(counted.map(({ summed }) => summed.seconds)), 0),
    scoredAndAlertedToSummed: rounded(
      median(counted.map(({ judged, summed }) => judged.seconds / summed.seconds)),
      0,
    ),
    alertsOpened: counted[0]?.judged.totals.alerts ?? 0,
  };
}
