import { alertEntries } from '../brief/alert-entries.ts';
import type { Alert } from '../contracts/alert.ts';
import type { Brief } from '../contracts/brief.ts';
import { RULE_WORDS } from '../words/alerts.ts';
import { listInWords, measureName } from '../words/measures.ts';
import { dateSeenFrom, momentSeenFrom } from '../words/moments.ts';
import { type Piece, piece } from './piece.ts';

/**
 * Every open alert and every one that something happened to since the last look, with what became
 * of it. Nothing is said when there is none: a note lives on, and "no alerts" would go stale in it.
 */
export function alertList(brief: Brief): Piece[] {
  const entries = alertEntries([...brief.openAlerts, ...brief.alertsSinceLook]);
  if (entries.length === 0) return [];
  const heading = entries.length === 1 ? 'Alert' : 'Alerts';
  const list = entries.map((alerts) => entryText(alerts, brief)).join('; ');
  return piece('assessment', 'kept', `${heading}: ${list}.`);
}

function entryText(alerts: readonly [Alert, ...Alert[]], brief: Brief): string {
  const [{ instrumentId, evidence }] = alerts;
  const rules = listInWords([...new Set(alerts.map(({ rule }) => RULE_WORDS[rule]))]);
  const day = newestDay(evidence);
  const when = day === null ? '' : `, ${dateSeenFrom(day, brief.asOfDate)}`;
  return `${rules} (${measureName(instrumentId)})${when}, ${statusText(alerts[0], brief)}`;
}

function newestDay(evidence: Alert['evidence']) {
  const newest = evidence.at(-1);
  if (newest === undefined) return null;
  if (newest.kind === 'safetyAnswer') return newest.now.on;
  return newest.kind === 'rises' ? (newest.run.at(-1)?.on ?? null) : newest.to.on;
}

function statusText({ status, acknowledgement }: Alert, { timeZone, asOfDate }: Brief): string {
  if (status === 'resolved') return 'resolved by a later answer';
  if (status === 'open' || acknowledgement === null) return 'open';
  return `acknowledged ${momentSeenFrom(acknowledgement.at, timeZone, asOfDate)}`;
}
