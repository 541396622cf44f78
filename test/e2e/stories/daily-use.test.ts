import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violationsIn } from '#test/support/axe.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { pressCommand } from '#test/support/popup.ts';
import { until } from '#test/support/until.ts';
import { type Stage, setStage } from './stage.ts';

const CLIENT = 'riley-chen';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([CLIENT]);
  await stage.signIn();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

/** The frame in the page: the only thing of ours that the page can see. */
async function boxOf(panel: PanelDriver) {
  const frame = await panel.frame();
  const element = await frame.frameElement();
  const box = await element?.boundingBox();
  if (box === null || box === undefined) throw new Error('the frame has no box');
  const { x, y, width, height } = box;
  return {
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
  };
}

async function stands(panel: PanelDriver, where: Partial<Awaited<ReturnType<typeof boxOf>>>) {
  await until(`the panel stands at ${JSON.stringify(where)}`, async () => {
    const box = await boxOf(panel);
    return Object.entries(where).every(([name, value]) => box[name as keyof typeof box] === value);
  });
}

/** What has the keyboard in the panel. */
async function focused(panel: PanelDriver): Promise<string> {
  const frame = await panel.frame();
  return frame.evaluate(() =>
    document.hasFocus() ? (document.activeElement?.textContent?.trim() ?? '') : 'the page',
  );
}

describe('the panel’s place', () => {
  it('is the same in a page that reads from right to left', async () => {
    const panel = await stage.openNote(CLIENT);
    await panel.shows('Throughline, as of');
    await panel.page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await stands(panel, { x: 1040, y: 0, width: 400, height: 900 });
  });

  it('is changed by pointer and keyboard, is never outside, and is remembered', async () => {
    const panel = await stage.openNote(CLIENT);
    await panel.shows('Throughline, as of');
    await stands(panel, { x: 1040, y: 0, width: 400, height: 900 });
    await panel.press('Float the panel');
    await stands(panel, { x: 1040, y: 16, height: 640 });

    const frame = await panel.frame();
    const handle = await frame.waitForSelector('[aria-label="Move the panel"]');
    const grip = await handle?.boundingBox();
    if (grip === null || grip === undefined) throw new Error('there is nothing to drag');
    const { mouse } = panel.page;
    await until('the pointer is over it', async () => {
      await mouse.move(grip.x + 10, grip.y + 10);
      return (await handle?.evaluate((one) => one.matches(':hover'))) === true;
    });
    await mouse.down();
    // Puppeteer sends a movement to whatever lies under it: the frame has to have come along.
    for (let step = 1; step <= 10; step += 1) {
      await until('the frame has come along', async () => {
        await mouse.move(grip.x + 10 - 8 * step, grip.y + 10 + 9 * step);
        const { x, y } = await boxOf(panel);
        return x === 1040 - 8 * step && y === 16 + 9 * step;
      });
    }
    await mouse.up();

    await handle?.focus();
    await panel.page.keyboard.press('ArrowRight');
    await stands(panel, { x: 976, y: 106 });
    await panel.page.keyboard.down('Shift');
    for (let press = 0; press < 12; press += 1) await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.up('Shift');
    await stands(panel, { x: 976, y: 260 });

    await panel.page.reload();
    const again = await stage.openNote(CLIENT);
    await again.shows('Throughline, as of');
    await stands(again, { x: 976, y: 260 });
    await again.page.setViewport({ width: 320, height: 480 });
    await stands(again, { x: 0, y: 0, width: 320, height: 480 });
    await again.press('Dock the panel at the right');
    await stands(again, { x: 0, width: 320, height: 480 });
  });
});

describe('the keyboard commands', () => {
  it('collapse and open the panel, and give the keyboard back to the note', async () => {
    const panel = await stage.openNote(CLIENT);
    await panel.shows('Throughline, as of');
    await panel.page.focus('.ProseMirror');
    await pressCommand(stage.browser, 'toggle-panel');
    await stands(panel, { width: 48, height: 48 });
    await until('the note has the keyboard', () =>
      panel.page.evaluate(() => document.activeElement?.matches('.ProseMirror') === true),
    );
    await pressCommand(stage.browser, 'toggle-panel');
    await stands(panel, { width: 400 });
    await until('the panel has the keyboard', async () =>
      (await focused(panel)).includes('Riley Chen'),
    );
  });

  it('go from alert to alert', async () => {
    const panel = await stage.openNote(CLIENT);
    await panel.shows('Alerts verified');
    const frame = await panel.frame();
    const headings = await frame.$$eval('article.alert h3', (all) =>
      all.map(({ textContent }) => textContent?.trim() ?? ''),
    );
    for (const heading of [...headings, headings[0]]) {
      await pressCommand(stage.browser, 'next-alert');
      await until(`"${heading}" has the keyboard`, async () => (await focused(panel)) === heading);
    }
  });

  it('go to Insert, which inserts only when a person presses it', async () => {
    const panel = await stage.openNote(CLIENT);
    await panel.shows('Throughline, as of');
    await panel.page.focus('.ProseMirror');
    await pressCommand(stage.browser, 'go-to-insert');
    await until('Insert has the keyboard', async () => (await focused(panel)) === 'Insert');
    expect(await panel.text()).not.toContain('Inserted');
    expect(await violationsIn(await panel.frame())).toEqual([]);
    const frame = await panel.frame();
    await frame.waitForSelector('[data-goal="insert"] button[aria-disabled="false"]');
    await panel.page.keyboard.press('Enter');
    await panel.shows('Inserted');
  });
});
