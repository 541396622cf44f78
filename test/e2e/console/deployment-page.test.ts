import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningBackend } from '#backend/serve.ts';
import { violationsIn } from '#test/support/axe.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { newDirectory } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { aReleaseFolder } from '#test/support/release.ts';
import { until } from '#test/support/until.ts';

const PASSWORD = 'correct horse battery staple';
const EMAIL = 'admin@elm-street.example';

let backend: RunningBackend;
let directory: string;
let browser: Browser;
let extensionId: string;

beforeAll(async () => {
  directory = newDirectory();
  const { folder, key } = await aReleaseFolder(directory);
  extensionId = key.extensionId;
  backend = await startLocalBackend(directory, { releases: folder });
  browser = await launchBrowser({ hosts: {} });
  const { setup } = backend;
  const practice = await setup.createPractice({ name: 'Elm Street', timeZone: 'America/Chicago' });
  const person = { displayName: 'Petra Lowe', role: 'admin', email: EMAIL, password: PASSWORD };
  const added = await setup.addStaff(practice, { ...person, role: 'admin' });
  if (!added.ok) throw new Error(added.refusal);
});
afterAll(async () => {
  await browser.close();
  await backend.stop();
  rmSync(directory, { recursive: true, force: true });
});

interface Look {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  readonly script?: boolean;
  /** Where downloads go; default nowhere. */
  readonly downloads?: string;
}

async function openDeployment(look: Look = {}): Promise<Page> {
  const { width = 320, scheme = 'light', script = true, downloads } = look;
  const context = await browser.createBrowserContext({
    downloadBehavior:
      downloads === undefined ? { policy: 'deny' } : { policy: 'allow', downloadPath: downloads },
  });
  const page = await context.newPage();
  await page.setViewport({ width, height: 900 });
  await page.setJavaScriptEnabled(script);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(new URL('/sign-in?to=deployment', backend.url).href);
  await page.type('#email', EMAIL);
  await page.type('#password', PASSWORD);
  await Promise.all([page.waitForNavigation(), page.click('button.main')]);
  expect(new URL(page.url()).pathname).toBe('/deployment');
  return page;
}

/** What axe finds wrong, and whether the page is wider than its window. */
async function defects(page: Page): Promise<readonly string[]> {
  const found = await violationsIn(page.mainFrame());
  const scrolls = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  return [...found, ...(scrolls ? ['it scrolls sideways'] : [])];
}

/** Keeps a picture where somebody asks for them. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['THROUGHLINE_SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

describe.each(['light', 'dark'] as const)('the page of policy files in %s', (scheme) => {
  it.each([320, 1280])('can be read by all at %i px, also when it refuses', async (width) => {
    const page = await openDeployment({ width, scheme });
    expect(await defects(page)).toEqual([]);
    await picture(page, `deployment-${width}-${scheme}`);
    await page.$eval('#lockAfterIdleMinutes', (input) => input.setAttribute('value', '90'));
    await page.type('#minimumVersion', 'newest');
    await Promise.all([page.waitForNavigation(), page.click('button[value="throughline.json"]')]);
    expect(await page.$eval(':focus', ({ id }) => id)).toBe('lockAfterIdleMinutes');
    expect(await defects(page)).toEqual([]);
    await picture(page, `deployment-refused-${width}-${scheme}`);
    await page.browserContext().close();
  });
});

it('gives a file by one press without a script, and stays as it was filled in', async () => {
  const folder = join(directory, 'downloads');
  const page = await openDeployment({ script: false, downloads: folder });
  await page.type('#bannerText', 'Ask Pat before you export.');
  await page.click('button[value="throughline.json"]');
  const file = 'throughline.json';
  await until('the file is there', () => existsSync(join(folder, file)));
  const policy = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    readonly '3rdparty': { readonly extensions: Readonly<Record<string, object>> };
  };
  expect(policy['3rdparty'].extensions[extensionId]).toMatchObject({
    backendAddress: backend.url.origin,
    bannerText: 'Ask Pat before you export.',
  });
  const typed = await page.$eval('#bannerText', (input) => 'value' in input && input.value);
  expect(typed).toBe('Ask Pat before you export.');
});

it('looks at what was typed, and makes nothing, when Enter is pressed', async () => {
  const page = await openDeployment();
  await page.focus('#supportContact');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  const said = await page.$eval('[role="status"]', (note) => note.textContent ?? '');
  expect(said).toContain('Everything can be used. No file was made yet');
});
