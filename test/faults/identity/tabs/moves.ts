import { COUPLE_PROFILES, person } from '#test/ehr/people.ts';
import { until } from '#test/support/until.ts';
import type { Random } from '../../random.ts';
import type { TabEhr } from './clients.ts';
import type { RacedTab } from './world.ts';

/** Whose charts and notes are gone to: linked ones, a namesake and another whom nobody has linked. */
const GONE_TO = [
  'jordan-avery',
  'alex-morgan-1988',
  'alex-morgan-1996',
  'dana-rivera',
  'kit-bauer',
  'zoe-simkova',
  'maeve-odonnell',
  'daniel-okafor',
  'tomas-nunez-vega',
  'riley-chen',
];

const LIST = '/app/patients/';

/**
 * A way to another place, or to another tab. Two links in a row are `hurried`; `restored` goes back
 * after them, to a document that the browser may have kept: one that it left before a panel stood in it.
 */
export type Move = 'link' | 'hurried' | 'restored' | 'back' | 'forward' | 'switch';

const MOVES: readonly Move[] = ['link', 'link', 'hurried', 'restored', 'back', 'forward', 'switch'];

/** Draws a way. */
export function anyMove(random: Random): Move {
  return random.pick(MOVES);
}

/** Draws where to go from a path: another note mostly, a chart, or what is about nobody or about two. */
export function pathFrom(here: string, ehr: TabEhr, random: Random, how: Move): string {
  // A list never has a panel in it, so the browser keeps it.
  const keeps = how === 'restored' && ehr === 'therapynotes' && random.chance(0.5);
  if (keeps && here !== LIST) return LIST;
  for (;;) {
    const path = anyPath(ehr, random);
    if (path !== here) return path;
  }
}

function anyPath(ehr: TabEhr, random: Random): string {
  const { simplepractice, therapynotes } = person(random.pick(GONE_TO));
  const kind = random.pick(['note', 'note', 'note', 'chart', 'nobody'] as const);
  if (ehr === 'therapynotes') {
    if (kind === 'nobody') return LIST;
    return kind === 'note'
      ? `/app/notes/edit/${therapynotes.noteId}/`
      : `/app/patients/edit/${therapynotes.token}/`;
  }
  const [couple] = COUPLE_PROFILES;
  if (kind === 'nobody')
    return random.chance(0.5) || couple === undefined
      ? '/calendar/appointments'
      : `/appointments/${couple.simplepractice.appointmentId}`;
  return kind === 'note'
    ? `/appointments/${simplepractice.appointmentId}`
    : `/clients/${simplepractice.hash}/overview`;
}

/** Goes that way; the value comes once the tab's document is the one that was gone to. */
export async function goBy(how: Move, tab: RacedTab, near: string, far: string): Promise<void> {
  if (how === 'switch') return;
  if (how === 'back' || how === 'forward') {
    const step = how === 'back' ? -1 : 1;
    const path = await pathAt(tab, step);
    if (path !== null) return traverse(tab, step, path);
  }
  await follow(tab, near);
  if (how === 'link' || how === 'back' || how === 'forward') return;
  if (how === 'restored') await isLoaded(tab);
  await follow(tab, far);
  if (how === 'restored') await traverse(tab, -1, near);
}

/** Waits until the document is loaded: none is kept before. */
async function isLoaded({ panelDriver: { page } }: RacedTab): Promise<void> {
  await page.waitForFunction(() => document.readyState === 'complete', { polling: 5 });
}

/** Follows a link of the page's own; TherapyNotes loads a document, SimplePractice does not. */
async function follow(tab: RacedTab, path: string): Promise<void> {
  const { page } = tab.panelDriver;
  // A document may be so new that it has no body to put a link into.
  await page.waitForSelector('body');
  await page.evaluate((target) => {
    const link = document.createElement('a');
    link.href = target;
    document.body.append(link);
    // In a later turn: this one must end before its document may.
    setTimeout(() => {
      link.click();
      link.remove();
    }, 0);
  }, path);
  await isAt(tab, path);
}

/** Where the history leads by one step; null when that way is closed. */
async function pathAt({ panelDriver: { page } }: RacedTab, step: -1 | 1): Promise<string | null> {
  return page.evaluate((by) => {
    const { navigation } = window;
    const to = navigation.entries()[(navigation.currentEntry?.index ?? 0) + by]?.url;
    return to === undefined || to === null ? null : new URL(to).pathname;
  }, step);
}

/** Goes through the history, to a path. */
async function traverse(tab: RacedTab, step: -1 | 1, path: string): Promise<void> {
  await tab.panelDriver.page.evaluate((by) => void setTimeout(() => history.go(by), 0), step);
  await isAt(tab, path);
}

/** Waits until the tab's document is that of the path, whatever is drawn in it yet. */
function isAt(tab: RacedTab, path: string): Promise<void> {
  return until(`the tab is at ${path}`, () => tab.page()?.path === path);
}
