import type { Alert, AlertEvidence } from '../contracts/alert.ts';

/**
 * Alerts as they are shown: one entry each, except that C1 and C2 become one when they rest on the
 * same two scores (the previous score is the baseline). Each keeps its own identity and is
 * acknowledged by itself. Repeated alerts are dropped; the order of the first stays.
 */
export function alertEntries(alerts: readonly Alert[]): [Alert, ...Alert[]][] {
  const entries = new Map<string, [Alert, ...Alert[]]>();
  const seen = new Set<string>();
  for (const alert of alerts) {
    if (seen.has(alert.alertId)) continue;
    seen.add(alert.alertId);
    const key = entryKey(alert);
    const entry = entries.get(key);
    if (entry === undefined) entries.set(key, [alert]);
    else entry.push(alert);
  }
  return [...entries.values()];
}

function entryKey({ alertId, rule, instrumentId, status, evidence }: Alert): string {
  const pair = comparedScores(evidence.at(-1));
  if ((rule !== 'C1' && rule !== 'C2') || pair === null) return alertId;
  return [instrumentId, status, ...pair].join(' ');
}

function comparedScores(evidence: AlertEvidence | undefined): [string, string] | null {
  if (evidence?.kind !== 'change') return null;
  return [evidence.from.responseId, evidence.to.responseId];
}
