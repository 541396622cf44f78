import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { violationsIn } from '#test/support/axe.ts';
import { openTab } from '#test/support/browser.ts';
import { killWorker } from '#test/support/extension-worker.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { openPopup, popupShows } from '#test/support/popup.ts';
import { until } from '#test/support/until.ts';
import { badgeOf } from './extension.ts';
import { type Stage, setStage } from './stage.ts';

const CLIENT = 'riley-chen';
const TELLING = /Riley|Chen|PHQ|GAD|urgent/i;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([CLIENT]);
  await stage.signIn();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

/** A video session in another tab; it is never loaded, its address is enough. */
async function startSession() {
  const tab = await openTab(stage.browser);
  await tab.setRequestInterception(true);
  tab.on('request', (request) => void request.respond({ contentType: 'text/html', body: 'Video' }));
  await tab.goto('https://video.simplepractice.com/appt-invented');
  return tab;
}

const badgeSays = (panel: PanelDriver, wanted: string | RegExp) =>
  until(`the badge says ${wanted}`, async () => (await badgeOf(panel)).match(wanted) !== null);

it('a telehealth session covers the panel, and its end uncovers it', async () => {
  const panel = await stage.openNote(CLIENT);
  await panel.shows('Riley Chen');
  await badgeSays(panel, /^!\d$/);

  const session = await startSession();
  await panel.page.bringToFront();
  await panel.shows('a telehealth session is open');
  await panel.shows('R. C.');
  await panel.shows('Needs a look');
  expect(await panel.text()).not.toMatch(TELLING);
  expect(await panel.offers('Insert')).toBe(false);
  await badgeSays(panel, 'safe');
  expect(await violationsIn(await panel.frame())).toEqual([]);

  await killWorker(stage.browser);
  await panel.page.reload();
  await panel.shows('R. C.');
  expect(await panel.markup()).not.toContain('Chen');

  await session.close();
  await panel.shows('Riley Chen');
  await panel.shows('PHQ-9');
});

it('what is covered is shown for a moment by a press, and can be inserted then', async () => {
  const panel = await stage.openNote(CLIENT);
  await panel.press('Safe view for a shared screen');
  await panel.shows('you switched it on');
  expect(await panel.text()).not.toMatch(TELLING);
  await panel.press('Show for 30 seconds');
  await panel.shows('Covered again in');
  await panel.press('Insert');
  await panel.shows('Inserted');
  await panel.press('Cover now');
  await panel.shows('R. C.');
  await panel.press('Switch safe view off');
  await panel.shows('Riley Chen');
});

it('the popup shows nobody in safe view until it is asked to', async () => {
  const panel = await stage.openNote(CLIENT);
  const popup = await openPopup(stage.browser);
  await popupShows(popup, 'Riley Chen');
  await popup.click('button[aria-pressed="false"]');
  await popupShows(popup, 'your screen may be seen by others');
  expect(await popup.evaluate(() => document.body.innerText)).not.toMatch(/Riley|PHQ/);
  expect(await violationsIn(popup.mainFrame())).toEqual([]);
  await popup.click('button[aria-pressed="true"]');
  await popupShows(popup, 'Riley Chen');
  await popup.close();
  await panel.shows('Riley Chen');
});
