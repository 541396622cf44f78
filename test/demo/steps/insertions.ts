import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import type { World } from '#test/support/world.ts';
import type { SeededPractice } from '../seed.ts';

/** The text of the Update that the clinician reads before inserting it. */
export async function preview(panel: PanelDriver): Promise<string> {
  const frame = await panel.frame();
  const ours = '.preview:not(.own-blocks .preview)';
  return frame.$eval(ours, (element) => (element as HTMLElement).innerText);
}

/** Entries of the audit log about insertions into a client's notes, and their undoing. */
export async function insertionsOf(
  { backend }: Pick<World, 'backend'>,
  practice: SeededPractice,
  key: string,
): Promise<number> {
  const clientId = practice.clients[key];
  if (clientId === undefined) throw new Error(`${key} is not in the practice`);
  const scope = {
    practiceId: practice.practiceId,
    actor: { kind: 'system', name: 'demo' },
    requestId: 'demo',
    now: backend.care.now(),
  } as const;
  const rows = await backend.care.store.inPractice(scope, ({ audit }) => audit.ofClient(clientId));
  return rows.filter(({ action }) => action.startsWith('insertion.')).length;
}

/** Waits until the audit log holds so many of them: the panel records after it has shown. */
export async function insertionsReach(
  world: World,
  practice: SeededPractice,
  key: string,
  count: number,
): Promise<void> {
  await until(
    `${count} insertions in the audit log`,
    async () => (await insertionsOf(world, practice, key)) === count,
  );
}
