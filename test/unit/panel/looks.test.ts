import { expect, it } from 'vitest';
import { instantOf } from '#shared/contracts/calendar.ts';
import { FACTS, openPanel } from './open-panel.ts';

it('marks a look when the panel is opened, not while it is collapsed', async () => {
  const { panel, looks } = await openPanel({ collapsed: true });
  expect(looks).toEqual([]);
  panel.actions.daily.dock('right');
  expect(looks).toHaveLength(1);
});

it('tells which responses were on screen, and as of when', async () => {
  const { looks } = await openPanel();
  const { client, asOf, responseCounts } = FACTS;
  expect(responseCounts).toEqual({ phq9: 1 });
  expect(looks).toEqual([{ clientId: client.clientId, asOf, responseCounts }]);
});

it('marks a look that did not reach the server with its next answer, and then no more', async () => {
  const { panel, looks, server, calls } = await openPanel({ collapsed: true });
  server.hearsLooks = false;
  panel.actions.daily.dock('right');
  await panel.actions.verify();
  server.hearsLooks = true;
  await panel.actions.verify();
  const marks = () => calls.filter((call) => call === 'look.mark').length;
  // The same answer once more is no reason to try again.
  expect([marks(), looks]).toEqual([1, []]);
  for (const minute of ['59', '58']) {
    server.asOf = instantOf(new Date(`2026-11-21T00:${minute}:30.000Z`));
    await panel.actions.verify();
  }
  expect(looks).toMatchObject([{ asOf: '2026-11-21T00:59:30.000Z' }]);
  expect(marks()).toBe(2);
});
