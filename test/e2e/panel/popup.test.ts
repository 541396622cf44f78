import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from '#test/support/axe.ts';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { unfoldAll } from '#test/support/unfold.ts';
import { buildGallery, type Gallery } from './gallery/build.ts';
import { POPUP_STATES } from './gallery/popup-states.ts';

let gallery: Gallery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await buildGallery('popup.tsx');
  browser = await launchBrowser({ hosts: {} });
  page = await openTab(browser);
});
afterAll(async () => {
  await browser.close();
  await gallery.remove();
});

async function show(state: string): Promise<string> {
  await page.setViewport({ width: 400, height: 620 });
  await page.goto('about:blank');
  await page.goto(gallery.address(state));
  await page.waitForSelector('main');
  return page.evaluate(() => document.body.innerText.replaceAll(/\s+/g, ' '));
}

describe('every state of the popup', () => {
  it.each(Object.keys(POPUP_STATES))('%s: axe finds nothing, in light and dark', async (state) => {
    await show(state);
    await unfoldAll(page);
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect(await violationsIn(page.mainFrame()), value).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      400,
    );
  });
});

describe('what the popup says', () => {
  it('is that nothing is open only of an answer of just now', async () => {
    expect(await show('nobody urgent')).toContain(
      'None of your own clients has an urgent alert open.',
    );
    expect(await show('put aside')).toContain('an urgent alert open that was not put aside.');
    for (const state of ['two minutes old', 'too old', 'unreachable', 'covered', 'signed out']) {
      expect(await show(state), state).not.toMatch(/none open|has an urgent/i);
    }
  });

  it('is that nobody would be told, also beside a caseload that is calm', async () => {
    const shown = await show('nobody urgent, and nobody is told');
    expect(shown).toContain('None of your own clients has an urgent alert open.');
    expect(shown).toContain('Messages about alerts are not going out');
    expect(shown).not.toContain('This panel');
  });

  it('is every rule by its number, and every reason by its rule', async () => {
    await show('day');
    await unfoldAll(page);
    const listed = await page.$$eval('.rules > li', (all) =>
      all.map((one) => getComputedStyle(one).listStyleType),
    );
    expect(listed).toEqual(Array.from({ length: 9 }, () => 'decimal'));
    const reasons = await page.$$eval('.reasons > li', (all) => all.map((one) => one.textContent));
    expect(reasons.length).toBeGreaterThan(3);
    for (const reason of reasons) expect(reason).toMatch(/rule \d$/);
  });

  it('is filtered without being moved', async () => {
    await show('day');
    await unfoldAll(page);
    const namesOf = () => page.$$eval('.person strong', (all) => all.map((one) => one.textContent));
    const all = await namesOf();
    await page.click('input[value="outstanding"]');
    await unfoldAll(page);
    const some = await namesOf();
    expect(some).toEqual(['Maximiliane Featherstonehaugh-Cholmondeley', 'Sam Okonkwo']);
    expect(all.filter((name) => some.includes(name))).toEqual(some);
  });

  it('names nobody when the answer is too old, or in safe view', async () => {
    for (const state of ['too old', 'covered']) expect(await show(state)).not.toContain('Jordan');
  });
});
