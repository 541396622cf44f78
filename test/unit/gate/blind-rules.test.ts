import { expect, it } from 'vitest';
import { blindRules } from '#test/gate/blind-rules.ts';

const MODULES = [
  'extension/ehr/page.ts',
  'extension/frame/frame.ts',
  'extension/entrypoints/client-page.ts',
];

const blind = (path: string) => blindRules([{ name: 'small', from: { path } }], MODULES);

it('sees a rule of which every part is about some module', () => {
  expect(blind('^extension/(ehr|frame)/|^extension/entrypoints/client-page\\.ts$')).toEqual([]);
  expect(blindRules([{ name: 'no cycles', from: {} }], MODULES)).toEqual([]);
});

it.each([
  ['a file that was renamed', '^extension/ehr/|^extension/entrypoints/client\\.content', 1],
  ['a folder that was renamed', '^extension/(ehr|frames)/', 1],
  ['nothing at all', '^backend/(?!rpc/)', 1],
  ['several that are gone', '^(shared|backend|extension)/', 2],
])('tells of a rule about %s', (_what, path, count) => {
  expect(blind(path)).toHaveLength(count);
  expect(blind(path)[0]).toMatch(/^small: \^/);
});
