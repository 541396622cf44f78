import type { ClientAlert } from '#backend/store/alerts.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { AlertChange } from '#shared/alerts/merge.ts';
import type { AlertId, ClientId } from '#shared/contracts/ids.ts';

const ACTIONS = {
  open: 'alert.opened',
  gather: 'alert.joined',
  wake: 'alert.woken',
  resolve: 'alert.resolved',
} as const satisfies Record<AlertChange['change'], string>;

/** What happened to one alert. */
export interface RecordedChange {
  readonly clientId: ClientId;
  readonly alertId: AlertId;
  readonly change: AlertChange;
  /** The client's alerts that were open before. */
  readonly open: readonly ClientAlert[];
}

/** Records that an alert was opened, joined by new evidence, brought back, or resolved. */
export async function recordChange(
  care: CareRepositories,
  { clientId, alertId, change, open }: RecordedChange,
): Promise<void> {
  const rule =
    change.change === 'open'
      ? change.rule
      : open.find((standing) => standing.alertId === alertId)?.rule;
  if (rule === undefined) throw new Error('A change names an alert that is not open.');
  await care.audit.append({
    action: ACTIONS[change.change],
    clientId,
    subject: { alertId, rule },
  });
}
