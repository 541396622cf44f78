import type { Page } from 'puppeteer';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { Program } from '#test/e2e/adapters/browser/program.ts';
import { planFor, startHarness } from '#test/e2e/adapters/harness.ts';
import { COUPLE_PROFILES, PEOPLE, type Person } from '#test/ehr/people.ts';
import { GROUP_APPOINTMENT, LEGACY_COUPLE_APPOINTMENT } from '#test/ehr/simplepractice/records.ts';
import { type SimplePractice, startSimplePractice } from '#test/ehr/simplepractice/server.ts';
import { until } from '#test/support/until.ts';
import { type Random, randomFrom } from '../random.ts';
import { MOST_REFUSALS, type Outcome, type Play } from '../report.ts';

declare const program: Program;
/** What the page keeps of every reading: where it was when it was read. */
declare const readAt: { readonly path: string; readonly reading: PageReading }[];

/** What came of navigation races. */
export interface RacesOutcome extends Outcome {
  /** Settled readings of one person that the address is not about. Must be empty. */
  readonly wrongReadings: readonly string[];
  /** Texts for one client in the note of another. Must be empty. */
  readonly wrongInserts: readonly string[];
  /** Insertions into the note that was read, on a page that had come to rest. */
  readonly clean: number;
  readonly refusals: number;
  /** Refusals of the clean ones, from 0 to 1. */
  readonly ratio: number;
}

const NOTES: readonly string[] = [
  ...PEOPLE.map(({ simplepractice }) => simplepractice.appointmentId),
  ...COUPLE_PROFILES.map(({ simplepractice }) => simplepractice.appointmentId),
  LEGACY_COUPLE_APPOINTMENT,
  GROUP_APPOINTMENT,
];

/** Whose note an address is, by the EHR's own records; null for those of several people. */
function ownerOf(path: string): Person | null {
  const [, id = ''] = /^\/appointments\/(\d+)/.exec(path) ?? [];
  return PEOPLE.find(({ simplepractice }) => simplepractice.appointmentId === id) ?? null;
}

/** A text that says for whom it is. */
const textFor = (key: string, step: number) => `Meant for ${key}, number ${step}.`;

/** Navigates so often, with insertions in the middle of it; the same seed does the same. */
export async function raceNavigations({ seed, count }: Play): Promise<RacesOutcome> {
  const random = randomFrom(seed);
  const site = await startSimplePractice({ headerDelayMs: 0 });
  const harness = await startHarness({ 'secure.simplepractice.com': site.port });
  const wrongReadings: string[] = [];
  const tally = { clean: 0, refusals: 0 };
  try {
    const tab = await harness.tab(`${site.url}/appointments/${NOTES[0] ?? ''}`);
    await keepReadings(tab.page);
    await tab.open();
    const past = newPast();
    for (let step = 0; step < count; step += 1) {
      await race({ site, page: tab.page, random, step, past });
      wrongReadings.push(...(await takeWrong(tab.page, step)));
      const reading = await tab.newest();
      const owner = ownerOf(new URL(tab.page.url()).pathname);
      if (owner === null || reading.fields.length === 0) continue;
      tally.clean += 1;
      const plan = planFor(reading, [{ field: reading.fields[0], text: textFor(owner.key, step) }]);
      const { status } = await tab.insert(plan);
      tally.refusals += status === 'notInserted' ? 1 : 0;
    }
    await tab.page.waitForNetworkIdle({ idleTime: 100 });
    const wrongInserts = misplaced(site);
    const ratio = tally.refusals / Math.max(1, tally.clean);
    const isWrong = wrongReadings.length + wrongInserts.length > 0;
    const ok = !isWrong && ratio <= MOST_REFUSALS;
    return { tried: count, wrongReadings, wrongInserts, ...tally, ratio, ok };
  } finally {
    await harness.close();
    await site.close();
  }
}

interface Racing {
  readonly site: SimplePractice;
  readonly page: Page;
  readonly random: Random;
  readonly step: number;
  readonly past: Past;
}

/** How far the document can go back and forward without being left. */
interface Past {
  way(random: Random): 'link' | 'back' | 'forward';
}

function newPast(): Past {
  let [behind, ahead] = [0, 0];
  return {
    way(random) {
      const wanted = random.pick(['link', 'link', 'back', 'forward'] as const);
      if (wanted === 'back' && behind > 0) [behind, ahead] = [behind - 1, ahead + 1];
      else if (wanted === 'forward' && ahead > 0) [behind, ahead] = [behind + 1, ahead - 1];
      else {
        [behind, ahead] = [behind + 1, 0];
        return 'link';
      }
      return wanted;
    },
  };
}

/** Goes to another note while a text for the present one is on its way, and waits for rest. */
async function race({ site, page, random, step, past }: Racing): Promise<void> {
  const { header } = site.gates;
  const isLate = random.chance(0.4);
  if (isLate) header.hold();
  const before = await page.evaluate(() => program.readings.at(-1));
  const owner = ownerOf(new URL(page.url()).pathname);
  const plan =
    before === undefined || owner === null || before.fields.length === 0
      ? null
      : planFor(before, [{ field: before.fields[0], text: textFor(owner.key, step) }]);
  const path = `/appointments/${random.pick(NOTES)}`;
  const how = past.way(random);
  const inserting = page.evaluate(
    async (planned, target, way, first) => {
      const go = () => {
        if (way !== 'link') return way === 'back' ? history.back() : history.forward();
        const link = document.createElement('a');
        link.href = target;
        document.body.append(link);
        link.click();
        return link.remove();
      };
      const insert = () => (planned === null ? null : program.page?.insert(planned));
      const [one, other] = first ? [insert, go] : [go, insert];
      await Promise.all([one(), other()]);
    },
    plan,
    path,
    how,
    random.chance(0.5),
  );
  if (isLate) header.release();
  await inserting;
  await page.waitForFunction(() => {
    const last = readAt.at(-1);
    return last?.path === location.pathname && last.reading.settled;
  }, {});
  await until('the page rests', () => page.evaluate(() => document.readyState === 'complete'));
}

async function keepReadings(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept: typeof readAt = [];
    Object.assign(globalThis, { readAt: kept });
    program.readings.push = (...readings) => {
      kept.push(...readings.map((reading) => ({ path: location.pathname, reading })));
      return Array.prototype.push.apply(program.readings, readings);
    };
  });
}

/** Readings since the last step that would put one person on the screen, and the wrong one. */
async function takeWrong(page: Page, step: number): Promise<readonly string[]> {
  const all = await page.evaluate(() => readAt.splice(0, readAt.length - 1));
  return all.flatMap(({ path, reading: { settled, subjects, identity } }) => {
    const [subject, ...others] = subjects;
    if (!settled || subject === undefined || others.length > 0) return [];
    const owner = ownerOf(path);
    const right = owner?.simplepractice.hash === subject.recordId;
    return right ? [] : [`step ${step}: ${identity.verdict} at ${path}`];
  });
}

/** Texts that stand in a note of somebody else than they were meant for. */
function misplaced({ state }: SimplePractice): readonly string[] {
  return Object.entries(state.models).flatMap(([id, fields]) => {
    const owner = ownerOf(`/appointments/${id}`)?.key;
    return Object.values(fields).flatMap(({ lines }) =>
      [...lines.matchAll(/Meant for (\S+), number/g)]
        .filter(([, key]) => key !== owner)
        .map(([text]) => `${text} in the note of ${owner ?? 'several people'}`),
    );
  });
}
