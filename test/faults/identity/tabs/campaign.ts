import { performance } from 'node:perf_hooks';
import { TimeoutError } from 'puppeteer';
import { person } from '#test/ehr/people.ts';
import { until } from '#test/support/until.ts';
import { type Random, randomFrom } from '../../random.ts';
import { MOST_REFUSALS, type Outcome, type Play } from '../../report.ts';
import { isLinked, markedIn } from './clients.ts';
import { anyMove, goBy, pathFrom } from './moves.ts';
import { wrongSights } from './sights.ts';
import { PATIENCE_MS, type RacedTab, startTabsWorld, type TabsWorld } from './world.ts';

/**
 * How long somebody may still stand in the panel when the page has changed under it, in milliseconds:
 * what the change takes from one process of the browser to another. Beside a header that is drawn for
 * somebody else that is nothing that a person can read; while only the address has changed, the page
 * still shows the client before, and a machine under load may take its time.
 */
const TOLERABLE_MS = { header: 100, address: 1000 };

/** What came of navigation and switching between tabs, with insertions in the middle of it. */
export interface TabsOutcome extends Outcome {
  /** Somebody else than the page was about stood in the panel. Must be empty; the first few. */
  readonly wrongDisplays: readonly string[];
  /** Texts in somebody else's note. Must be empty. */
  readonly wrongInserts: readonly string[];
  /** Pages of one linked client that came to rest, and insertions into their empty notes. */
  readonly clean: number;
  /** Clean ones on which the client was not shown, or the text did not arrive. */
  readonly refusals: number;
  readonly refusedWhat: readonly string[];
  /** Of the clean ones, from 0 to 1. */
  readonly ratio: number;
}

/** Plays so many moves in four tabs; the same seed makes the same ones. */
export async function raceTabs({ seed, count }: Play): Promise<TabsOutcome> {
  const random = randomFrom(seed);
  const world = await startTabsWorld();
  const tally = { clean: 0, refusals: 0 };
  const game: Game = {
    world,
    random,
    tally,
    insertions: 0,
    refusedWhat: [],
    wrongInserts: new Set(),
  };
  try {
    let [tab] = world.tabs;
    for (let step = 0; step < count && tab !== undefined; step += 1) {
      tab = await move(game, tab);
      await rest(game, tab);
      for (const text of world.misplaced()) game.wrongInserts.add(text);
    }
    return outcomeOf(game, count);
  } finally {
    await world.close();
  }
}

interface Game {
  readonly world: TabsWorld;
  readonly random: Random;
  readonly tally: { clean: number; refusals: number };
  insertions: number;
  readonly refusedWhat: string[];
  readonly wrongInserts: Set<string>;
}

/** Leaves the place, often in the very moment in which Insert is pressed; the value is the tab in front. */
async function move({ world, random }: Game, tab: RacedTab): Promise<RacedTab> {
  const how = anyMove(random);
  const near = pathFrom(tab.page()?.path ?? '', tab.ehr, random, how);
  const far = pathFrom(near, tab.ehr, random, 'link');
  const other = random.pick(world.tabs.filter((one) => one !== tab));
  const [first, pressing, leaving] = [random.chance(0.5), random.chance(0.9), random.chance(0.3)];
  const { page } = tab.panelDriver;
  await page.bringToFront();
  const isReady = pressing && (await isOnInsert(tab));
  const press = async () => (isReady ? page.keyboard.press('Enter') : undefined);
  const go = () => goBy(how, tab, near, far);
  const [one, two] = first ? [press, go] : [go, press];
  await Promise.all([one(), two()]);
  if (how !== 'switch' && !leaving) return tab;
  await other.panelDriver.page.bringToFront();
  return other;
}

/** The keyboard on Insert, where a client is shown beside an empty note. */
async function isOnInsert(tab: RacedTab): Promise<boolean> {
  const isShown = (tab.panel()?.shows.length ?? 0) > 0;
  return isShown && (await noteText(tab)) === '' && succeeds(tab.panelDriver.focus('Insert'));
}

/** Waits for what a clinician waits for: the client of a page, and often the text in the note. */
async function rest(game: Game, tab: RacedTab): Promise<void> {
  const { random, tally } = game;
  const inserts = random.chance(0.4);
  await until('the page is drawn', () => isDrawn(tab));
  const owner = tab.page()?.owner ?? null;
  if (owner === null || !isLinked(person(owner))) return;
  tally.clean += 1;
  const isShown = await soon(() => tab.panel()?.shows.includes(owner) === true);
  if (!isShown) refused(game, `${owner} not shown in ${tab.ehr}`);
  if (!isShown || !inserts || (await noteText(tab)) !== '') return;
  tally.clean += 1;
  game.insertions += 1;
  const isThere = async () => markedIn((await noteText(tab)) ?? '').includes(owner);
  // A press from the move before may have come first: then there is no button any more, but the text.
  await succeeds(tab.panelDriver.press('Insert'));
  if (!(await soon(isThere))) refused(game, `no text about ${owner} in ${tab.ehr}`);
}

function refused({ tally, refusedWhat }: Game, what: string): void {
  tally.refusals += 1;
  refusedWhat.push(what);
}

/** True when the header names whom the address is about; by the page alone. */
function isDrawn(tab: RacedTab): boolean {
  const page = tab.page();
  if (page === null || !page.visible) return false;
  return page.owner === null || page.named.join() === page.owner;
}

/** What stands in the texts of the note that is open, as drawn; null where none is open. */
async function noteText({ panelDriver: { page } }: RacedTab): Promise<string | null> {
  const texts = await page.$$eval('.ProseMirror', (all) =>
    all.map((one) => (one as HTMLElement).innerText),
  );
  return texts.length === 0 ? null : texts.join('\n').trim();
}

/** False when it waited in vain for something in the page. */
async function succeeds(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof TimeoutError) return false;
    throw error;
  }
}

async function soon(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

function outcomeOf(game: Game, tried: number): TabsOutcome {
  const { world, tally, insertions, refusedWhat, wrongInserts } = game;
  const now = performance.timeOrigin + performance.now();
  const all = world.tabs.flatMap(({ takeSights }) => wrongSights(takeSights(), now));
  const wrong = all.filter(({ ms, against }) => ms > TOLERABLE_MS[against]);
  const longest = (of: keyof typeof TOLERABLE_MS) =>
    Math.ceil(Math.max(0, ...all.flatMap(({ ms, against }) => (against === of ? ms : []))));
  const ratio = tally.refusals / Math.max(1, tally.clean);
  return {
    tried,
    wrongDisplays: wrong
      .map(
        ({ shown, on, against, ms }) =>
          `${shown} on ${on}, by its ${against}, ${Math.round(ms)} ms`,
      )
      .slice(0, 20),
    wrongInserts: [...wrongInserts],
    ...tally,
    ratio,
    refusedWhat,
    ok: wrong.length + wrongInserts.size === 0 && ratio <= MOST_REFUSALS,
    measured: {
      insertions,
      restoredPages: world.tabs.reduce((sum, { restored }) => sum + restored(), 0),
      underWay: all.length,
      longestUnderWayMs: { header: longest('header'), address: longest('address') },
    },
  };
}
