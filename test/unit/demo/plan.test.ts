import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoArguments } from '#test/demo/arguments.ts';
import { demoPlan } from '#test/demo/plan.ts';

/** What these words lead to, with and without a display. */
function planFor(words: readonly string[], env: Readonly<Record<string, string>>, display = true) {
  const wanted = demoArguments(words);
  return wanted.ok ? demoPlan(wanted.value, env, display) : expect.fail(`unread: ${words.join()}`);
}

describe('a start of the demo', () => {
  it('opens for a person at the port that is set, on data that stays', () => {
    const env = { THROUGHLINE_DATA: '/data', THROUGHLINE_PORT: '7400' };
    expect(planFor(['--phone'], env)).toEqual({
      ok: true,
      value: {
        kind: 'open',
        dataDir: resolve('/data/demo'),
        port: 7400,
        fresh: false,
        phone: true,
      },
    });
    expect(planFor([], {})).toMatchObject({
      value: { port: 7317, dataDir: resolve('.data/demo') },
    });
  });

  it.each([
    ['asked to check itself', ['--once'], true],
    ['without a display', [], false],
  ])('%s begins afresh in a folder and at a port of its own', (_, words, display) => {
    const env = { THROUGHLINE_DATA: '/data', THROUGHLINE_PORT: '7400' };
    expect(planFor(words, env, display)).toMatchObject({
      value: { kind: 'once', dataDir: resolve('/data/demo-once'), port: 0, fresh: true },
    });
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>, boolean, string]>([
    ['phones without a display', ['--phone'], {}, false, 'there is no display here'],
    ['phones for what ends by itself', ['--phone', '--once'], {}, true, 'Leave one of them out'],
    ['no port', [], { THROUGHLINE_PORT: 'many' }, true, 'THROUGHLINE_PORT must be a number'],
    ['an option that npm took', [], { npm_config_once: 'true' }, true, 'npm start -- --once'],
  ])('with %s is refused, with what to do', (_, words, env, display, hint) => {
    expect(planFor(words, env, display)).toEqual({
      ok: false,
      refusal: expect.stringContaining(hint),
    });
  });
});
