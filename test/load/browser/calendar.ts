import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { type Aim, below } from '../aims.ts';
import { median, rounded } from '../statistics.ts';
import { countNodes } from './nodes.ts';
import { inTurn, type Samples, samples } from './series.ts';
import type { LoadStage } from './stage.ts';

const CALENDAR = 'https://secure.simplepractice.com/calendar/appointments';

/** How long a page is watched after it has loaded: longer than the extension's looks take to settle. */
const WATCHED_FOR_MS = 1_500;

/** More than elsewhere: what is looked for is smaller than the spread of a single load. */
const ROUNDS = 15;

/** What the extension costs on a page that shows no client: milliseconds of the main thread. */
export interface CalendarFigures {
  /** Processor time of all main-thread tasks from reload until the page has settled. */
  readonly withExtension: Samples;
  readonly without: Samples;
  /** The median of the differences between loads that followed each other. */
  readonly addedMs: number;
  /** The same for scripts only. */
  readonly addedScriptMs: number;
  /** DOM nodes, also in closed shadow roots. */
  readonly addedNodes: number;
  readonly aims: readonly Aim[];
}

/** Measures a calendar with and without the extension in turn, in two browsers. */
export async function measureCalendar({ world }: LoadStage): Promise<CalendarFigures> {
  const hosts = { 'secure.simplepractice.com': world.simplePractice.port };
  const plain = await launchBrowser({ hosts });
  try {
    const extended = await openCalendar(await openTab(world.browser));
    const bare = await openCalendar(await openTab(plain));
    const scripts = { extended: [] as number[], bare: [] as number[] };
    const [withExtension, without] = await inTurn(
      ROUNDS,
      () => reload(extended, scripts.extended),
      () => reload(bare, scripts.bare),
    );
    const addedMs = added(withExtension, without);
    const addedNodes = (await countNodes(extended.page)) - (await countNodes(bare.page));
    return {
      withExtension: samples(withExtension),
      without: samples(without),
      addedMs,
      addedScriptMs: added(scripts.extended.slice(-ROUNDS), scripts.bare.slice(-ROUNDS)),
      addedNodes,
      aims: [
        below('main-thread time added to a page without a client, ms', addedMs, 10),
        below('nodes added to a page without a client', addedNodes, 1),
      ],
    };
  } finally {
    await plain.close();
  }
}

function added(extended: readonly number[], bare: readonly number[]): number {
  return rounded(median(extended.map((value, index) => value - (bare[index] ?? Number.NaN))), 1);
}

interface Calendar {
  readonly page: Page;
  readonly session: CDPSession;
}

async function openCalendar(page: Page): Promise<Calendar> {
  await page.goto(CALENDAR);
  await page.waitForSelector('.fc-event');
  const session = await page.createCDPSession();
  // Processor time, so that what other programs take from the machine does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session };
}

/**
 * Milliseconds that the page's main thread worked for one load; those of scripts are appended. The
 * browser counts anew for each document.
 */
async function reload({ page, session }: Calendar, scripts: number[]): Promise<number> {
  await page.reload();
  await page.waitForSelector('.fc-event');
  await pause(WATCHED_FOR_MS);
  const { metrics } = await session.send('Performance.getMetrics');
  const milliseconds = (name: string) =>
    (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
  scripts.push(milliseconds('ScriptDuration'));
  return milliseconds('TaskDuration');
}
