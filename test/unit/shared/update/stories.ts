import type { BriefFacts } from '#shared/contracts/brief.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { alertsOf } from '#test/support/brief-facts.ts';
import { aCheckIn, factsAt, inWinter, phq, responsesOf, type Told } from '../a-brief.ts';

/** A story's facts with the alerts that it raised. */
export function toldFacts(
  asOf: readonly [day: string, hour: string],
  story: readonly Told[],
  more: Partial<BriefFacts> = {},
): BriefFacts {
  const responses = responsesOf(story);
  return factsAt(inWinter(...asOf), { responses, alerts: alertsOf(responses), ...more });
}

/** Better on the PHQ-9, with a new answer to item 9; a check-in done and another begun. */
export const IMPROVING: BriefFacts = toldFacts(
  ['2026-11-20', '18:58'],
  [
    phq(phq9, '2026-06-07', 18, 0),
    ['2026-06-07', gad7, 8],
    phq(phq9, '2026-11-05', 12, 0),
    phq(phq9, '2026-11-19', 11, 1),
    ['2026-11-19', gad7, 9],
  ],
  {
    lastLookedAt: inWinter('2026-11-05', '21:00'),
    checkIns: [
      aCheckIn(phq9, '2026-11-17', '2026-11-19', {
        openedAt: inWinter('2026-11-19', '19:50'),
        completedAt: inWinter('2026-11-19', '20:00'),
        answeredItems: 9,
      }),
      aCheckIn(pcl5, '2026-11-12', '2026-11-26', {
        openedAt: inWinter('2026-11-12', '20:00'),
        answeredItems: 4,
      }),
    ],
  },
);

/** Reliably worse since the last look. */
export const WORSE: BriefFacts = toldFacts(
  ['2026-11-04', '09:10'],
  [
    phq(phq9, '2026-06-14', 16, 0),
    phq(phq9, '2026-10-06', 9, 0),
    ['2026-10-06', gad7, 11],
    phq(phq9, '2026-11-03', 17, 0),
    ['2026-11-03', gad7, 12],
  ],
  {
    lastLookedAt: inWinter('2026-10-06', '21:00'),
    checkIns: [aCheckIn(phq9, '2026-11-03', '2026-11-10')],
  },
);
