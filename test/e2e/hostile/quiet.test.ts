import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { pageErrors } from '#test/support/page-errors.ts';
import { panelOf } from '#test/support/panel.ts';
import { allChanges, allReported, appointmentOf } from '../stories/notes.ts';
import { type Stage, setStage } from '../stories/stage.ts';
import { makeUp } from './made-up.ts';
import { extensionId } from './own-page.ts';

let stage: Stage;
let address: string;
beforeAll(async () => {
  stage = await setStage(['kit-bauer']);
  await stage.signIn();
  address = `${stage.simplePractice.url}/appointments/${appointmentOf('kit-bauer')}`;
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Everything that the page's own program can measure of its layout and its globals. */
function measured(page: Page) {
  return page.evaluate(() => ({
    boxes: [...document.body.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.localName, x, y, width, height].join(' ');
    }),
    globals: Object.getOwnPropertyNames(globalThis).toSorted(),
    frames: [window.length, document.querySelectorAll('iframe, link, script').length],
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    root: document.documentElement.getAttributeNames().join(' '),
  }));
}

it('the page is laid out, prints and runs as it does in a browser without us', async () => {
  const { simplePractice } = stage;
  const hosts = { 'secure.simplepractice.com': simplePractice.port };
  const plain = await launchBrowser({ hosts });
  try {
    const bare = await openTab(plain);
    await bare.goto(address);
    await bare.waitForSelector('.ProseMirror');
    const page = await openTab(stage.browser);
    const errors = pageErrors(page);
    await page.goto(address);
    await panelOf(page).shows('Goes to Simple Progress Note');
    await allReported(bare);
    await allReported(page);
    expect(await measured(page)).toEqual(await measured(bare));
    await Promise.all([bare, page].map((one) => one.emulateMediaType('print')));
    expect(await page.screenshot({ encoding: 'base64' })).toBe(
      await bare.screenshot({ encoding: 'base64' }),
    );
    expect(errors.all()).toEqual([]);
    expect(simplePractice.state.policyReports).toEqual([]);
  } finally {
    await plain.close();
  }
});

it('its keys, focus and selection stay its own', async () => {
  const page = await openTab(stage.browser);
  await page.goto(address);
  await page.waitForSelector('.ProseMirror');
  await page.evaluate(() => {
    const keys: string[] = [];
    Object.assign(globalThis, { keys });
    addEventListener('keydown', ({ key, ctrlKey }) => keys.push(ctrlKey ? `Ctrl+${key}` : key));
    document.querySelector<HTMLElement>('.ProseMirror')?.focus();
    getSelection()?.selectAllChildren(document.querySelector('h1') ?? document.body);
  });
  const before = await standing(page);
  await panelOf(page).shows('Goes to Simple Progress Note');
  expect(await standing(page)).toEqual(before);
  for (const key of ['k', '/', 's', 'Escape', 'F2'] as const) await page.keyboard.press(key);
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  const heard = await page.evaluate(() => Reflect.get(globalThis, 'keys') as unknown);
  expect(heard).toEqual(['k', '/', 's', 'Escape', 'F2', 'Ctrl+Control', 'Ctrl+k']);
});

function standing(page: Page) {
  return page.evaluate(() => ({
    focus: document.activeElement?.className,
    selected: getSelection()?.toString(),
  }));
}

it('what a program makes up presses nothing, in the page or in the panel', async () => {
  const panel = await stage.openNote('kit-bauer');
  await panel.shows('Goes to Simple Progress Note');
  await panel.focus('Insert');
  await panel.page.evaluate(makeUp);
  const frame = await panel.frame();
  await frame.evaluate(makeUp);
  await allReported(panel.page);
  expect(allChanges(stage.simplePractice)).toBe(0);
  expect(await panel.text()).not.toMatch(/Inserted|Inserting/);
});

it('the page finds neither the extension nor its files', async () => {
  const panel = await stage.openNote('kit-bauer');
  await panel.shows('Goes to Simple Progress Note');
  const id = await extensionId(stage.browser);
  const found = await panel.page.evaluate(async (ours) => {
    const files = ['panel.html', 'options.html', 'client-page.js', 'manifest.json'];
    const reached = await Promise.allSettled(
      files.map((file) => fetch(`chrome-extension://${ours}/${file}`)),
    );
    return {
      reached: reached.filter(({ status }) => status === 'fulfilled').length,
      runtime: typeof Reflect.get(globalThis, 'chrome')?.runtime,
    };
  }, id);
  expect(found).toEqual({ reached: 0, runtime: 'undefined' });
});
