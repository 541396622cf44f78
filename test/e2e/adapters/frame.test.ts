import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Frame } from '#extension/frame/frame.ts';
import type { Program } from './browser/program.ts';
import { type EhrTab, type Harness, startHarness } from './harness.ts';

declare const program: Program;
/** What the page of a test sets up below. */
declare const mounted: { frame: Frame; fights: number };

const ADDRESS = 'https://secure.simplepractice.com/appointments/2718400101';
const PAGE = '<main style="width:100%"><h1>Notes</h1><button id="field">Write</button></main>';
const HOST = 'html > [popover]';

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
beforeEach(async () => {
  tab = await harness.tab(ADDRESS, PAGE);
});
afterEach(() => tab.page.close());

async function mount() {
  await tab.page.evaluate(() => {
    const state = { frame: null as Frame | null, fights: 0 };
    Object.assign(globalThis, { mounted: state });
    state.frame = program.mountFrame({
      doc: document,
      panelAddress: 'https://panel.example/panel.html',
      nonce: 'test-nonce',
      now: () => performance.now(),
      onFight: () => {
        state.fights += 1;
      },
    });
  });
  return tab.page.waitForFrame((frame) => frame.url().startsWith('https://panel.example/'));
}

function box() {
  return tab.page.$eval(HOST, (host) => {
    const { x, y, width, height } = host.getBoundingClientRect();
    const { opacity, filter, visibility } = getComputedStyle(host);
    return { x, y, width, height, opacity, filter, visibility };
  });
}

const DOCKED = {
  x: 1040,
  y: 0,
  width: 400,
  height: 900,
  opacity: '1',
  filter: 'none',
  visibility: 'visible',
};

test('the frame stands at the right, above everything, and the page can’t look inside', async () => {
  const frame = await mount();
  expect(await box()).toEqual(DOCKED);
  expect(frame.url()).toBe('https://panel.example/panel.html#test-nonce');
  const seen = await tab.page.evaluate(() => ({
    shadow: document.querySelector('html > [popover]')?.shadowRoot,
    windows: window.length,
    html: document.documentElement.outerHTML.includes('panel.example'),
    top: document.elementFromPoint(1200, 400)?.matches('html > [popover]'),
  }));
  expect(seen).toEqual({ shadow: null, windows: 0, html: false, top: true });
});

test('the page’s own layout does not move, and paper shows no panel', async () => {
  const layout = () =>
    tab.page.evaluate(() =>
      [...document.body.querySelectorAll('*')].map((element) =>
        JSON.stringify(element.getBoundingClientRect()),
      ),
    );
  const before = await layout();
  await mount();
  expect(await layout()).toEqual(before);
  await tab.page.emulateMediaType('print');
  expect(await tab.page.$eval(HOST, (host) => getComputedStyle(host).display)).toBe('none');
});

const STANDS = (['docked', 'floating', 'collapsed'] as const).flatMap((mode) =>
  [false, true].map((picking) => ({ mode, picking })),
);

