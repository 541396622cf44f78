import type {
  AlertEvidence,
  SafetyPoint,
  ScorePoint,
  ScreenPoint,
} from '#shared/contracts/alert-evidence.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { perWeekInWords, pointsInWords } from '#shared/words/changes.ts';
import { listInWords, scoreInWords } from '#shared/words/measures.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { numberInWords } from '#shared/words/numbers.ts';
import { missedInWords, validityInWords } from './form-evidence-words.ts';
import { bandsInWords, cutOffInWords, thresholdInUse } from './threshold-in-use.ts';

/** How a dated answer or score of a measure is said on a given day. */
export interface Speaker {
  readonly instrumentId: string;
  readonly today: CalendarDate;
}

/** What a rule saw, in sentences: answers and scores with their dates, and the threshold used. */
export function evidenceInWords(evidence: AlertEvidence, speaker: Speaker): string {
  if (evidence.kind === 'missed') return missedInWords(evidence, speaker.today);
  if (evidence.kind === 'validity') return validityInWords(evidence, speaker.today);
  if (evidence.kind === 'safetyAnswer') {
    return `${answer(evidence.now, speaker)} ${before(evidence.before, speaker)}`;
  }
  if (evidence.kind === 'screen') {
    const was = evidence.before === null ? '' : ` Before: ${found(evidence.before, speaker)}.`;
    return `Found: ${found(evidence.now, speaker)}.${was}`;
  }
  if (evidence.kind === 'rises' || evidence.kind === 'slope') return runWords(evidence, speaker);
  if (evidence.kind === 'coupleGap') return gapWords(evidence, speaker);
  return `${pair(evidence, speaker)}${yardstick(evidence, speaker)}.`;
}

/** A dated score: `17/27 on 19 Nov`. */
export function said(point: ScorePoint, { instrumentId, today }: Speaker): string {
  return `${scoreInWords(instrumentId, point.displayed)} on ${dateSeenFrom(point.on, today)}`;
}

function runWords(
  evidence: Extract<AlertEvidence, { run: readonly ScorePoint[] }>,
  speaker: Speaker,
): string {
  const scores = listInWords(evidence.run.map((point) => said(point, speaker)));
  const threshold = thresholdInUse(evidence.threshold, speaker.instrumentId);
  if (evidence.kind === 'rises') {
    return `${scores}: ${pointsInWords(evidence.points)} in all (${threshold}).`;
  }
  const week = perWeekInWords(evidence.perWeek) ?? 'less than 0.1 points per week';
  const error = numberInWords(evidence.standardError);
  return `${scores}: ${week}, standard error ${error} (${threshold} from end to end).`;
}

function gapWords(
  { one, other, gap, threshold }: Extract<AlertEvidence, { kind: 'coupleGap' }>,
  speaker: Speaker,
): string {
  const apart = numberInWords(Math.abs(gap));
  const limit = thresholdInUse(threshold, speaker.instrumentId);
  return `${said(one, speaker)} and ${said(other, speaker)}: ${apart} points apart (${limit}).`;
}

/** What two scores were held against. */
function yardstick(
  evidence: Extract<AlertEvidence, { from: ScorePoint }>,
  speaker: Speaker,
): string {
  const { instrumentId, today } = speaker;
  if (evidence.kind === 'cutOff') return `; ${cutOffInWords(evidence.cutOff, instrumentId)}`;
  if (evidence.kind === 'band') return `; ${bandsInWords(evidence, instrumentId)}`;
  if (evidence.kind === 'milestone' && evidence.which === 'remission') {
    const below = evidence.threshold === null ? '' : ` (below ${evidence.threshold})`;
    return `; remission${below}`;
  }
  if (evidence.kind === 'notOnTrack' && evidence.published !== null) {
    return `; published for week ${evidence.published.week}: ${evidence.published.score}`;
  }
  const threshold =
    evidence.threshold === null ? [] : [thresholdInUse(evidence.threshold, instrumentId)];
  const start =
    evidence.kind === 'relapse'
      ? `; baseline ${said(evidence.baseline, { instrumentId, today })}`
      : '';
  return `${start} (${[...threshold, ...spanWords(evidence)].join('; ')})`;
}

/** How long it has gone on, where the rule asks for that. */
function spanWords(evidence: Extract<AlertEvidence, { from: ScorePoint }>): string[] {
  if (evidence.kind === 'nonResponse') {
    return [`${evidence.count} measurements in ${Math.round(evidence.weeks)} weeks`];
  }
  if (evidence.kind !== 'notOnTrack') return [];
  const { count, percentBetter } = evidence;
  const share = percentBetter === null ? [] : [percentInWords(percentBetter)];
  return [...share, `${count} measurements`];
}

/** `12 % better`; improvement below nothing is a worsening. */
export function percentInWords(percentBetter: number): string {
  const whole = Math.round(percentBetter);
  return `${Math.abs(whole)} % ${whole < 0 ? 'worse' : 'better'}`;
}

function found({ label, on }: ScreenPoint, { today }: Speaker): string {
  return `“${label}”, ${dateSeenFrom(on, today)}`;
}

function answer(point: SafetyPoint, { today }: Speaker): string {
  const on = dateSeenFrom(point.on, today);
  return point.label === null
    ? `Left unanswered on ${on}. A blank is not a “no”.`
    : `“${point.label}”, ${on}.`;
}

function before(point: SafetyPoint | null, { today }: Speaker): string {
  if (point === null) return 'No answer in the 60 days before.';
  const on = dateSeenFrom(point.on, today);
  return point.label === null ? `Before: unanswered, ${on}.` : `Before: “${point.label}”, ${on}.`;
}

function pair({ from, to }: { from: ScorePoint; to: ScorePoint }, speaker: Speaker): string {
  // The rule compared unrounded totals; the points are those between the numbers that are shown.
  const about = isRounded(from) || isRounded(to) ? 'about ' : '';
  const points = `${about}${pointsInWords(to.displayed - from.displayed)}`;
  return `${said(to, speaker)}; ${said(from, speaker)}: ${points}`;
}

function isRounded({ total, displayed }: ScorePoint): boolean {
  return total !== displayed;
}
