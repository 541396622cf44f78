import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { openDisk } from '#extension/local/outbox/sealed/disk.ts';
import { seal } from '#extension/local/outbox/sealed/seal.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { Fact } from '#shared/contracts/sealed.ts';
import { stillClock } from '#test/support/clock.ts';
import { OKAFOR, outboxScene } from '#test/support/outbox-worker.ts';

it('what the server does not understand yet stays on the disk, sealed, and is said to wait', async () => {
  const clock = stillClock('2026-11-21T00:58:00.000Z');
  const { engine, server, start } = outboxScene(clock.now);
  const since = instantOf(clock.now());
  const { backend, staffId: author } = OKAFOR;
  const entryId = v7({ msecs: clock.now().getTime() });
  const fact = { what: 'placement', input: {} } as unknown as Fact;
  const grant = { ...(await server.grant(OKAFOR)), grantedAt: since };
  const entry = await seal({ entryId, author, fact }, grant);
  const disk = openDisk(engine);
  await disk.put({ ...entry, backend, since, refusal: null });

  const outbox = start();
  await outbox.onServerThere();
  expect(server.reached).toEqual([]);
  expect(await outbox.list()).toMatchObject([{ entryId, what: 'sealed', is: 'waiting' }]);
  await outbox.forgetRefused();
  expect(await disk.of(backend)).toMatchObject([{ entryId, sealed: entry.sealed, refusal: null }]);
});
