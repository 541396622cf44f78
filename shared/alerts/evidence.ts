import type { AlertEvidence, SafetyPoint, ScorePoint } from '../contracts/alert-evidence.ts';
import type { CalendarDate } from '../contracts/calendar.ts';
import type { ResponseId } from '../contracts/ids.ts';

/** Answers and scores that a rule saw, oldest first; missed check-ins have none. */
export function responsesIn(evidence: AlertEvidence): readonly ResponseId[] {
  if (evidence.kind === 'validity') return [evidence.responseId];
  return pointsIn(evidence).map(({ responseId }) => responseId);
}

/** The answer that evidence is about, the newest where there are several; null for check-ins. */
export function newestResponseIn(evidence: AlertEvidence): ResponseId | null {
  return responsesIn(evidence).at(-1) ?? null;
}

/** The day that evidence is about: of its newest answer, or on which check-ins were looked at. */
export function dayOf(evidence: AlertEvidence): CalendarDate {
  if (evidence.kind === 'validity') return evidence.on;
  if (evidence.kind === 'missed') return evidence.asOf;
  const days = pointsIn(evidence).map(({ on }) => on);
  return days.reduce((newest, day) => (day > newest ? day : newest));
}

/**
 * What makes two pieces of evidence of one rule and measure the same: what they are about, not the
 * day on which somebody looked. The same answers count once, however often they are judged; a
 * corrected one has another id and counts again. Of missed check-ins the newest tells them apart.
 */
export function fingerprint(evidence: AlertEvidence): string {
  if (evidence.kind === 'missed') {
    return [evidence.concern, evidence.missed.at(-1)?.administrationId].join(' ');
  }
  return [detailOf(evidence), ...responsesIn(evidence)].join(' ');
}

/** What else than the answers tells evidence of one rule apart. */
function detailOf(evidence: AlertEvidence): string {
  if (evidence.kind === 'safetyAnswer') return String(evidence.item);
  return evidence.kind === 'milestone' ? evidence.which : '';
}

type Point = Pick<ScorePoint | SafetyPoint, 'responseId' | 'on'>;

function pointsIn(evidence: Exclude<AlertEvidence, { kind: 'validity' }>): readonly Point[] {
  if (evidence.kind === 'missed') return [];
  if (evidence.kind === 'relapse') return [evidence.baseline, evidence.from, evidence.to];
  if (evidence.kind === 'coupleGap') return [evidence.one, evidence.other];
  if ('run' in evidence) return evidence.run;
  if ('from' in evidence) return [evidence.from, evidence.to];
  return evidence.before === null ? [evidence.now] : [evidence.before, evidence.now];
}
