import { expect, it } from 'vitest';
import { openPanel } from './open-panel.ts';

const looks = (calls: readonly string[]) => calls.filter((call) => call === 'look.mark').length;

it('marks a look when the panel is opened, not while it is collapsed', async () => {
  const { panel, calls } = await openPanel({ collapsed: true });
  expect(looks(calls)).toBe(0);
  panel.actions.place('docked');
  expect(looks(calls)).toBe(1);
});
