import { expect, it } from 'vitest';
import { FACTS, openPanel } from './open-panel.ts';

it('marks a look when the panel is opened, not while it is collapsed', async () => {
  const { panel, looks } = await openPanel({ collapsed: true });
  expect(looks).toEqual([]);
  panel.actions.place('docked');
  expect(looks).toHaveLength(1);
});

it('tells which responses were on screen, and as of when', async () => {
  const { looks } = await openPanel();
  const { client, asOf, responseCounts } = FACTS;
  expect(responseCounts).toEqual({ phq9: 1 });
  expect(looks).toEqual([{ clientId: client.clientId, asOf, responseCounts }]);
});
