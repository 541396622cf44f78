import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { unfoldAll } from '#test/support/unfold.ts';
import { buildGallery, type Gallery } from './gallery/build.ts';

let gallery: Gallery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await buildGallery();
  browser = await launchBrowser({ hosts: {} });
  page = await openTab(browser);
});

afterAll(async () => {
  await browser.close();
  await gallery.remove();
});

async function show(state: string): Promise<void> {
  await page.setViewport({ width: 400, height: 900 });
  await page.goto('about:blank');
  await page.goto(gallery.address(state));
  await page.waitForSelector('main');
}

const textOf = (selector: string) =>
  page.$eval(selector, (element) => element.textContent.replaceAll(/\s+/g, ' '));

/** The section of the panel with a heading, once it is there. */
async function section(title: string): Promise<string> {
  await page.waitForSelector(`section[aria-label="${title}"]`);
  return textOf(`section[aria-label="${title}"]`);
}

async function buttons(): Promise<(string | null)[]> {
  return page.$$eval('button', (all) => all.map(({ textContent }) => textContent));
}

describe('beside the button that inserts', () => {
  it('stand the two identifiers of the header', async () => {
    await show('improving');
    for (const place of ['.identity', '.destination']) {
      const said = await textOf(place);
      expect(said).toContain('Jordan Avery');
      expect(said).toContain('14 Mar 1991');
    }
    expect(await buttons()).toContain('Insert');
  });
});

describe('a note that holds a text of ours', () => {
  it('says how old it is, takes no second one, and offers to refresh it', async () => {
    await show('own text in the note');
    await page.waitForSelector('.own-blocks');
    expect(await textOf('.own-blocks')).toContain('In this note since 17 Nov, 5:04 pm;');
    expect(await section('Clinical Update')).toContain('no second one is inserted');
    await unfoldAll(page);
    const offered = await buttons();
    expect(offered).not.toContain('Insert');
    expect(offered).toContain('Refresh in place');
    expect(offered).toContain('Copy');
    const said = await textOf('.own-blocks');
    expect(said).toContain('Goes out of the note');
    expect(said).toContain('Jordan Avery, 14 Mar 1991');
  });

  it('of another session says from which note it came, and inserts beside it', async () => {
    await show('own text copied along');
    await page.waitForSelector('.own-blocks');
    expect(await textOf('.own-blocks')).toContain(
      'This text is from the note of 4 Nov; it was copied along.',
    );
    expect(await textOf('.own-blocks')).toContain('Refresh it, or remove it by hand.');
    expect(await buttons()).toContain('Insert');
  });

  it('that nobody knows says so', async () => {
    await show('own text that nobody knows');
    await page.waitForSelector('.own-blocks');
    expect(await textOf('.own-blocks')).toContain('does not know this text');
    expect(await buttons()).toContain('Insert');
  });
});

describe('a note that says that risk is denied', () => {
  const title = 'The note and the answers';

  it('has the client’s own answer beside it, and can be written into', async () => {
    await show('risk denied in the risk assessment');
    const said = await section(title);
    expect(said).toContain('This note’s risk assessment says that all areas of risk are denied.');
    expect(said).toMatch(/PHQ-9 item 9 “Several days”, 19 Nov/i);
    expect(await buttons()).toContain('Insert');
  });

  it('can’t be compared with an answer that is too old', async () => {
    await show('risk denied, not to be compared');
    const said = await section(title);
    expect(said).toContain('can’t be compared now');
    expect(said).not.toContain('item 9');
  });
});

describe('scores that the EHR shows', () => {
  it('are said to be unchecked, to differ, or not to be drawn', async () => {
    await show('scores shown by the EHR');
    const said = await section('Shown by SimplePractice');
    expect(said).toContain('4 scores on this page: shown by SimplePractice, not checked by');
    expect(said).toContain(
      'PHQ-9 on 19 Nov: SimplePractice shows 12, Throughline scored 11 that day.',
    );
    expect(said).toContain('BDI-II 21/63, 3 Nov: no measure of this name was answered here');
    expect(await section('Clinical Update')).not.toContain('12/27');
  });
});

describe('the structure of a page', () => {
  it('is shown before it can be copied', async () => {
    await show('structure not as expected');
    await unfoldAll(page);
    await page.locator('::-p-text(Show the structure)').click();
    const report = await page.waitForSelector('textarea.structure');
    const text = (await report?.evaluate((element) => element.value)) ?? '';
    expect(JSON.parse(text)).toMatchObject({ ehr: 'simplepractice', kind: 'unknown' });
  });
});
