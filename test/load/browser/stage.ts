import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { COURSES } from '#test/demo/courses.ts';
import { CLINICIAN } from '#test/demo/practice.ts';
import { seedPractice } from '#test/demo/seed.ts';
import { type Person, person } from '#test/ehr/people.ts';
import type { SimplePracticeOptions } from '#test/ehr/simplepractice/server.ts';
import { openTab } from '#test/support/browser.ts';
import { connect } from '#test/support/connect.ts';
import { newDirectory } from '#test/support/database.ts';
import { panelOf } from '#test/support/panel.ts';
import { startWorld, type World } from '#test/support/world.ts';
import type { LoadedPractice } from '../practice/make-practice.ts';

/** A world in which a clinician is connected and one client with open alerts is linked. */
export interface LoadStage {
  readonly world: World;
  readonly data: string;
  readonly practice: LoadedPractice;
  readonly client: Person;
  /** A tab of the browser with the extension. */
  readonly tab: Page;
  readonly close: () => Promise<void>;
}

/** The course that ends with open alerts, one of them about risk. */
const CLIENT = 'kit-bauer';

/** Sets it up, with an EHR as it is said to be. */
export async function setLoadStage(
  extensionDir: string,
  simplePractice: SimplePracticeOptions,
): Promise<LoadStage> {
  const data = newDirectory();
  const world = await startWorld({
    extensionDir,
    dataDir: data,
    simplePractice,
  });
  const { care, setup } = world.backend;
  const course = COURSES.filter(({ key }) => key === CLIENT);
  const { practiceId, clinicianId } = await seedPractice(care, setup, () => undefined, course);
  const client = person(CLIENT);
  const tab = await openTab(world.browser);
  await tab.goto(chartOf(client));
  await connect(panelOf(tab), CLINICIAN);
  await panelOf(tab).shows('record, name and birth date agree');
  return {
    world,
    data,
    practice: { practiceId, staffId: clinicianId },
    client,
    tab,
    async close() {
      await world.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The address of a client's chart. */
export function chartOf({ simplepractice }: Person): string {
  return `https://secure.simplepractice.com/clients/${simplepractice.hash}/overview`;
}
