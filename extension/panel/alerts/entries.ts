import { tierRank } from '#shared/alerts/tiers.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';

/** One entry of the list: an alert, or two that say the same of the same answers. */
export interface AlertEntry {
  /** The one whose words are read; the more urgent of two. */
  readonly lead: Alert;
  /** All that an acknowledgement closes, `lead` included. */
  readonly alerts: readonly Alert[];
}

/**
 * Open alerts as entries: by urgency, risk answers first within it. Worsening since the previous
 * score (C1) and since baseline (C2) are one entry when baseline and previous score are the same
 * measurement; each keeps its identity.
 */
export function alertEntries(openAlerts: readonly Alert[]): AlertEntry[] {
  const joined = new Set<Alert>();
  const entries: AlertEntry[] = [];
  for (const lead of openAlerts.toSorted(byUrgency)) {
    if (joined.has(lead)) continue;
    const twins = openAlerts.filter((other) => other !== lead && sayTheSame(lead, other));
    for (const twin of twins) joined.add(twin);
    entries.push({ lead, alerts: [lead, ...twins] });
  }
  return entries;
}

/** The evidence that joined last. */
export function newestEvidence({ evidence }: Alert): AlertEvidence | null {
  return evidence.at(-1) ?? null;
}

/** True for rules about safety answers; they are shown in the colour of risk, and first. */
export function isRisk({ rule }: Alert): boolean {
  return rule.startsWith('S');
}

/** True for the tiers that can't wait until the session. */
export function isPressing({ tier }: Alert): boolean {
  return tier === 'emergency' || tier === 'urgent';
}

function byUrgency(one: Alert, other: Alert): number {
  return tierRank(one.tier) - tierRank(other.tier) || Number(isRisk(other)) - Number(isRisk(one));
}

function sayTheSame(one: Alert, other: Alert): boolean {
  const rules = [one.rule, other.rule].toSorted().join();
  if (rules !== 'C1,C2' || one.instrumentId !== other.instrumentId) return false;
  const [first, second] = [newestEvidence(one), newestEvidence(other)];
  if (first?.kind !== 'change' || second?.kind !== 'change') return false;
  return (
    first.from.responseId === second.from.responseId && first.to.responseId === second.to.responseId
  );
}
