import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLINICIAN } from '#test/demo/practice.ts';
import { seedPractice } from '#test/demo/seed.ts';
import { PEOPLE } from '#test/ehr/people.ts';
import { openTab } from '#test/support/browser.ts';
import { buildExtension } from '#test/support/extension-build.ts';
import { pair } from '#test/support/paired.ts';
import { type PanelDriver, panelOf } from '#test/support/panel.ts';
import { startWorld, type World } from '#test/support/world.ts';
import { MARKED_COURSES, markedIn, type TabEhr } from './clients.ts';
import { type WatchedTab, watchTab } from './watch.ts';

/** One tab of an EHR, with a panel in it. */
export interface RacedTab extends WatchedTab {
  readonly ehr: TabEhr;
  readonly panelDriver: PanelDriver;
}

/** A browser with the shipped extension, two tabs of each EHR, and a practice whose texts are marked. */
export interface TabsWorld {
  readonly tabs: readonly RacedTab[];
  /** Texts that the EHRs have in a note of somebody else than they are about. */
  misplaced(): readonly string[];
  close(): Promise<void>;
}

/** How long a clean page has until its client is shown, or a text stands in it, in milliseconds. */
export const PATIENCE_MS = 30_000;

const TABS: readonly TabEhr[] = [
  'simplepractice',
  'simplepractice',
  'therapynotes',
  'therapynotes',
];

/** Starts all of it; whoever started it closes it. */
export async function startTabsWorld(): Promise<TabsWorld> {
  const build = await buildExtension();
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-tabs-'));
  chmodSync(dataDir, 0o711);
  const tidy = () => {
    build.remove();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const world = await startWorld({
      extensionDir: build.directory,
      dataDir,
      simplePractice: { headerDelayMs: 20 },
      therapyNotes: { tabDelayMs: 20, restorable: true },
    });
    const { care, setup, url } = world.backend;
    await seedPractice(care, setup, () => undefined, MARKED_COURSES);
    await pair(world.browser, url, CLINICIAN);
    const tabs: RacedTab[] = [];
    for (const ehr of TABS) tabs.push(await openRacedTab(world, ehr));
    return {
      tabs,
      misplaced: () => misplaced(world),
      async close() {
        await world.close();
        tidy();
      },
    };
  } catch (error) {
    tidy();
    throw error;
  }
}

async function openRacedTab(world: World, ehr: TabEhr): Promise<RacedTab> {
  const page = await openTab(world.browser);
  page.setDefaultTimeout(PATIENCE_MS);
  const watched = await watchTab(page, ehr, (path) => ownerOf(world, ehr, path));
  const start = ehr === 'simplepractice' ? '/calendar/appointments' : '/app/patients/';
  await page.goto(
    `${world[ehr === 'simplepractice' ? 'simplePractice' : 'therapyNotes'].url}${start}`,
  );
  return { ...watched, ehr, panelDriver: panelOf(page) };
}

/** Whose address it is, by the EHR's records; null for one of several people, or of nobody. */
function ownerOf({ therapyNotes }: World, ehr: TabEhr, path: string): string | null {
  const [, kind, id] =
    /^\/(?:app\/)?(appointments|clients|notes\/edit|patients\/edit)\/([\w-]+)/.exec(path) ?? [];
  const noteOf = id === undefined ? undefined : therapyNotes.state.notes[id];
  const found = PEOPLE.find(({ simplepractice, therapynotes }) =>
    ehr === 'simplepractice'
      ? id === (kind === 'clients' ? simplepractice.hash : simplepractice.appointmentId)
      : therapynotes.token === (kind === 'patients/edit' ? id : noteOf?.token),
  );
  return found?.key ?? null;
}

function misplaced(world: World): readonly string[] {
  const { simplePractice, therapyNotes } = world;
  const texts: (readonly [TabEhr, string, string])[] = [
    ...Object.entries(simplePractice.state.models).flatMap(([id, fields]) =>
      Object.values(fields).map(
        ({ lines }) => ['simplepractice', `/appointments/${id}`, lines] as const,
      ),
    ),
    ...therapyNotes.state.snapshots.flatMap(({ noteId, elements }) =>
      Object.values(elements).map(
        (text) => ['therapynotes', `/app/notes/edit/${noteId}/`, text] as const,
      ),
    ),
  ];
  return texts.flatMap(([ehr, path, text]) => {
    const owner = ownerOf(world, ehr, path) ?? 'nobody';
    const others = markedIn(text).filter((key) => key !== owner);
    return others.map((key) => `a text about ${key} in the note of ${owner}`);
  });
}
