import { alertWaiting } from '#backend/outbox/messages.ts';
import type { ClientAlert } from '#backend/store/alerts.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { type AlertChange, applyOutcomes } from '#shared/alerts/merge.ts';
import type { RuleOutcome } from '#shared/contracts/alert.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { AlertId, ClientId } from '#shared/contracts/ids.ts';

const ACTIONS = {
  open: 'alert.opened',
  gather: 'alert.joined',
  wake: 'alert.woken',
  resolve: 'alert.resolved',
} as const satisfies Record<AlertChange['change'], string>;

/** What the rules said of a client at one moment. */
export interface Judgement {
  readonly clientId: ClientId;
  readonly outcomes: readonly RuleOutcome[];
  /** What was answered at that moment: `Measure.id` and `Instrument.id`. */
  readonly answered: readonly string[];
  /** The client's open alerts, held. */
  readonly open: readonly ClientAlert[];
  /** `RuleSettings.version` that the rules judged by. */
  readonly settingsVersion: number;
  readonly now: Instant;
}

/**
 * Writes down what a judgement changes: alerts, the messages that somebody should look, and a record
 * of each. Call while holding the client. Returns how many alerts it touched.
 */
export async function writeJudgement(
  care: CareRepositories,
  { clientId, outcomes, answered, open, settingsVersion, now }: Judgement,
): Promise<number> {
  const changes = applyOutcomes(open, outcomes, now, answered);
  for (const change of changes) {
    const alertId = await care.alerts.apply(clientId, change, settingsVersion);
    const rule = change.change === 'open' ? change.rule : ruleOf(open, alertId);
    await care.audit.append({
      action: ACTIONS[change.change],
      clientId,
      subject: { alertId, rule },
    });
    if (change.change === 'open' || change.change === 'gather') {
      const { kind, payload } = alertWaiting(alertId, change.tier);
      await care.outbox.add(kind, payload);
    }
  }
  return changes.length;
}

function ruleOf(open: readonly ClientAlert[], alertId: AlertId): ClientAlert['rule'] {
  const standing = open.find((alert) => alert.alertId === alertId);
  if (standing === undefined) throw new Error('A change names an alert that is not open.');
  return standing.rule;
}
