import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { BriefQuery } from '#shared/contracts/procedures.ts';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { panelOf } from '#test/support/panel.ts';
import { looksRecorded } from '../brief/audit.ts';
import { median, rounded } from '../statistics.ts';
import { BARE_ALERT, serveBareFrame } from './bare-frame.ts';
import { drawnAfter, startOf, watchFor } from './drawn.ts';
import { inTurn, type Samples, samples } from './series.ts';
import { chartOf, type LoadStage } from './stage.ts';

/** One answer serves everybody for three seconds; a sample must ask anew, as a person's visit does. */
const SHARED_FOR_MS = 3_100;

const ROUNDS = 9;

/** Milliseconds from the start of a navigation until an alert is on the screen. */
export interface AlertFigures {
  /** The panel on the client's chart, each time with a brief that was just verified. */
  readonly panel: Samples;
  /** The EHR's own part of it: until the page itself shows whose chart it is. */
  readonly ehrShowsClient: Samples;
  /** Until the panel's frame begins to load: the browser has let the content script run. */
  readonly panelBegins: Samples;
  /** The bare frame. */
  readonly bareFrame: Samples;
  /** Medians, panel to bare frame. */
  readonly ratio: number;
}

/** Measures both in turn. */
export async function measureAlert(stage: LoadStage): Promise<AlertFigures> {
  const { data, practice, client, tab } = stage;
  const bare = await serveBareFrame(data, practice, questionAbout(client));
  const browser = await launchBrowser({ hosts: { 'secure.simplepractice.com': bare.port } });
  try {
    const barePage = await openTab(browser);
    await watchFor(tab, `article.alert, .client-header`);
    await watchFor(barePage, BARE_ALERT);
    const stages: Stages = { header: [], frame: [] };
    const before = await looksRecorded({ data, practiceId: practice.practiceId });
    const [panel, bareFrame] = await inTurn(
      ROUNDS,
      () => openChart(tab, chartOf(client), stages),
      () => openBare(barePage),
    );
    const looks = (await looksRecorded({ data, practiceId: practice.practiceId })) - before;
    if (looks < ROUNDS) throw new Error('some alerts were drawn from an earlier answer');
    return {
      panel: samples(panel),
      ehrShowsClient: samples(stages.header.slice(-ROUNDS)),
      panelBegins: samples(stages.frame.slice(-ROUNDS)),
      bareFrame: samples(bareFrame),
      ratio: rounded(median(panel) / median(bareFrame)),
    };
  } finally {
    await browser.close();
    await bare.close();
  }
}

/** What happens on the way to an alert, in milliseconds from the navigation. */
interface Stages {
  readonly header: number[];
  readonly frame: number[];
}

async function openChart(tab: Page, address: string, { header, frame }: Stages): Promise<number> {
  await tab.goto('about:blank');
  await pause(SHARED_FOR_MS);
  await tab.goto(address);
  const panel = await panelOf(tab).frame();
  const drawn = await drawnAfter(tab, panel);
  header.push(await drawnAfter(tab, tab.mainFrame()));
  frame.push((await startOf(panel)) - (await startOf(tab)));
  return drawn;
}

async function openBare(page: Page): Promise<number> {
  await page.goto('about:blank');
  await page.goto('https://secure.simplepractice.com/');
  return drawnAfter(page, await page.waitForFrame((frame) => frame.url().endsWith('/frame')));
}

function questionAbout({
  displayName,
  birthDate,
  simplepractice,
}: LoadStage['client']): BriefQuery {
  return {
    ehr: 'simplepractice',
    subject: {
      recordId: simplepractice.hash,
      name: displayName,
      birthDate: birthDate as CalendarDate,
    },
  };
}
