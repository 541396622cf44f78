import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowserCare, createFleetCare } from '#backend/care/fleet/create-fleet-care.ts';
import type { RunningBackend } from '#backend/serve.ts';
import { violationsIn } from '#test/support/axe.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { newDirectory } from '#test/support/database.ts';
import { anAdapterReport, aReport } from '#test/support/fleet.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';

const PASSWORD = 'correct horse battery staple';

let backend: RunningBackend;
let directory: string;
let browser: Browser;

beforeAll(async () => {
  directory = newDirectory();
  backend = await startLocalBackend(directory);
  browser = await launchBrowser({ hosts: {} });
  const { care, setup } = backend;
  const practiceId = await setup.createPractice({
    name: 'Elm Street',
    timeZone: 'America/Chicago',
  });
  const email = 'admin@elm-street.example';
  const person = { displayName: 'Petra Lowe', role: 'admin', email, password: PASSWORD } as const;
  const added = await setup.addStaff(practiceId, person);
  if (!added.ok) throw new Error(added.refusal);
  const caller = { practiceId, staffId: added.value, role: 'admin', requestId: v7() } as const;
  const { takeReport } = createBrowserCare(care, async () => true);
  await takeReport(caller, aReport());
  const changed = anAdapterReport({
    adapterVersion: 2,
    failedChecks: { 'client.header.birthDate.label.long': 1200 },
  });
  await takeReport(caller, aReport({ browser: 'firefox', adapters: [changed] }));
  const reason = 'The note page looks new; support has been told.';
  const wanted = { ehr: 'simplepractice', mode: 'readOnly', reason, seenVersion: 0 } as const;
  await createFleetCare(care).switchAdapter(caller, wanted);
});
afterAll(async () => {
  await browser.close();
  await backend.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function openFleet(width: number, scheme: 'light' | 'dark'): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(new URL('/sign-in?to=fleet', backend.url).href);
  await page.type('#email', 'admin@elm-street.example');
  await page.type('#password', PASSWORD);
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

describe.each(['light', 'dark'] as const)('the page of browsers in %s', (scheme) => {
  it.each([320, 360, 768, 1280])('can be read by all at %i px', async (width) => {
    const page = await openFleet(width, scheme);
    expect(await violationsIn(page.mainFrame())).toEqual([]);
    const scrolls = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(scrolls).toBe(false);
    await picture(page, `fleet-${width}-${scheme}`);
    await page.browserContext().close();
  });
});

it('leads to a reason that is missing, and keeps the choice', async () => {
  const page = await openFleet(360, 'light');
  await page.click('#therapynotes input[value="off"]');
  await Promise.all([page.waitForNavigation(), page.click('#therapynotes button.main')]);
  expect(await page.$eval(':focus', (focused) => focused.id)).toBe('therapynotes-reason');
  const chosen = await page.$eval('#therapynotes input:checked', (input) =>
    input.getAttribute('value'),
  );
  expect(chosen).toBe('off');
  expect(await violationsIn(page.mainFrame())).toEqual([]);
});
