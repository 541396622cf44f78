import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { clientOf } from '#test/ehr/sessionshealth/records.ts';
import { type SessionsHealth, startSessionsHealth } from '#test/ehr/sessionshealth/server.ts';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { sharedBuild } from '#test/support/extension-build.ts';
import { until } from '#test/support/until.ts';

let practice: SessionsHealth;
let browser: Browser;

beforeAll(async () => {
  practice = await startSessionsHealth();
  browser = await launchBrowser({
    extensionDir: await sharedBuild(inject('runFolder')),
    hosts: { 'app.sessionshealth.com': practice.port },
  });
});
afterAll(async () => {
  await browser.close();
  await practice.close();
});

it('the extension as it ships shows its panel in a chart of the third EHR, and in no list', async () => {
  const page = await openTab(browser);
  const panels = () => page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'));
  await page.goto(`${practice.url}/clients/${clientOf('jordan-avery').id}`);
  await until('the panel is there', () => panels().length === 1);
  await page.click('nav a[href="/clients"]');
  await page.waitForSelector('.list-group');
  await until('the panel is gone', () => panels().length === 0);
  expect(practice.state.policyReports).toEqual([]);
});
