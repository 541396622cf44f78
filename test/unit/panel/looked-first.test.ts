import { expect, it } from 'vitest';
import { openPanel } from './open-panel.ts';

it('has the page looked at before the server is asked once more who this is', async () => {
  const { panel, posted, calls } = await openPanel();
  posted.length = 0;
  calls.length = 0;
  const verified = panel.actions.verify();
  expect(posted).toEqual([{ type: 'look' }]);
  await verified;
  expect(calls).toContain('brief.get');
});
