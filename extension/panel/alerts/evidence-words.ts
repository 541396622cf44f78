import type { AlertEvidence, SafetyPoint, ScorePoint } from '#shared/contracts/alert-evidence.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { pointsInWords } from '#shared/words/changes.ts';
import { bandInWords, listInWords, scoreInWords } from '#shared/words/measures.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';

/** How a dated answer or score of a measure is said on a given day. */
interface Speaker {
  readonly instrumentId: string;
  readonly today: CalendarDate;
}

/** What a rule saw, in sentences: answers and scores with their dates, and the threshold used. */
export function evidenceInWords(evidence: AlertEvidence, speaker: Speaker): string {
  if (evidence.kind === 'safetyAnswer') {
    return `${answer(evidence.now, speaker)} ${before(evidence.before, speaker)}`;
  }
  if (evidence.kind === 'rises') {
    return `${listInWords(evidence.run.map((point) => said(point, speaker)))}.`;
  }
  return `${pair(evidence, speaker)}${yardstick(evidence)}.`;
}

/** What two scores were held against. */
function yardstick(evidence: Exclude<AlertEvidence, { kind: 'safetyAnswer' | 'rises' }>): string {
  if (evidence.kind === 'change') return ` (threshold ${evidence.threshold})`;
  if (evidence.kind === 'cutOff') return `; cut-off ${evidence.cutOff}`;
  return `; ${bands(evidence.from, evidence.to)}`;
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

function said(point: ScorePoint, { instrumentId, today }: Speaker): string {
  return `${scoreInWords(instrumentId, point.displayed)} on ${dateSeenFrom(point.on, today)}`;
}

function bands(from: ScorePoint, to: ScorePoint): string {
  const named = [to.band, from.band].map((band) =>
    band === null ? 'no range' : bandInWords(band),
  );
  return named.join(', before: ');
}
