import type { Alert, RuleCode, RuleOutcome, RuleParameters, Tier } from '../contracts/alert.ts';
import type { AlertEvidence } from '../contracts/alert-evidence.ts';
import type { Instant } from '../contracts/calendar.ts';
import type { AlertId } from '../contracts/ids.ts';
import { RULES } from './catalogue/catalogue.ts';
import { fingerprint } from './evidence.ts';
import { moreUrgent } from './tiers.ts';

/** One thing to write about a client's alerts. */
export type AlertChange =
  /** A new alert; the caller gives it an id and the client. */
  | {
      readonly change: 'open';
      readonly rule: RuleCode;
      readonly ruleVersion: number;
      readonly parameters: RuleParameters;
      readonly instrumentId: string;
      readonly tier: Tier;
      readonly openedAt: Instant;
      readonly latestAt: Instant;
      readonly evidence: readonly AlertEvidence[];
    }
  /** New evidence for an open alert, which is put aside no longer. */
  | {
      readonly change: 'gather';
      readonly alertId: AlertId;
      readonly ruleVersion: number;
      /** As they were in force for the newest evidence. */
      readonly parameters: RuleParameters;
      readonly tier: Tier;
      readonly latestAt: Instant;
      /** The whole list, oldest first. */
      readonly evidence: readonly AlertEvidence[];
    }
  /** The measure was answered again, so the alert is put aside no longer. */
  | { readonly change: 'wake'; readonly alertId: AlertId }
  /** A later answer ended the condition. */
  | { readonly change: 'resolve'; readonly alertId: AlertId; readonly at: Instant };

/** What is known of an open alert of the client. */
export type OpenAlert = Pick<
  Alert,
  'alertId' | 'rule' | 'instrumentId' | 'tier' | 'evidence' | 'status' | 'snoozed'
>;

type Fired = Extract<RuleOutcome, { outcome: 'fires' }>;

/**
 * Works out what the outcomes of one moment change, so that the database only writes it down.
 *
 * One alert is open per client, rule and measure: what fires again joins it as evidence. Its tier
 * may rise and never falls while it is open, for an urgent alert that nobody has read may not turn
 * into a lesser one by itself. Alerts about danger (S1, S2, S4, P2) are never resolved by later
 * answers. The same outcomes a second time change nothing. Alerts that are acknowledged or resolved
 * are left alone; a rule that fires after that opens a new one.
 *
 * `answered` names what was answered at `now` (`answeredAt`): an alert about it that was put aside
 * before comes back, whatever the rules say.
 */
export function applyOutcomes(
  alerts: readonly OpenAlert[],
  outcomes: readonly RuleOutcome[],
  now: Instant,
  answered: readonly string[] = [],
): AlertChange[] {
  const byAlert = Map.groupBy(outcomes, keyOf);
  const open = alerts.filter(({ status }) => status === 'open');
  const changes = [...byAlert].flatMap(([key, group]) =>
    changeOf(
      open.find((alert) => keyOf(alert) === key),
      group,
      now,
    ),
  );
  const touched = new Set(changes.map((change) => 'alertId' in change && change.alertId));
  const woken = open.filter(
    (alert) => !touched.has(alert.alertId) && isWoken(alert, answered, now),
  );
  return [...changes, ...woken.map(({ alertId }) => ({ change: 'wake' as const, alertId }))];
}

function keyOf({ rule, instrumentId }: Pick<Alert, 'rule' | 'instrumentId'>): string {
  return `${rule} ${instrumentId}`;
}

function changeOf(
  open: OpenAlert | undefined,
  group: readonly RuleOutcome[],
  now: Instant,
): AlertChange[] {
  const [first, ...others] = group.filter((outcome) => outcome.outcome === 'fires');
  if (first !== undefined) {
    const fired = [first, ...others] as const;
    return open === undefined ? [opened(fired, now)] : gathered(open, fired, now);
  }
  if (open === undefined || RULES[open.rule].endedBy === 'person') return [];
  return [{ change: 'resolve', alertId: open.alertId, at: now }];
}

function isWoken(
  { instrumentId, snoozed }: OpenAlert,
  answered: readonly string[],
  now: Instant,
): boolean {
  return (
    snoozed !== null && answered.includes(instrumentId) && Date.parse(snoozed.at) < Date.parse(now)
  );
}

function opened(fired: readonly [Fired, ...Fired[]], now: Instant): AlertChange {
  const [{ rule, ruleVersion, parameters, instrumentId }] = fired;
  return {
    change: 'open',
    rule,
    ruleVersion,
    parameters,
    instrumentId,
    tier: fired.map(({ tier }) => tier).reduce(moreUrgent),
    openedAt: now,
    latestAt: now,
    evidence: fired.map(({ evidence }) => evidence),
  };
}

function gathered(open: OpenAlert, fired: readonly Fired[], now: Instant): AlertChange[] {
  const known = new Set(open.evidence.map(fingerprint));
  const fresh = fired.filter(({ evidence }) => !known.has(fingerprint(evidence)));
  const [first] = fresh;
  if (first === undefined) return [];
  return [
    {
      change: 'gather',
      alertId: open.alertId,
      ruleVersion: first.ruleVersion,
      parameters: first.parameters,
      tier: fresh.map(({ tier }) => tier).reduce(moreUrgent, open.tier),
      latestAt: now,
      evidence: [...open.evidence, ...fresh.map(({ evidence }) => evidence)],
    },
  ];
}
