import { playCrashes } from './crashes.ts';
import { killAtEveryStep } from './delivery/campaign.ts';
import { lookAtFuzzedPages } from './identity/looks.ts';
import { raceNavigations } from './identity/races.ts';
import { raceTabs } from './identity/tabs/campaign.ts';
import { turnNotes } from './identity/turns.ts';
import { insertInto, WRITTEN_EDITORS } from './insertions.ts';
import { forgeMessages } from './messages/campaign.ts';
import { endEverywhere } from './outbox/kill-everywhere.ts';
import { killWhileKeepingPlans } from './plans/campaign.ts';
import { readPolicies } from './policies.ts';
import type { Campaign } from './report.ts';
import { composeMany } from './updates.ts';

/** Every campaign by its name, in the order in which all are played. */
export const CAMPAIGNS: ReadonlyMap<string, Campaign> = new Map<string, Campaign>([
  ['updates', { count: 100_000, play: composeMany }],
  ['policies', { count: 700, play: readPolicies }],
  ['messages', { count: 100_000, play: forgeMessages }],
  ['outbox', { count: 1000, play: endEverywhere }],
  ['pages', { count: 10_000, play: lookAtFuzzedPages }],
  ['races', { count: 300, play: raceNavigations }],
  ['turns', { count: 100, play: turnNotes }],
  ['tabs', { count: 150, play: raceTabs }],
  ['insertions', { count: 500, play: (how) => insertInto(WRITTEN_EDITORS, how) }],
  ['delivery', { count: 200, play: (how) => killAtEveryStep(how) }],
  ['plans', { count: 10, play: killWhileKeepingPlans }],
  ['crashes', { count: 10, play: playCrashes }],
]);

/** A part of a campaign that can be asked for alone: one editor's share of the texts. */
const PARTS: ReadonlyMap<string, Campaign> = new Map(
  WRITTEN_EDITORS.map((editor): [string, Campaign] => [
    `insertions/${editor}`,
    { count: 500, play: (how) => insertInto([editor], how) },
  ]),
);

/** The campaign of a name, or the part of one; undefined when there is none. */
export function campaignOf(name: string): Campaign | undefined {
  return CAMPAIGNS.get(name) ?? PARTS.get(name);
}

/** All names that can be asked for. */
export function campaignNames(): readonly string[] {
  return [...CAMPAIGNS.keys(), ...PARTS.keys()];
}
