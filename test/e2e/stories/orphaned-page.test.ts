import { TargetType } from 'puppeteer';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { until } from '#test/support/until.ts';
import { appointmentOf, follow } from './notes.ts';
import { type Stage, setStage } from './stage.ts';

/** The one call of the browser's interface that is made in the extension's worker. */
declare const chrome: { readonly runtime: { reload(): void } };

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['kit-bauer', 'riley-chen']);
  await stage.signIn();
});
afterAll(() => stage.close());

/** Has the browser put another copy in the place of the extension that runs. */
async function reloadExtension(): Promise<void> {
  const target = await stage.browser.waitForTarget(
    (candidate) => candidate.type() === TargetType.SERVICE_WORKER,
  );
  const worker = await target.worker();
  await worker?.evaluate(() => chrome.runtime.reload());
}

describe('the extension is updated or switched off while a chart is open', () => {
  it('the dead panel goes with the client it was about, and the page is left as it was', async () => {
    const panel = await stage.openNote('kit-bauer');
    await panel.shows('name and birth date agree');
    const frame = await panel.frame();
    await reloadExtension();
    await frame.waitForFunction(() => chrome.runtime === undefined || !('id' in chrome.runtime));

    await follow(panel.page, `/appointments/${appointmentOf('riley-chen')}`);
    await until('the dead panel is gone', () =>
      panel.page.evaluate(() => document.querySelector('html > [popover]') === null),
    );
    await panel.page.waitForFunction(
      () => document.querySelector('h1')?.innerText === 'Riley Chen',
    );
  });
});
