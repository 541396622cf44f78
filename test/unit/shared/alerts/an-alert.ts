import type { Alert } from '#shared/contracts/alert.ts';
import type { AlertEvidence, ScorePoint } from '#shared/contracts/alert-evidence.ts';
import { addDays, type Instant } from '#shared/contracts/calendar.ts';
import type { AlertId } from '#shared/contracts/ids.ts';
import { FIRST_DAY, responseId } from '../a-history.ts';

/** A score of an invented client, so many days after the first. */
export function scorePoint(number: number, total: number, days = 0): ScorePoint {
  const on = addDays(FIRST_DAY, days);
  return { responseId: responseId(number), on, total, displayed: total, band: null };
}

/** Evidence of a change between two responses. */
export function changed(
  from: number,
  to: number,
  against: 'previous' | 'baseline' = 'previous',
): AlertEvidence {
  const points = { from: scorePoint(from, 8), to: scorePoint(to, 14, 14), points: 6 };
  return { kind: 'change', against, ...points, threshold: 6 };
}

/** An open alert of an invented client, changed as told. */
export function anAlert(number: number, over: Partial<Alert> = {}): Alert {
  return {
    alertId: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as AlertId,
    rule: 'C1',
    ruleVersion: 2,
    parameters: {},
    instrumentId: 'phq9',
    tier: 'review',
    status: 'open',
    openedAt: '2026-01-21T20:00:00.000Z' as Instant,
    latestAt: '2026-01-21T20:00:00.000Z' as Instant,
    evidence: [changed(1, 2)],
    acknowledgement: null,
    snoozed: null,
    resolvedAt: null,
    ...over,
  };
}
