import { dayOf } from '../alerts/evidence.ts';
import { isPrivate } from '../alerts/privacy.ts';
import type { Alert, RuleCode } from '../contracts/alert.ts';
import type { Brief } from '../contracts/brief.ts';
import { RULE_WORDS } from '../words/alerts.ts';
import { listInWords, measureName } from '../words/measures.ts';
import { dateSeenFrom, momentSeenFrom } from '../words/moments.ts';
import { type Piece, piece } from './piece.ts';

/**
 * Every open alert and every one that something happened to since the last look, with what became
 * of it; those of one measure and day with the same fate stand together, the most urgent first.
 * Nothing is said when there is none: a note lives on, and "no alerts" would go stale in it. Nor of
 * violence by a partner: who reads a note is not known here.
 */
export function alertList(brief: Brief): Piece[] {
  const alerts = new Map(
    [...brief.openAlerts, ...brief.alertsSinceLook]
      .filter((alert) => !isPrivate(alert))
      .map((alert) => [alert.alertId, alert]),
  );
  const entries = Map.groupBy(alerts.values(), (alert) => circumstances(alert, brief));
  if (entries.size === 0) return [];
  const list = [...entries].map(
    ([where, group]) => `${rulesInWords(group.map(({ rule }) => rule))} ${where}`,
  );
  const heading = alerts.size === 1 ? 'Alert' : 'Alerts';
  return piece('assessment', 'kept', `${heading}: ${list.join('; ')}.`);
}

function rulesInWords(rules: readonly RuleCode[]): string {
  return listInWords([...new Set(rules)].map((rule) => RULE_WORDS[rule]));
}

/** `(PHQ-9), 19 Nov, acknowledged 20 Nov, 8:05 am`. */
function circumstances(alert: Alert, brief: Brief): string {
  const newest = alert.evidence.at(-1);
  const when = newest === undefined ? '' : `, ${dateSeenFrom(dayOf(newest), brief.asOfDate)}`;
  return `(${measureName(alert.instrumentId)})${when}, ${fate(alert, brief)}`;
}

function fate({ status, acknowledgement }: Alert, { timeZone, asOfDate }: Brief): string {
  if (status === 'resolved') return 'resolved by a later answer';
  if (status === 'open' || acknowledgement === null) return 'open';
  return `acknowledged ${momentSeenFrom(acknowledgement.at, timeZone, asOfDate)}`;
}
