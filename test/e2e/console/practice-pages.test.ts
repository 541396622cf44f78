import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningBackend } from '#backend/serve.ts';
import { violationsIn } from '#test/support/axe.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { newDirectory } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';

/** Pages that need no more than to be opened; a refusal is looked at like any page. */
const PLAIN_PAGES = [
  '/hand-measures',
  '/forms',
  '/phrases',
  '/phrases/edit',
  '/messages',
  '/wording',
  '/wording/edit?purpose=checkIn&language=spanish&way=email',
  '/connect',
];
const PASSWORD = 'correct horse battery staple';

let backend: RunningBackend;
let directory: string;
let browser: Browser;

beforeAll(async () => {
  directory = newDirectory();
  backend = await startLocalBackend(directory);
  browser = await launchBrowser({ hosts: {} });
  const { setup } = backend;
  const practice = await setup.createPractice({ name: 'Elm Street', timeZone: 'America/Chicago' });
  for (const role of ['admin', 'clinician'] as const) {
    const email = `${role}@elm-street.example`;
    const person = { displayName: `A ${role}`, role, email, password: PASSWORD };
    const added = await setup.addStaff(practice, person);
    if (!added.ok) throw new Error(added.refusal);
  }
});
afterAll(async () => {
  await browser.close();
  await backend.stop();
  rmSync(directory, { recursive: true, force: true });
});

interface Look {
  readonly dark?: boolean;
  readonly script?: boolean;
  readonly width?: number;
}

/** A browser in which somebody has signed in, led to a page by it. */
async function signedIn(role: 'admin' | 'clinician', path: string, look: Look = {}): Promise<Page> {
  const { dark = false, script = true, width = 320 } = look;
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width, height: 900 });
  await page.setJavaScriptEnabled(script);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
  ]);
  await page.goto(`${backend.url.origin}${path}`);
  await page.type('#email', `${role}@elm-street.example`);
  await page.type('#password', PASSWORD);
  await press(page, 'button.main');
  expect(new URL(page.url()).pathname).toBe(path);
  return page;
}

/** Presses what leads to another page. */
async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

/** What axe finds wrong, and what stands out beyond its frame. */
async function defects(page: Page): Promise<readonly string[]> {
  const found = await violationsIn(page.mainFrame());
  const beyond = await page.evaluate(() => {
    const { right } = document.querySelector('main')?.getBoundingClientRect() ?? { right: 0 };
    const all = [...document.querySelectorAll('main *:not(.hidden)')];
    return all
      .filter((element) => element.getBoundingClientRect().right > right)
      .map((element) => `beyond the frame: ${element.outerHTML.slice(0, 80)}`);
  });
  return [...found, ...beyond];
}

/** Keeps a picture where somebody asks for them. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['THROUGHLINE_SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

describe.each(['light', 'dark'])('in %s', (scheme) => {
  it.each(['admin', 'clinician'] as const)(
    'the pages of one %s can be read by all',
    async (role) => {
      const page = await signedIn(role, '/measures', { dark: scheme === 'dark' });
      expect(await defects(page)).toEqual([]);
      await picture(page, `measures-${role}-${scheme}`);
      await page.goto(`${backend.url.origin}/measures/core10`);
      expect(await defects(page)).toEqual([]);
      await picture(page, `licence-${role}-${scheme}`);
      await page.goto(`${backend.url.origin}/alert-rules`);
      expect(await defects(page)).toEqual([]);
      await picture(page, `rules-${role}-${scheme}`);
      for (const path of PLAIN_PAGES) {
        await page.goto(`${backend.url.origin}${path}`);
        expect(await defects(page), path).toEqual([]);
        await picture(page, `${path.slice(1).replaceAll(/[^a-z]+/g, '-')}-${role}-${scheme}`);
      }
    },
  );
});

it.each([360, 768, 1280])(
  'the top of a page holds long names at %i pixels, with every place in reach',
  async (width) => {
    const page = await signedIn('admin', '/measures', { width });
    const beyond = await page.evaluate(() => {
      const who = document.querySelector('.who strong');
      if (who !== null)
        who.textContent = 'Maria-Magdalena Featherstonehaugh-Wolfeschlegelstein'.repeat(2);
      const inTop = [...document.querySelectorAll('.top a, .top button, .top p')];
      return inTop.filter((one) => one.getBoundingClientRect().right > innerWidth).length;
    });
    expect(beyond).toBe(0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  },
);

describe('an admin without a script', () => {
  it('confirms a licence only with the tick, sees by whom, and withdraws it', async () => {
    const page = await signedIn('admin', '/measures', { script: false });
    await press(page, 'a[href="/measures/core10"]');
    await page.click('.decision button.main');
    expect(await page.$('.decision')).not.toBeNull();
    await page.click('.decision input[name="agreed"]');
    await press(page, '.decision button.main');
    const main = () => page.$eval('main', (screen) => screen.innerText);
    expect(await main()).toContain('The practice’s right was confirmed by A admin on ');
    await press(page, 'form[action$="/withdraw"] button');
    expect(await main()).toContain('Not confirmed now');
  });

  it('states a measure for totals by hand, takes it out of use and back', async () => {
    const page = await signedIn('admin', '/hand-measures', { script: false });
    await press(page, 'a[href="/hand-measures/edit"]');
    await page.type('#name', 'OQ-45.2');
    await press(page, 'main button.main');
    const main = () => page.$eval('main', (screen) => screen.innerText);
    await press(page, 'form[action="/hand-measures/oq452/retire"] button');
    expect(await main()).toContain('Taken out of use by A admin on ');
    await press(page, 'form[action="/hand-measures/oq452/restore"] button');
    expect(await main()).not.toContain('Taken out of use');
  });

  it('sets a rule, is told why a number is refused, and goes back to the defaults', async () => {
    const page = await signedIn('admin', '/alert-rules', { script: false });
    const field = '#N1-percentBetter';
    const type = async (text: string) => {
      await page.$eval(field, (input) => input.setAttribute('value', ''));
      await page.type(field, text);
      await press(page, '#N1 button[value="save"]');
    };
    await type('99');
    const said = () => page.$eval('#N1 .note', (note) => note.textContent ?? '');
    const refused = await page.$eval('#N1-percentBetter-problem', (why) => why.textContent);
    expect(refused).toContain('takes a number from 5 to 50');
    const reached = await page.waitForFunction(
      () => document.activeElement?.id === 'N1-percentBetter' && scrollY > 0,
    );
    expect(await reached.jsonValue()).toBe(true);
    expect(await page.$eval(field, (input) => input.getAttribute('value'))).toBe('99');
    await type('30');
    expect(await said()).toContain('Saved.');
    expect(await page.$eval(field, (input) => input.getAttribute('value'))).toBe('30');
    await press(page, '#N1 button[value="defaults"]');
    expect(await page.$eval(field, (input) => input.getAttribute('value'))).toBe('20');
    expect(await page.$eval('main', (screen) => screen.innerText)).toContain('Version 2, set by');
  });
});
