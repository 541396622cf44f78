import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningBackend } from '#backend/serve.ts';
import { COURSES } from '#test/demo/courses.ts';
import { CLINICIAN } from '#test/demo/practice.ts';
import { seedPractice } from '#test/demo/seed.ts';
import { violationsIn } from '#test/support/axe.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { newDirectory } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';

/** Somebody in trouble, somebody who leaves check-ins, and somebody who is well. */
const CLIENTS = ['kit-bauer', 'tomas-nunez-vega', 'maeve-odonnell'];

let backend: RunningBackend;
let directory: string;
let browser: Browser;

beforeAll(async () => {
  directory = newDirectory();
  backend = await startLocalBackend(directory);
  browser = await launchBrowser({ hosts: {} });
  const courses = COURSES.filter(({ key }) => CLIENTS.includes(key));
  await seedPractice(backend.care, backend.setup, () => undefined, courses);
});
afterAll(async () => {
  await browser.close();
  await backend.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Signs in on the way to the caseload. */
async function openCaseload(width: number, scheme: 'light' | 'dark'): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(new URL('/sign-in?to=caseload', backend.url).href);
  await page.type('#email', CLINICIAN.email);
  await page.type('#password', CLINICIAN.password);
  await Promise.all([page.waitForNavigation(), page.click('button.main')]);
  return page;
}

/** Keeps a picture where somebody asks for them. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['THROUGHLINE_SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const namesOn = (page: Page) =>
  page.$$eval('.caseload h2', (all) => all.map((one) => one.firstChild?.textContent?.trim()));

describe.each(['light', 'dark'] as const)('the page of a caseload in %s', (scheme) => {
  it.each([320, 768, 1280])('can be read by all at %i px', async (width) => {
    const page = await openCaseload(width, scheme);
    expect(await violationsIn(page.mainFrame())).toEqual([]);
    const scrolls = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(scrolls).toBe(false);
    await picture(page, `caseload-${width}-${scheme}`);
    await page.browserContext().close();
  });
});

it('is filtered by a link, and keeps its order', async () => {
  const page = await openCaseload(360, 'light');
  const all = await namesOn(page);
  expect(all).toHaveLength(CLIENTS.length);
  expect(all[0]).toBe('Kit Bauer');
  await Promise.all([page.waitForNavigation(), page.click('a[href="/caseload?show=needsLook"]')]);
  const some = await namesOn(page);
  expect(some.length).toBeGreaterThan(0);
  expect(all.filter((name) => some.includes(name))).toEqual(some);
  expect(await page.$eval('[aria-current="true"]', (one) => one.textContent)).toContain('Needs');
  await page.browserContext().close();
});

it('goes on paper without what can be pressed, and says how to keep it', async () => {
  const page = await openCaseload(768, 'light');
  await page.emulateMediaType('print');
  const words = await page.evaluate(() => document.body.innerText);
  expect(words).toContain('Kit Bauer');
  expect(words).toContain('As of');
  expect(words).toContain('Keep and destroy it');
  expect(words).not.toMatch(/Sign out|Needs a look \(/);
  await picture(page, 'caseload-print');
  await page.browserContext().close();
});
