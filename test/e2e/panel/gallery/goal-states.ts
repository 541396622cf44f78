import { emptyDraft } from '#extension/panel/goals/draft.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import { ClientTopic } from '#shared/contracts/client-page.ts';
import { Goal } from '#shared/contracts/goal.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { FACTS } from './courses.ts';
import { clientState, type GalleryState } from './states.ts';

const rated = (by: 'client' | 'clinician', on: string, value: number) => ({
  by,
  on: CalendarDate.parse(on),
  at: Instant.parse(`${on}T18:00:00.000Z`),
  value,
});

const WALK = Goal.parse({
  goalId: inventedId(701),
  words: 'walk with a friend twice a week, even when it rains',
  scale: { kind: 'zeroToTen' },
  agreedOn: '2026-08-03',
  targetOn: '2027-01-15',
  status: 'open',
  closedOn: null,
  ratings: [
    rated('client', '2026-08-03', 2),
    rated('clinician', '2026-08-03', 3),
    rated('client', '2026-09-14', 3),
    rated('client', '2026-11-18', 4),
    rated('clinician', '2026-11-18', 6),
  ],
});

const SLEEP = Goal.parse({
  ...WALK,
  goalId: inventedId(702),
  words: '<b>sleep</b> through the night',
  scale: {
    kind: 'attainment',
    levels: ['awake all night', 'up four times', 'up twice', 'up once', 'through the night'],
  },
  targetOn: null,
  ratings: [rated('client', '2026-10-01', -1), rated('client', '2026-11-18', 1)],
});

const CALL = Goal.parse({
  ...WALK,
  goalId: inventedId(703),
  words: 'call my sister',
  status: 'reached',
  closedOn: '2026-11-12',
});

const TOPICS = [
  'what I said to my mother on Sunday, and why I can’t stop thinking about it',
  'x'.repeat(400),
].map((words, place) =>
  ClientTopic.parse({
    topicId: inventedId(711 + place),
    words,
    saidAt: '2026-11-18T20:12:00.000Z',
  }),
);

const withGoals = (more: Pick<BriefFacts, 'goals' | 'topics'>): GalleryState => ({
  screen: clientState({ ...FACTS.tooEarly, ...more }),
});

/** A goal with levels that was pressed to be saved too early. */
function typing(): GalleryState {
  const { clientId } = FACTS.tooEarly.client;
  const draft = emptyDraft({ clientId, staffId: null }, FACTS.tooEarly, inventedId(721));
  const problem = { field: 'levels', words: 'Two levels read the same. Tell them apart.' };
  return {
    ...withGoals({ goals: [WALK] }),
    goalDraft: { ...draft, words: 'sleep', scale: 'attainment', problem },
  };
}

/** Every designed state of goals, and of what a client wants to talk about, by name. */
export const GOAL_STATES: Readonly<Record<string, GalleryState>> = {
  'goals, rated and closed': withGoals({ goals: [WALK, SLEEP, CALL] }),
  'goals, not rated': withGoals({ goals: [{ ...WALK, ratings: [] }] }),
  'goals, one being typed': typing(),
  'topics without goals': withGoals({ topics: TOPICS }),
};
