import type { ClientAlert } from '#backend/store/alerts.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { type AlertChange, applyOutcomes } from '#shared/alerts/merge.ts';
import type { RuleOutcome } from '#shared/contracts/alert.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { AlertId, ClientId } from '#shared/contracts/ids.ts';
import { tellByLadder } from './alerts/tell-staff.ts';

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
  /** By which ways the server can send. */
  readonly channels: readonly Channel[];
}

/**
 * Writes down what a judgement changes: alerts, the messages that somebody should look, and a record
 * of each. Call while holding the client. Returns how many alerts it touched.
 */
export async function writeJudgement(
  care: CareRepositories,
  { clientId, outcomes, answered, open, settingsVersion, now, channels }: Judgement,
): Promise<number> {
  const changes = applyOutcomes(open, outcomes, now, answered);
  for (const change of changes) {
    const alertId = await care.alerts.apply(clientId, change, settingsVersion);
    const { rule } = change.change === 'open' ? change : standing(open, alertId);
    await care.audit.append({
      action: ACTIONS[change.change],
      clientId,
      subject: { alertId, rule },
    });
    if (change.change === 'open' || change.change === 'gather') {
      const { tier, latestAt } = change;
      await tellByLadder(care, { clientId, alertId, tier, latestAt }, channels);
    }
    if (change.change === 'wake') {
      // Putting it aside has ended its steps: they begin anew with the answer that brought it back.
      const { tier } = standing(open, alertId);
      await tellByLadder(care, { clientId, alertId, tier, latestAt: now }, channels);
    }
    if (change.change === 'resolve') await care.messages.cancelUnsentOfAlert(alertId);
  }
  if (changes.length > 0) await care.live.tell(clientId, 'alert');
  return changes.length;
}

function standing(open: readonly ClientAlert[], alertId: AlertId): ClientAlert {
  const found = open.find((alert) => alert.alertId === alertId);
  if (found === undefined) throw new Error('A change names an alert that is not open.');
  return found;
}
