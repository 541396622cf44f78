import type { Acknowledgement, Alert, RuleCode } from '../contracts/alert.ts';

/** A new positive answer (S1) that is given again is an ongoing one (S2): the same concern goes on. */
const ONGOING: ReadonlySet<RuleCode> = new Set(['S1', 'S2']);

/**
 * How the concern of an open alert was last answered, before its evidence went on; null where nobody
 * has. New evidence never joins an alert that is closed: it opens one of its own (see `applyOutcomes`),
 * which this tells apart from a concern that is new. `alerts` are those that are known of the client.
 */
export function acknowledgedBefore(alert: Alert, alerts: readonly Alert[]): Acknowledgement | null {
  if (alert.status !== 'open') return null;
  const before = alerts
    .filter((other) => isSameConcern(other, alert))
    .flatMap(({ acknowledgement }) => (acknowledgement === null ? [] : [acknowledgement]))
    .filter(({ at }) => Date.parse(at) <= Date.parse(alert.openedAt));
  return before.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))[0] ?? null;
}

function isSameConcern(one: Alert, other: Alert): boolean {
  if (one.instrumentId !== other.instrumentId) return false;
  return one.rule === other.rule || (ONGOING.has(one.rule) && ONGOING.has(other.rule));
}
