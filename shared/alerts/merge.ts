import type { Alert, RuleCode, RuleOutcome, Tier } from '../contracts/alert.ts';
import type { AlertEvidence } from '../contracts/alert-evidence.ts';
import type { Instant } from '../contracts/calendar.ts';
import type { AlertId } from '../contracts/ids.ts';
import { moreUrgent } from './tiers.ts';

/** One thing to write about a client's alerts. */
export type AlertChange =
  /** A new alert; the caller gives it an id and the client. */
  | {
      readonly change: 'open';
      readonly rule: RuleCode;
      readonly ruleVersion: number;
      readonly instrumentId: string;
      readonly tier: Tier;
      readonly openedAt: Instant;
      readonly latestAt: Instant;
      readonly evidence: readonly AlertEvidence[];
    }
  /** New evidence for an open alert. `evidence` is the whole list, oldest first. */
  | {
      readonly change: 'gather';
      readonly alertId: AlertId;
      readonly ruleVersion: number;
      readonly tier: Tier;
      readonly latestAt: Instant;
      readonly evidence: readonly AlertEvidence[];
    }
  /** A later answer ended the condition. */
  | { readonly change: 'resolve'; readonly alertId: AlertId; readonly at: Instant };

/** What is known of an open alert of the client. */
export type OpenAlert = Pick<
  Alert,
  'alertId' | 'rule' | 'instrumentId' | 'tier' | 'evidence' | 'status'
>;

/** Rules whose alerts only a person's acknowledgement ends: an answer is no evidence of safety. */
const ENDED_BY_PEOPLE_ONLY: ReadonlySet<RuleCode> = new Set(['S1', 'S2']);

/**
 * Works out what the outcomes of one response change, so that the database only writes it down.
 *
 * One alert is open per client, rule and measure: what fires again joins it as evidence. Its tier
 * may rise and never falls while it is open, for an urgent alert that nobody has read may not turn
 * into a lesser one by itself. S1 and S2 are never resolved by later answers. The same outcomes a
 * second time change nothing. Alerts that are acknowledged or resolved are left alone; a rule that
 * fires after that opens a new one.
 */
export function applyOutcomes(
  alerts: readonly OpenAlert[],
  outcomes: readonly RuleOutcome[],
  now: Instant,
): AlertChange[] {
  const byAlert = Map.groupBy(outcomes, ({ rule, instrumentId }) => `${rule} ${instrumentId}`);
  return [...byAlert.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const open = alerts.find(
      ({ rule, instrumentId, status }) =>
        status === 'open' && rule === first.rule && instrumentId === first.instrumentId,
    );
    const fired = group.filter((outcome) => outcome.outcome === 'fires');
    if (fired.length > 0) return open ? gather(open, fired, now) : opened(fired, now);
    if (open === undefined || ENDED_BY_PEOPLE_ONLY.has(open.rule)) return [];
    return [{ change: 'resolve', alertId: open.alertId, at: now }];
  });
}

type Fired = Extract<RuleOutcome, { outcome: 'fires' }>;

function opened(fired: readonly Fired[], now: Instant): AlertChange[] {
  const [first] = fired;
  if (first === undefined) return [];
  const { rule, ruleVersion, instrumentId } = first;
  return [
    {
      change: 'open',
      rule,
      ruleVersion,
      instrumentId,
      tier: fired.map(({ tier }) => tier).reduce(moreUrgent),
      openedAt: now,
      latestAt: now,
      evidence: fired.map(({ evidence }) => evidence),
    },
  ];
}

function gather(open: OpenAlert, fired: readonly Fired[], now: Instant): AlertChange[] {
  const known = new Set(open.evidence.map(fingerprint));
  const fresh = fired.filter(({ evidence }) => !known.has(fingerprint(evidence)));
  if (fresh.length === 0) return [];
  return [
    {
      change: 'gather',
      alertId: open.alertId,
      ruleVersion: Math.max(...fresh.map(({ ruleVersion }) => ruleVersion)),
      tier: fresh.map(({ tier }) => tier).reduce(moreUrgent, open.tier),
      latestAt: now,
      evidence: [...open.evidence, ...fresh.map(({ evidence }) => evidence)],
    },
  ];
}

/** The response, and the item, that a piece of evidence is about: one response counts once. */
function fingerprint(evidence: AlertEvidence): string {
  if (evidence.kind === 'safetyAnswer') return `${evidence.now.responseId} ${evidence.item}`;
  if (evidence.kind === 'rises') return evidence.run.at(-1)?.responseId ?? '';
  return evidence.to.responseId;
}
