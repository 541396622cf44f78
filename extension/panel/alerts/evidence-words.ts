import type {
  AlertEvidence,
  SafetyPoint,
  ScorePoint,
  ScreenPoint,
} from '#shared/contracts/alert-evidence.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { perWeekInWords, pointsInWords } from '#shared/words/changes.ts';
import { bandInWords, listInWords, scoreInWords } from '#shared/words/measures.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { missedInWords, validityInWords } from './form-evidence-words.ts';

/** How a dated answer or score of a measure is said on a given day. */
interface Speaker {
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
  if (evidence.kind === 'rises' || evidence.kind === 'slope') {
    const scores = listInWords(evidence.run.map((point) => said(point, speaker)));
    const week = evidence.kind === 'slope' ? perWeekInWords(evidence.perWeek) : null;
    return week === null ? `${scores}.` : `${scores}: ${week}.`;
  }
  if (evidence.kind === 'coupleGap') {
    const scores = `${said(evidence.one, speaker)} and ${said(evidence.other, speaker)}`;
    return `${scores} (threshold ${evidence.threshold}).`;
  }
  return `${pair(evidence, speaker)}${yardstick(evidence)}.`;
}

/** What two scores were held against. */
function yardstick(evidence: Extract<AlertEvidence, { from: ScorePoint }>): string {
  if (evidence.kind === 'cutOff') return `; cut-off ${evidence.cutOff}`;
  if (evidence.kind === 'band') return `; ${bands(evidence.from, evidence.to)}`;
  if (evidence.kind === 'notOnTrack' && evidence.published !== null) {
    return `; published for week ${evidence.published.week}: ${evidence.published.score}`;
  }
  const count = 'count' in evidence ? `, ${evidence.count} measurements` : '';
  return ` (threshold ${evidence.threshold}${count})`;
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

function said(point: ScorePoint, { instrumentId, today }: Speaker): string {
  return `${scoreInWords(instrumentId, point.displayed)} on ${dateSeenFrom(point.on, today)}`;
}

function bands(from: ScorePoint, to: ScorePoint): string {
  const named = [to.band, from.band].map((band) =>
    band === null ? 'no range' : bandInWords(band),
  );
  return named.join(', before: ');
}
