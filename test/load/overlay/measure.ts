import { type Aim, below } from '../aims.ts';
import { chartOf, setLoadStage } from '../browser/stage.ts';
import { openArena, type Player } from './arena.ts';
import { type Contestant, findOthers, versionOf } from './contestants.ts';
import { BARE, type Effort, measurePage, OURS, type PageFigures } from './cost.ts';
import { measureOpening, type OpeningFigures } from './opening.ts';
import { chartPage, PAGES_WITHOUT_CLIENT } from './pages.ts';

/** Ours should cost so little beside each other extension on a page without a client. */
const SHARE_OF_OTHERS = 0.1;

const USUAL_EFFORT: Effort = { rounds: 7, watchedForMs: 1_500, openings: 30 };

type PageName = keyof typeof PAGES_WITHOUT_CLIENT;

const ALL_PAGES = Object.keys(PAGES_WITHOUT_CLIENT) as PageName[];

/** What the overlay costs, and how soon it is there. */
export interface OverlayFigures {
  /** Versions, by name; and why an extension is not among them. */
  readonly beside: Readonly<Record<string, string>>;
  readonly skipped: Readonly<Record<string, string>>;
  readonly withoutClient: Readonly<Record<string, PageFigures>>;
  /** A client's chart: ours has its panel open in it, the others do there what they do everywhere. */
  readonly panelOpen: PageFigures;
  readonly opening: OpeningFigures;
  readonly aims: readonly Aim[];
}

/** What is measured, and how. */
export interface OverlayParts {
  readonly extensionDir: string;
  /** Folder in which the other extensions lie, unpacked. */
  readonly othersIn: string;
  /** Default what gives steady figures, in some ten minutes. */
  readonly effort?: Effort;
  /** Default all. */
  readonly pages?: readonly PageName[];
}

/** Measures ours beside the real extensions that are there. */
export async function measureOverlay(parts: OverlayParts): Promise<OverlayFigures> {
  const { extensionDir, othersIn, effort = USUAL_EFFORT, pages = ALL_PAGES } = parts;
  const { contestants: others, skipped } = findOthers(othersIn);
  const stage = await setLoadStage(extensionDir, { headerDelayMs: 0, calendarView: 'week' });
  try {
    const bare: Contestant = { name: BARE, directory: null, version: null };
    const arena = await openArena(stage.world, [bare, ...others]);
    try {
      const [withoutExtension, ...rest] = arena.players;
      if (withoutExtension === undefined) throw new Error('no browser was started');
      const opening = await measureOpening(stage, withoutExtension, effort.openings);
      const version = versionOf(extensionDir);
      const ours = { name: OURS, directory: extensionDir, version, browser: stage.world.browser };
      const players: Player[] = [withoutExtension, ours, ...rest];
      const withoutClient = await onEach(pages, players, effort);
      const chart = chartPage(chartOf(stage.client));
      const panelOpen = await measurePage('chart', chart, players, effort);
      const beside = Object.fromEntries(others.map((one) => [one.name, one.version ?? '']));
      const aims = aimsOf(withoutClient);
      return { beside, skipped, withoutClient, panelOpen, opening, aims };
    } finally {
      await arena.close();
    }
  } finally {
    await stage.close();
  }
}

async function onEach(
  pages: readonly PageName[],
  players: readonly Player[],
  effort: Effort,
): Promise<Record<string, PageFigures>> {
  const figures: Record<string, PageFigures> = {};
  for (const name of pages) {
    figures[name] = await measurePage(name, PAGES_WITHOUT_CLIENT[name], players, effort);
  }
  return figures;
}

function aimsOf(pages: Readonly<Record<string, PageFigures>>): Aim[] {
  return Object.entries(pages).flatMap(([page, { ratios }]) =>
    Object.entries(ratios).map(([other, ratio]) =>
      below(`script time on "${page}" beside ${other}`, ratio.median, SHARE_OF_OTHERS),
    ),
  );
}
