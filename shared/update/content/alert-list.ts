import { dayOf as dayOfEvidence } from '../../alerts/evidence.ts';
import { isPrivate } from '../../alerts/privacy.ts';
import type { Alert } from '../../contracts/alert.ts';
import { type Piece, piece } from '../piece.ts';
import { dayOf, nameOfId, type Teller } from './teller.ts';

/** Entries of a text of standard length; alerts that are urgent or more stand in it beyond them. */
const MOST_ENTRIES = 4;

/**
 * Every open alert and every one that something happened to since the last look, with what became
 * of it; those of one measure and day with the same fate stand together, the most urgent first. Of
 * many, those that are less than urgent are named in the full text only, and the others say that
 * there are more. Nothing is said when there is none: a note lives on, and "no alerts" would go stale
 * in it.
 */
export function alertList(teller: Teller): Piece[] {
  const { openAlerts, alertsSinceLook } = teller.brief;
  const all = distinct([...openAlerts, ...alertsSinceLook]);
  const alerts = [...all.filter(isUrgent), ...all.filter((alert) => !isUrgent(alert))];
  const isPressing = openAlerts.some(isTold);
  if (alerts.length === 0) return [];
  const { alerts: words } = teller.language;
  const entries = alertEntries(alerts, teller);
  const urgent = alertEntries(alerts.filter(isUrgent), teller).length;
  const named = entries.slice(0, Math.max(urgent, MOST_ENTRIES));
  const others = entries.slice(named.length);
  const list = words.list(named, alerts.length);
  return [
    ...piece(
      'appraisal',
      isPressing ? 'vital' : 'kept',
      others.length === 0 ? list : `${list}; ${words.andOthers}`,
    ),
    ...(others.length === 0 ? [] : piece('appraisal', 'full', words.others(others))),
  ];
}

function isUrgent({ tier }: Alert): boolean {
  return tier === 'emergency' || tier === 'urgent';
}

/** The same in two sentences, for whoever supervises: what is open stands by itself. */
export function alertListsApart(teller: Teller): {
  readonly open: readonly Piece[];
  readonly closed: readonly Piece[];
} {
  const { openAlerts, alertsSinceLook } = teller.brief;
  const { alerts: words } = teller.language;
  const open = distinct(openAlerts);
  const closed = distinct(alertsSinceLook).filter(({ status }) => status !== 'open');
  return {
    open:
      open.length === 0
        ? []
        : piece(
            'report',
            'vital',
            words.openList(grouped(open, teller, whereAndWhen), open.length),
          ),
    closed:
      closed.length === 0
        ? []
        : piece('appraisal', 'kept', words.list(alertEntries(closed, teller), closed.length)),
  };
}

/** `new risk answer (PHQ-9), 19 Nov, open`: one entry for each measure, day and fate. */
export function alertEntries(alerts: readonly Alert[], teller: Teller): string[] {
  return grouped(
    alerts,
    teller,
    (alert) => `${whereAndWhen(alert, teller)}, ${fate(alert, teller)}`,
  );
}

/** The rules of the alerts that share the same circumstances, with these. */
function grouped(
  alerts: readonly Alert[],
  teller: Teller,
  circumstances: (alert: Alert, teller: Teller) => string,
): string[] {
  const { language } = teller;
  const groups = Map.groupBy(alerts.filter(isTold), (alert) => circumstances(alert, teller));
  return [...groups].map(([where, group]) => {
    const rules = [...new Set(group.map(({ rule }) => language.alerts.rules[rule]))];
    return `${language.list(rules)} ${where}`;
  });
}

/**
 * Nothing private, and nothing that tells one partner of the other. Good news is no alert in a note:
 * the score says it.
 */
export function isTold(alert: Alert): boolean {
  return alert.rule !== 'P1' && alert.rule !== 'G1' && !isPrivate(alert);
}

/** Alerts that a note may tell of, each once. */
export function distinct(alerts: readonly Alert[]): Alert[] {
  return [...new Map(alerts.filter(isTold).map((alert) => [alert.alertId, alert])).values()];
}

/** `(PHQ-9), 19 Nov`. */
function whereAndWhen(alert: Alert, teller: Teller): string {
  const newest = alert.evidence.at(-1);
  const when = newest === undefined ? '' : `, ${dayOf(teller, dayOfEvidence(newest))}`;
  return `(${nameOfId(teller, alert.instrumentId)})${when}`;
}

/** `acknowledged 20 Nov, 8:05 am`. */
function fate({ status, acknowledgement }: Alert, { brief, language }: Teller): string {
  const { alerts, days } = language;
  if (status === 'resolved') return alerts.resolved;
  if (status === 'open' || acknowledgement === null) return alerts.open;
  return alerts.acknowledged(days.momentSeen(acknowledgement.at, brief.timeZone, brief.asOfDate));
}
