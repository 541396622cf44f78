import { describe, expect, it } from 'vitest';
import { createStructureChecks } from '#extension/panel/support/structure-checks.ts';
import { SelfCheck } from '#shared/contracts/self-check.ts';

const REPORT = SelfCheck.parse({
  ehr: 'simplepractice',
  adapterVersion: 1,
  kind: 'unknown',
  checks: [{ name: 'header.name', found: 0, expected: 'one', holds: false }],
  outline: [{ depth: 0, tag: 'main', names: ['content-#'], role: null, ownText: 40 }],
});

function scene(isThere = true) {
  const sent: unknown[] = [];
  const timers: (() => void)[] = [];
  const checks = createStructureChecks({
    send: (message) => sent.push(message) > 0 && isThere,
    setTimeout: (run) => timers.push(run),
  });
  return { checks, sent, timers };
}

describe('the structure of a page', () => {
  it('is the page’s own report', async () => {
    const { checks, sent } = scene();
    const asked = checks.check();
    checks.onChecked(REPORT);
    expect(await asked).toEqual(REPORT);
    expect(sent).toEqual([{ type: 'check' }]);
  });

  it('is none when nobody is at the other end', async () => {
    expect(await scene(false).checks.check()).toBeNull();
  });

  it('is none when the page does not answer in time', async () => {
    const { checks, timers } = scene();
    const asked = checks.check();
    timers.forEach((run) => run());
    expect(await asked).toBeNull();
  });
});
