import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { openTab } from '#test/support/browser.ts';
import { panelOf } from '#test/support/panel.ts';
import { looksRecorded } from '../brief/audit.ts';
import { drawnAfter, startOf, watchFor } from '../browser/drawn.ts';
import { chartOf, type LoadStage } from '../browser/stage.ts';
import { tell } from '../progress.ts';
import { median, quantile, rounded } from '../statistics.ts';
import type { Player } from './arena.ts';
import { PAGES_WITHOUT_CLIENT } from './pages.ts';
import { pressedAt, watchPress } from './press.ts';
import { unfoldedAfter } from './unfold.ts';
import { IDENTIFIERS } from './visit.ts';

/** One answer serves everybody for three seconds; an opening must ask anew, as a person's visit does. */
const SHARED_FOR_MS = 3_100;

/** What the EHR itself draws of whom its page is about. */
const EHR_HEADER = '.client-header';

/** How long something took, in milliseconds of this machine: information only. */
interface Durations {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly times: number;
}

/** How long it takes until the panel has painted the client's two identifiers. */
export interface Opening {
  readonly panel: Durations;
  /** The same page without any extension, until it shows itself whose chart it is. */
  readonly bare: Durations;
  /** The panel's p50 and p95 as multiples of the bare page's p50. */
  readonly p50ToBare: number;
  readonly p95ToBare: number;
}

/** The ways by which a panel comes to be seen. */
export interface OpeningFigures {
  /** From the press on a client in the EHR's list. */
  readonly click: Opening;
  /** From the start of a navigation to the client's chart. */
  readonly navigation: Opening;
  /** From the press that unfolds a panel that was collapsed; beside the bare page's own navigation. */
  readonly unfold: Opening;
}

/** Opens the panel so many times in each way, in turn with the page without an extension. */
export async function measureOpening(
  stage: LoadStage,
  bare: Player,
  times: number,
): Promise<OpeningFigures> {
  tell('From the press to the drawn panel ...');
  const { tab } = stage;
  const page = await openTab(bare.browser);
  for (const one of [tab, page]) {
    await watchFor(one, `${IDENTIFIERS}, ${EHR_HEADER}`);
    await watchPress(one);
  }
  const address = chartOf(stage.client);
  const before = await looksRecorded({ data: stage.data, practiceId: stage.practice.practiceId });
  const click = await inTurn(times, (one, panel) => followLink(one, address, panel), tab, page);
  const navigation = await inTurn(times, (one, panel) => navigate(one, address, panel), tab, page);
  const looks = await looksRecorded({ data: stage.data, practiceId: stage.practice.practiceId });
  if (looks - before < 2 * times) throw new Error('some panels were drawn from an earlier answer');
  const unfolded: number[] = [];
  for (let time = 0; time < times; time += 1) unfolded.push(await unfoldedAfter(panelOf(tab)));
  await page.close();
  return {
    click: openingOf(...click),
    navigation: openingOf(...navigation),
    unfold: openingOf(unfolded, navigation[1]),
  };
}

type Series = readonly [panel: number[], bare: number[]];

/** One of each that doesn't count, then so many of each. */
async function inTurn(
  times: number,
  open: (page: Page, panel: boolean) => Promise<number>,
  extended: Page,
  bare: Page,
): Promise<Series> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let time = 0; time <= times; time += 1) {
    await extended.goto('about:blank');
    await bare.bringToFront();
    const other = await open(bare, false);
    await pause(SHARED_FOR_MS);
    await extended.bringToFront();
    const own = await open(extended, true);
    if (time === 0) continue;
    ours.push(own);
    theirs.push(other);
  }
  return [ours, theirs];
}

/** From the press on a client's name in the list until that client is drawn. */
async function followLink(page: Page, address: string, panel: boolean): Promise<number> {
  const { address: list } = PAGES_WITHOUT_CLIENT.list;
  await page.goto(list);
  const link = await page.waitForSelector(`a[href="${new URL(address).pathname}"]`);
  await link?.click();
  const drawn = await drawnAfter(page, await drawingFrame(page, panel));
  return drawn - ((await pressedAt(page)) - (await startOf(page)));
}

/** From the start of a navigation to a client's chart until that client is drawn. */
async function navigate(page: Page, address: string, panel: boolean): Promise<number> {
  await page.goto(address);
  return drawnAfter(page, await drawingFrame(page, panel));
}

async function drawingFrame(page: Page, panel: boolean) {
  return panel ? panelOf(page).frame() : page.mainFrame();
}

function openingOf(panel: readonly number[], bare: readonly number[]): Opening {
  const usual = median(bare);
  return {
    panel: durations(panel),
    bare: durations(bare),
    p50ToBare: rounded(median(panel) / usual),
    p95ToBare: rounded(quantile(panel, 0.95) / usual),
  };
}

function durations(values: readonly number[]): Durations {
  return {
    p50Ms: rounded(median(values), 1),
    p95Ms: rounded(quantile(values, 0.95), 1),
    times: values.length,
  };
}