test.each(STANDS)(
  '$mode, a field being picked: $picking, the page keeps its layout, keys, focus, selection and paper',
  async ({ mode, picking }) => {
    const { page } = tab;
    await page.emulateMediaType('print');
    const paper = await page.screenshot({ encoding: 'base64' });
    await page.emulateMediaType('screen');
    await page.focus('#field');
    const standing = () =>
      page.evaluate(() => {
        const title = document.querySelector('h1');
        if (getSelection()?.isCollapsed === true && title !== null) {
          getSelection()?.selectAllChildren(title);
        }
        const boxes = [...document.querySelectorAll('body, body *')].map((element) =>
          JSON.stringify(element.getBoundingClientRect()),
        );
        const { scrollWidth, scrollHeight } = document.documentElement;
        const focus = document.activeElement?.id;
        return { boxes, scrollWidth, scrollHeight, focus, selected: getSelection()?.toString() };
      });
    const before = await standing();
    await page.evaluate(() => {
      Object.assign(globalThis, { keys: [] });
      addEventListener('keydown', ({ key }) => Reflect.get(globalThis, 'keys').push(key));
    });
    await mount();
    await page.evaluate(
      (place, picks) => {
        mounted.frame.place({ mode: place, side: 'right', x: 300, y: 40 });
        const listener = {
          over: () => undefined,
          click: () => undefined,
          cancel: () => undefined,
        };
        if (picks) mounted.frame.pickLayer(listener, new AbortController().signal);
      },
      mode,
      picking,
    );
    expect(await standing()).toEqual(before);
    for (const key of ['k', '/', 'F2', 'Tab'] as const) await page.keyboard.press(key);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'keys'))).toEqual([
      'k',
      '/',
      'F2',
      'Tab',
    ]);
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      getSelection()?.removeAllRanges();
    });
    await page.emulateMediaType('print');
    expect(await page.screenshot({ encoding: 'base64' })).toBe(paper);
  },
);

test('collapsed it is a tab at the edge; removed it leaves nothing', async () => {
  await mount();
  await tab.page.evaluate(() =>
    mounted.frame.place({ mode: 'collapsed', side: 'right', x: 0, y: 0 }),
  );
  const small = await box();
  expect([small.width, small.x + small.width]).toEqual([48, 1440]);
  await tab.page.evaluate(() => mounted.frame.place({ mode: 'docked', side: 'right', x: 0, y: 0 }));
  expect(await box()).toEqual(DOCKED);
  await tab.page.evaluate(() => mounted.frame.remove());
  expect(await tab.page.evaluate(() => document.documentElement.children.length)).toBe(2);
});

test('the keyboard goes back to where it was in the page', async () => {
  await tab.page.focus('#field');
  const frame = await mount();
  await (await frame.waitForSelector('input'))?.click();
  expect(await tab.page.evaluate(() => document.activeElement?.id)).not.toBe('field');
  await tab.page.evaluate(() => mounted.frame.releaseFocus());
  expect(await tab.page.evaluate(() => document.activeElement?.id)).toBe('field');
});

test.each([
  ['fades it', 'opacity: 0.01 !important'],
  ['blurs it', 'filter: blur(9px) !important'],
  ['moves it away', 'transform: translateX(9999px) !important; left: 9999px !important'],
  ['hides it', 'visibility: hidden !important; display: none !important'],
  ['shrinks it', 'width: 1px !important; height: 1px !important'],
])('a page that %s changes nothing', async (_, css) => {
  await mount();
  await tab.page.addStyleTag({ content: `div, [popover] { ${css} }` });
  expect(await box()).toEqual(DOCKED);
  await tab.page.$eval(HOST, (host, style) => host.setAttribute('style', style), css);
  expect(await box()).toEqual(DOCKED);
  await tab.page.waitForSelector(`${HOST}:not([style])`);
});

test('a frame that is closed or taken out comes back', async () => {
  await mount();
  await tab.page.$eval(HOST, (host) => (host as HTMLElement).hidePopover());
  await tab.page.waitForSelector(`${HOST}:popover-open`);
  await tab.page.$eval(HOST, (host) => host.remove());
  await tab.page.waitForSelector(`${HOST}:popover-open`);
  expect(await tab.page.evaluate(() => mounted.fights)).toBe(0);
});

test('a page that takes it out again and again wins, and the panel is told', async () => {
  await mount();
  await tab.page.evaluate(() => {
    const host = document.querySelector('html > [popover]');
    const fight = () => host?.remove();
    new MutationObserver(fight).observe(document.documentElement, { childList: true });
    fight();
  });
  await tab.page.waitForFunction(() => mounted.fights > 0);
  await tab.page.evaluate(() => mounted.frame.remove());
  expect(await tab.page.$(HOST)).toBeNull();
});
