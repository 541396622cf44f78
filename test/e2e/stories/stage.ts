import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { COURSES } from '#test/demo/courses.ts';
import { CLINICIAN } from '#test/demo/practice.ts';
import { type SeededPractice, seedPractice } from '#test/demo/seed.ts';
import { person } from '#test/ehr/people.ts';
import { openTab } from '#test/support/browser.ts';
import type { SignIn } from '#test/support/connect.ts';
import { sharedBuild } from '#test/support/extension-build.ts';
import { pair } from '#test/support/paired.ts';
import { type PanelDriver, panelOf } from '#test/support/panel.ts';
import { startWorld, type World, type WorldOptions } from '#test/support/world.ts';

/** A world with a practice in it; the stories of one file play on it, one after the other. */
export interface Stage extends World {
  readonly practice: SeededPractice;
  /** Opens an address of an EHR in a new tab. */
  open(address: string): Promise<PanelDriver>;
  /** Opens the note of a client's appointment of today in SimplePractice. */
  openNote(key: string): Promise<PanelDriver>;
  /** Opens the overview of a client in SimplePractice. */
  openChart(key: string): Promise<PanelDriver>;
  /** Connects the browser for somebody; tabs that are open notice at their next look. */
  signIn(staff?: SignIn): Promise<void>;
  /** Closes all tabs and empties what the stand-ins remember of editors and requests. */
  clear(): Promise<void>;
}

type StageOptions = Omit<WorldOptions, 'extensionDir' | 'dataDir'>;

/**
 * Sets a stage with these clients of the demo practice, by `Person.key`. Late parts of the EHRs'
 * pages come soon; a story that needs them late holds a gate.
 */
export async function setStage(
  clients: readonly string[],
  options: StageOptions = {},
): Promise<Stage> {
  const runFolder = inject('runFolder');
  const dataDir = mkdtempSync(join(runFolder, 'stage-'));
  chmodSync(dataDir, 0o711);
  const world = await startWorld({
    ...options,
    extensionDir: await sharedBuild(runFolder),
    dataDir,
    simplePractice: { headerDelayMs: 20, ...options.simplePractice },
    therapyNotes: { tabDelayMs: 20, ...options.therapyNotes },
  });
  const { care, setup } = world.backend;
  const courses = COURSES.filter(({ key }) => clients.includes(key));
  const practice = await seedPractice(care, setup, () => undefined, courses);
  const close = async () => {
    await world.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...world, practice, ...tabsOf(world), close };
}

function tabsOf(world: World): Pick<Stage, 'open' | 'openNote' | 'openChart' | 'signIn' | 'clear'> {
  const { browser, simplePractice, therapyNotes } = world;
  const open = async (address: string) => {
    const page = await openTab(browser);
    await page.goto(address);
    return panelOf(page);
  };
  const openChart = (key: string) =>
    open(`${simplePractice.url}/clients/${person(key).simplepractice.hash}/overview`);
  return {
    open,
    openChart,
    openNote: (key) =>
      open(`${simplePractice.url}/appointments/${person(key).simplepractice.appointmentId}`),
    signIn: (staff = CLINICIAN) => pair(browser, world.backend.url, staff),
    async clear() {
      const [, ...tabs] = await browser.pages();
      await Promise.all(tabs.map((tab) => tab.close()));
      for (const id of Object.keys(simplePractice.state.models))
        delete simplePractice.state.models[id];
      simplePractice.state.requests.length = 0;
      therapyNotes.state.requests.length = 0;
      therapyNotes.state.snapshots.length = 0;
    },
  };
}
