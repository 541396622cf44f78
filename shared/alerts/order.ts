import type { Alert } from '../contracts/alert.ts';
import { isSafetyRule } from './catalogue/safety-rules.ts';
import { tierRank } from './tiers.ts';

/** Order of display: most urgent tier first, then safety before score, then the newest evidence. */
export function byUrgency(one: Alert, other: Alert): number {
  return (
    tierRank(one.tier) - tierRank(other.tier) ||
    Number(isSafetyRule(other.rule)) - Number(isSafetyRule(one.rule)) ||
    Date.parse(other.latestAt) - Date.parse(one.latestAt) ||
    one.rule.localeCompare(other.rule)
  );
}

/**
 * The one alert that may interrupt whoever looks at a client: the open emergency with the newest
 * evidence. Null when there is none. Never more than one a view, for each further interruption makes
 * it likelier that all are dismissed (Ancker 2017, doi 10.1186/s12911-017-0430-8); the others stand
 * at the top of the list.
 */
export function interruptive(alerts: readonly Alert[]): Alert | null {
  const emergencies = alerts.filter(
    ({ status, tier }) => status === 'open' && tier === 'emergency',
  );
  return emergencies.toSorted(byUrgency)[0] ?? null;
}
