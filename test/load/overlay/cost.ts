import { tell } from '../progress.ts';
import { median, rounded } from '../statistics.ts';
import { type Player, soleTab } from './arena.ts';
import { type Footprint, footprintOn } from './footprint.ts';
import type { MeasuredPage } from './pages.ts';
import { type Spread, spreadOf } from './spread.ts';
import { drawn, type Load, measureLoad, type Visitor } from './visit.ts';

/** How much is measured. */
export interface Effort {
  /** Loads of each page by each contestant. */
  readonly rounds: number;
  /** How long a page is watched after it was drawn, in milliseconds. */
  readonly watchedForMs: number;
  /** How often the panel is opened. */
  readonly openings: number;
}

/** What one contestant costs on one page. */
export interface PageCost {
  /** Main-thread milliseconds in its scripts. */
  readonly scriptMs: Spread;
  /** Main-thread processor time beside the page without extensions, round by round, in milliseconds. */
  readonly addedMainThreadMs: Spread;
  /** Time to the document's `load` event, as a multiple of the page's without extensions. */
  readonly loadedToBare: Spread;
  /** Bytes that scripts hold besides those of the page without extensions. */
  readonly addedHeapBytes: Spread;
  readonly scripts: number;
  readonly characters: number;
}

/** One page: every extension's cost, and ours as a multiple of each other's script time. */
export interface PageFigures {
  readonly costs: Readonly<Record<string, PageCost>>;
  readonly ratios: Readonly<Record<string, Spread>>;
}

interface Course {
  readonly player: Player;
  readonly visitor: Visitor;
  readonly footprint: Footprint;
  readonly loads: Load[];
}

/** The names by which a report calls ours and the browser without an extension. */
export const [OURS, BARE] = ['throughline', 'bare'] as const;

/** Measures all players on a page, in turn, every other round in the opposite order. */
export async function measurePage(
  name: string,
  page: MeasuredPage,
  players: readonly Player[],
  { rounds, watchedForMs }: Effort,
): Promise<PageFigures> {
  tell(`The page "${name}" with each extension in turn ...`);
  const courses: Course[] = [];
  for (const player of players) courses.push(await enter(player, page, watchedForMs));
  for (let round = 0; round < rounds; round += 1) {
    for (const { visitor, loads } of round % 2 === 0 ? courses : courses.toReversed()) {
      loads.push(await measureLoad(visitor, watchedForMs));
    }
  }
  for (const { visitor } of courses) await visitor.page.close();
  return figuresOf(courses);
}

/** A course without loads: its page was loaded twice, and only what should run in it ran. */
async function enter(player: Player, on: MeasuredPage, watchedForMs: number): Promise<Course> {
  const page = await soleTab(player);
  await on.prepare?.(page);
  const expectsPanel = on.hasPanel && player.name === OURS;
  await page.goto(on.address);
  await drawn({ page, on, expectsPanel });
  const session = await page.createCDPSession();
  const visitor = { page, session, on, expectsPanel };
  const footprint = await footprintOn(visitor, watchedForMs);
  const wanted = player.directory === null ? 0 : 1;
  if (footprint.extensions.length !== wanted) {
    throw new Error(
      `${footprint.extensions.length} extensions ran in the page of "${player.name}", not ${wanted}. ` +
        'Where the browser loads extensions by itself, set CHROMIUM_PATH to a program that does not.',
    );
  }
  // Processor time, so that what other programs take from the machine does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { player, visitor, footprint, loads: [] };
}

function figuresOf(courses: readonly Course[]): PageFigures {
  const bare = courseOf(courses, BARE);
  const ours = courseOf(courses, OURS);
  const extended = courses.filter((course) => course !== bare);
  const others = extended.filter((course) => course !== ours);
  return {
    costs: Object.fromEntries(
      extended.map((course) => [course.player.name, costOf(course, bare.loads)]),
    ),
    ratios: Object.fromEntries(others.map((other) => [other.player.name, ratioTo(ours, other)])),
  };
}

function courseOf(courses: readonly Course[], name: string): Course {
  const found = courses.find(({ player }) => player.name === name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

function costOf({ loads, footprint }: Course, bare: readonly Load[]): PageCost {
  const beside = (compare: (own: Load, bare: Load) => number) =>
    loads.flatMap((load, round) => {
      const other = bare[round];
      return other === undefined ? [] : [compare(load, other)];
    });
  const { scripts, characters } = footprint;
  return {
    scriptMs: spreadOf(loads.map(({ extensionMs }) => extensionMs)),
    addedMainThreadMs: spreadOf(beside((own, other) => own.mainThreadMs - other.mainThreadMs)),
    loadedToBare: spreadOf(beside((own, other) => own.loadedMs / other.loadedMs)),
    addedHeapBytes: spreadOf(
      beside((own, other) => own.heapBytes - other.heapBytes),
      0,
    ),
    scripts,
    characters,
  };
}

/** Medians to each other; the spread is that of the rounds' own ratios. */
function ratioTo({ loads: ours }: Course, { loads: theirs }: Course): Spread {
  const own = ours.map(({ extensionMs }) => extensionMs);
  const other = theirs.map(({ extensionMs }) => extensionMs);
  const byRound = own.map((value, round) => value / (other[round] ?? Number.NaN));
  return { ...spreadOf(byRound), median: rounded(median(own) / median(other)) };
}
