import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { person } from '#test/ehr/people.ts';
import { countNodes } from '#test/load/browser/nodes.ts';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { until } from '#test/support/until.ts';
import { allReported, follow } from '../stories/notes.ts';
import { type Stage, setStage } from '../stories/stage.ts';

const CALENDAR = '/calendar/appointments';
const CHART = `/clients/${person('walter-lindqvist').simplepractice.hash}/overview`;

let stage: Stage;
/** A browser without the extension, on the same EHR. */
let plain: Browser;

beforeAll(async () => {
  stage = await setStage([]);
  plain = await launchBrowser({
    hosts: { 'secure.simplepractice.com': stage.simplePractice.port },
  });
});
afterAll(async () => {
  await plain.close();
  await stage.close();
});

async function openCalendar(browser: Browser): Promise<Page> {
  const page = await openTab(browser);
  await page.goto(`${stage.simplePractice.url}${CALENDAR}`);
  await page.waitForSelector('.fc-event');
  return page;
}

/** To a client's chart and back, within the page's life. */
async function visitChart(page: Page, onChart: () => Promise<void>): Promise<void> {
  await follow(page, CHART);
  await page.waitForSelector('.client-header');
  await allReported(page);
  await onChart();
  await follow(page, CALENDAR);
  await page.waitForSelector('.fc-event');
}

const panels = (page: Page) =>
  page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'));

/** Waits until the extension's script runs in the page. */
async function scriptRuns(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  const origins: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => origins.push(context.origin));
  await session.send('Runtime.enable');
  await until('the content script runs', () =>
    origins.some((origin) => origin.startsWith('chrome-extension:')),
  );
  await session.detach();
}

it('adds no node to a page that shows no client, not even a closed one', async () => {
  const [extended, bare] = [await openCalendar(stage.browser), await openCalendar(plain)];
  await scriptRuns(extended);
  expect(await countNodes(extended)).toBe(await countNodes(bare));
});

it('leaves no node behind when the page turns from a client to the calendar', async () => {
  const [extended, bare] = [await openCalendar(stage.browser), await openCalendar(plain)];
  let onBareChart = 0;
  await visitChart(bare, async () => {
    onBareChart = await countNodes(bare);
  });
  await visitChart(extended, async () => {
    await until('the panel is there', () => panels(extended).length > 0);
    // The panel stands in a closed root: the count sees it.
    expect(await countNodes(extended)).toBeGreaterThan(onBareChart);
  });
  await until('the panel is gone', () => panels(extended).length === 0);
  expect(await countNodes(extended)).toBe(await countNodes(bare));
});
