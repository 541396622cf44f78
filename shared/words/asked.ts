import type { RuleParameters } from '../contracts/alert.ts';
import type { AlertEvidence } from '../contracts/alert-evidence.ts';
import type { Measure } from '../contracts/measure.ts';
import type { ReliableChangeValue } from '../contracts/thresholds.ts';

/** What is said of the half that some rules ask for. */
const HALVING = 'halving it is Throughline’s own proposal';

/**
 * What a rule asked for when it fired: `6 points, the reliable-change value (published)`, `3 points,
 * half the reliable-change value of 6 (halving it is Throughline’s own proposal)`, `less than 2
 * seconds an answer`. Numbers are the evidence's own, as they were used, or among the rule's
 * `parameters` of the time. Null for what was answered or found, which asks for nothing more, and
 * where the measure has no reliable-change value.
 */
export function askedInWords(
  evidence: AlertEvidence,
  { reliableChange }: Pick<Measure, 'reliableChange'>,
  parameters: RuleParameters,
): string | null {
  if (evidence.kind === 'missed') return missedAsked(parameters);
  if (evidence.kind === 'validity') return validityAsked(evidence);
  if (evidence.kind === 'notOnTrack') return progressAsked(evidence, parameters);
  if (evidence.kind === 'nonResponse') return responseAsked(evidence, parameters);
  if (evidence.kind === 'milestone' && evidence.which === 'remission') {
    return `a score below ${evidence.threshold}, remission`;
  }
  return 'threshold' in evidence ? changeAsked(evidence.threshold, reliableChange) : null;
}

function changeAsked(threshold: number | null, whole: ReliableChangeValue | null): string | null {
  if (threshold === null || whole === null) return null;
  if (threshold === whole.value) {
    return `${points(threshold)}, the reliable-change value (${whole.kind})`;
  }
  const share = Math.round((100 * threshold) / whole.value) / 100;
  if (share === 0.5) {
    return `${points(threshold)}, half the reliable-change value of ${whole.value} (${HALVING})`;
  }
  return `${points(threshold)}, ${share} times the reliable-change value of ${whole.value} (as the practice has set it)`;
}

function progressAsked(
  { published, threshold }: Extract<AlertEvidence, { kind: 'notOnTrack' }>,
  { percentBetter }: RuleParameters,
): string {
  if (published !== null) {
    return `a score of at least ${published.score} in week ${published.week}, as published`;
  }
  return `neither ${points(threshold)} nor ${percentBetter} % better`;
}

function responseAsked(
  { threshold }: Extract<AlertEvidence, { kind: 'nonResponse' }>,
  { measurements, days }: RuleParameters,
): string {
  return `${points(threshold)} better after ${measurements} measurements or ${days} days`;
}

function missedAsked({ inARow, completed = 0, window }: RuleParameters): string {
  const share = Math.round(100 * completed);
  return `${inARow} missed in a row, or fewer than ${share} % completed within ${window} days`;
}

function validityAsked({
  seconds,
  spread,
  threshold,
}: Extract<AlertEvidence, { kind: 'validity' }>): string {
  if (seconds !== null) return `less than ${threshold} seconds an answer`;
  if (spread === null) return `one answer to all ${threshold} questions`;
  return `one answer to at least ${Math.ceil(threshold)} questions in a row`;
}

function points(value: number): string {
  return `${value} ${value === 1 ? 'point' : 'points'}`;
}
