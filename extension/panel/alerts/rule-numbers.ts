import type { AlertEvidence, ScorePoint } from '#shared/contracts/alert-evidence.ts';
import { pointsInWords } from '#shared/words/changes.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { numberInWords } from '#shared/words/numbers.ts';
import { percentInWords, type Speaker, said } from './evidence-words.ts';
import { missedInWords } from './form-evidence-words.ts';

/** What a rule looked at, oldest first: every answer and score with its day, unrounded. */
export function lookedAt(evidence: AlertEvidence, speaker: Speaker): string[] {
  const { today } = speaker;
  if (evidence.kind === 'missed') return [missedInWords(evidence, today)];
  if (evidence.kind === 'validity') return [formWords(evidence, speaker)];
  if (evidence.kind === 'safetyAnswer' || evidence.kind === 'screen') {
    const points = evidence.before === null ? [evidence.now] : [evidence.before, evidence.now];
    return points.map((point) => {
      const value = 'value' in point && point.value !== null ? ` (${point.value})` : '';
      return `${point.label ?? 'not answered'}${value}, ${dateSeenFrom(point.on, today)}`;
    });
  }
  return scoresIn(evidence).map((point) => scoreWords(point, speaker));
}

/** What a rule worked out of it; nothing where the answer itself is the finding. */
export function workedOut(evidence: AlertEvidence): string[] {
  if (evidence.kind === 'slope') {
    const { perWeek, standardError } = evidence;
    return [
      `${numberInWords(perWeek)} points per week`,
      `standard error ${numberInWords(standardError)}`,
    ];
  }
  if (evidence.kind === 'coupleGap')
    return [`${numberInWords(Math.abs(evidence.gap))} points apart`];
  if (!('points' in evidence)) return [];
  const points = pointsInWords(evidence.points);
  if (evidence.kind !== 'notOnTrack' || evidence.percentBetter === null) return [points];
  return [points, percentInWords(evidence.percentBetter)];
}

type OfScores = Exclude<AlertEvidence, { kind: 'missed' | 'validity' | 'safetyAnswer' | 'screen' }>;

function scoresIn(evidence: OfScores): readonly ScorePoint[] {
  if (evidence.kind === 'relapse') return [evidence.baseline, evidence.from, evidence.to];
  if (evidence.kind === 'coupleGap') return [evidence.one, evidence.other];
  return 'run' in evidence ? evidence.run : [evidence.from, evidence.to];
}

function scoreWords(point: ScorePoint, speaker: Speaker): string {
  const { total, displayed } = point;
  const unrounded = total === displayed ? '' : `, unrounded ${numberInWords(total)}`;
  return `${said(point, speaker)}${unrounded}`;
}

function formWords(
  { on, answered, longestRun, spread, seconds }: Extract<AlertEvidence, { kind: 'validity' }>,
  { today }: Speaker,
): string {
  const parts = [
    `${answered} answers`,
    longestRun === null ? null : `longest run ${longestRun}`,
    spread === null ? null : `spread ${numberInWords(spread)} of the scale’s width`,
    seconds === null ? null : `${numberInWords(seconds)} seconds`,
  ];
  const form = parts.filter((part) => part !== null).join(', ');
  return `Form of ${dateSeenFrom(on, today)}: ${form}`;
}
