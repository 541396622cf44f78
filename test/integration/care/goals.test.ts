import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rateOwnGoal } from '#backend/care/goals/rate-goal.ts';
import { addDays, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import { GOAL_WORDS, MOST_OPEN_GOALS, RATINGS_AT_HAND } from '#shared/contracts/goal.ts';
import type { GoalId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { aGoal } from '#test/support/inputs.ts';
import { aPractice, aStaffMember, valueOf } from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';
import { asked, recorded, refusalOf } from './record/replies.ts';

const LEVELS = ['not at all', 'once a month', 'once a week', 'twice a week', 'every day'] as const;

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
});
afterAll(() => backend.close());

const today = () => dateInZone(instantOf(backend.clock.now), 'America/Chicago');
const ask = (procedure: string, input: object) =>
  asked(backend, scene, procedure, { clientId: scene.clientId, ...input });
const rate = (value: number, over: object = {}) =>
  ask('goals.rate', { goalId: scene.goalId, on: today(), value, ...over });
const theGoal = async (goalId = scene.goalId) => {
  const { goals } = await briefOf(backend, scene, scene.clinician);
  return goals?.find((goal) => goal.goalId === goalId);
};
const asClient = (
  value: number,
  over: Partial<Parameters<ReturnType<typeof rateOwnGoal>>[0]> = {},
) => {
  const { practiceId, clientId, goalId } = scene;
  const client = { practiceId, clientId, requestId: v7(), ...over };
  return rateOwnGoal(backend.care)(client, { goalId, value });
};

describe('a goal', () => {
  it('stands in the brief as it was agreed, once, however often it is put', async () => {
    const goal = aGoal(v7() as GoalId);
    const first = await valueOf(await ask('goals.put', goal));
    backend.clock.pass(60_000);
    expect(await valueOf(await ask('goals.put', goal))).toEqual(first);
    expect(await theGoal(goal.goalId)).toEqual({
      ...goal,
      status: 'open',
      closedOn: null,
      ratings: [],
    });
    expect(await recorded(backend, scene, 'goal.put')).toEqual([
      { goalId: scene.goalId },
      { goalId: goal.goalId },
    ]);
  });

  it('keeps its words and its scale: others under the same id are refused', async () => {
    const goal = aGoal(scene.goalId);
    for (const over of [
      { words: 'something else' },
      { scale: { kind: 'attainment', levels: LEVELS } },
      { targetOn: '2026-12-24' },
    ]) {
      expect(await refusalOf(await ask('goals.put', { ...goal, ...over }))).toBe('alreadyRecorded');
    }
    expect(await theGoal()).toMatchObject({ words: goal.words, scale: goal.scale });
  });

  it.each<[string, object, string]>([
    ['of words that nobody can read', { words: '\u200B\u2060' }, 'goalRefused'],
    [
      'with two levels alike',
      { scale: { kind: 'attainment', levels: [...LEVELS.slice(0, 4), 'Not  at all'] } },
      'goalRefused',
    ],
    ['to be reached before it is agreed', { targetOn: '2025-05-11' }, 'goalRefused'],
    ['agreed in the future', { agreedOn: '2199-01-01' }, 'dayRefused'],
    ['agreed before the client was born', { agreedOn: '1991-03-13' }, 'dayRefused'],
  ])('%s is refused, and nothing is kept', async (_, over, refusal) => {
    const goal = { ...aGoal(v7() as GoalId), ...over };
    expect(await refusalOf(await ask('goals.put', goal))).toBe(refusal);
    expect(await theGoal(goal.goalId)).toBeUndefined();
  });

  it.each<[string, object, number]>([
    ['without words', { words: ' ' }, 400],
    ['without one level', { scale: { kind: 'attainment', levels: LEVELS.slice(1) } }, 400],
    ['longer than is shown', { words: 'x'.repeat(GOAL_WORDS + 1) }, 400],
    ['of 64 KB', { words: 'x'.repeat(65_536) }, 400],
    ['that PostgreSQL can’t hold', { words: 'a\u0000b' }, 400],
  ])('%s is malformed', async (_, over, status) => {
    const goal = { ...aGoal(v7() as GoalId), ...over };
    expect((await ask('goals.put', goal)).status).toBe(status);
  });

  it('of script-like words comes back letter by letter', async () => {
    const words = '<script>alert(1)</script> {{7*7}} "\u202Eevil"';
    const goal = { ...aGoal(v7() as GoalId), words };
    await valueOf(await ask('goals.put', goal));
    expect((await theGoal(goal.goalId))?.words).toBe(words);
  });

  it('is one too many when so many are open, until one is closed', async () => {
    const put = () => ask('goals.put', aGoal(v7() as GoalId));
    for (let open = 1; open < MOST_OPEN_GOALS; open += 1) await valueOf(await put());
    expect(await refusalOf(await put())).toBe('goalsFull');
    await valueOf(await ask('goals.close', { goalId: scene.goalId, as: 'setAside' }));
    expect((await put()).status).toBe(200);
  });

  it('is closed once, and told for 90 days', async () => {
    const { goalId } = scene;
    await valueOf(await ask('goals.close', { goalId, as: 'reached' }));
    await valueOf(await ask('goals.close', { goalId, as: 'reached' }));
    expect(await theGoal()).toMatchObject({ status: 'reached', closedOn: today() });
    expect(await refusalOf(await ask('goals.close', { goalId, as: 'setAside' }))).toBe(
      'goalClosed',
    );
    expect(await recorded(backend, scene, 'goal.closed')).toEqual([{ goalId, as: 'reached' }]);
    await backend.database.asSuperuser('update care.goal set closed_on = $1 where goal_id = $2', [
      addDays(today(), -91),
      goalId,
    ]);
    expect(await theGoal()).toBeUndefined();
  });
});

describe('a rating', () => {
  it('of a day replaces the one before, which stays on record', async () => {
    await valueOf(await rate(3));
    const { at } = await valueOf<{ at: string }>(await rate(4));
    backend.clock.pass(60_000);
    expect(await valueOf<{ at: string }>(await rate(4))).toEqual({ at });
    expect((await theGoal())?.ratings).toEqual([{ by: 'clinician', on: today(), at, value: 4 }]);
    const kept = await backend.database.asSuperuser(
      'select revision, value, staff_id from care.goal_rating where goal_id = $1 order by revision',
      [scene.goalId],
    );
    const { staffId } = scene.clinician;
    expect(kept).toEqual([
      { revision: 1, value: 3, staff_id: staffId },
      { revision: 2, value: 4, staff_id: staffId },
    ]);
  });

  it('by the client stands beside the clinician’s, and replaces nothing of it', async () => {
    await valueOf(await rate(6));
    expect(await asClient(2)).toMatchObject({ ok: true });
    expect(await asClient(3)).toMatchObject({ ok: true });
    expect((await theGoal())?.ratings).toMatchObject([
      { by: 'client', value: 3 },
      { by: 'clinician', value: 6 },
    ]);
    const { goalId } = scene;
    expect(await recorded(backend, scene, 'goal.rated')).toEqual([
      { goalId, by: 'clinician', revision: 1 },
      { goalId, by: 'client', revision: 1 },
      { goalId, by: 'client', revision: 2 },
    ]);
  });

  it('given twice at the same time is kept once', async () => {
    const replies = await Promise.all([rate(7), rate(7), asClient(7), asClient(7)]);
    expect(replies.map((reply) => ('status' in reply ? reply.status : reply.ok))).toEqual([
      200,
      200,
      true,
      true,
    ]);
    expect((await theGoal())?.ratings).toHaveLength(2);
    expect(await recorded(backend, scene, 'goal.rated')).toHaveLength(2);
  });

  it('is on the scale and of a day on which the goal was agreed', async () => {
    expect(await refusalOf(await rate(-1))).toBe('ratingRefused');
    expect(await refusalOf(await rate(5, { on: '2025-05-11' }))).toBe('ratingRefused');
    expect(await refusalOf(await rate(5, { on: addDays(today(), 1) }))).toBe('dayRefused');
    expect((await rate(11)).status).toBe(400);
    expect(await asClient(-2)).toEqual({ ok: false, refusal: 'ratingRefused' });
    const goalId = v7() as GoalId;
    const scale = { kind: 'attainment', levels: LEVELS };
    await valueOf(await ask('goals.put', { ...aGoal(goalId), scale }));
    expect(await refusalOf(await rate(3, { goalId }))).toBe('ratingRefused');
    expect((await rate(-2, { goalId })).status).toBe(200);
    expect((await theGoal())?.ratings).toEqual([]);
  });

  it('of a closed goal is refused, unless it is the one that stands', async () => {
    await valueOf(await rate(6));
    await valueOf(await ask('goals.close', { goalId: scene.goalId, as: 'reached' }));
    expect(await refusalOf(await rate(7))).toBe('goalClosed');
    expect((await rate(6)).status).toBe(200);
    expect(await asClient(7)).toEqual({ ok: false, refusal: 'goalClosed' });
  });

  it('is changed so often on one day and no more', async () => {
    for (let times = 0; times < 50; times += 1) await asClient(times % 2);
    expect(await asClient(5)).toEqual({ ok: false, refusal: 'tooMany' });
    expect((await theGoal())?.ratings).toMatchObject([{ by: 'client', value: 1 }]);
  });

  it('is in the brief when it is the first, or one of the newest', async () => {
    const { practiceId, goalId } = scene;
    const ratings = RATINGS_AT_HAND + 10;
    await backend.care.store.inPractice(
      scopeOf(practiceId, { now: instantOf(backend.clock.now) }),
      async ({ goals }) => {
        for (let day = 0; day < ratings; day += 1) {
          const on = addDays(today(), -day);
          await goals.rate({ goalId, by: 'client', on }, { value: 5, revision: 1, staffId: null });
        }
      },
    );
    const days = (await theGoal())?.ratings.map(({ on }) => on) ?? [];
    expect(days).toHaveLength(RATINGS_AT_HAND + 1);
    expect(days[0]).toBe(addDays(today(), 1 - ratings));
    expect(days[1]).toBe(addDays(today(), 1 - RATINGS_AT_HAND));
  });
});

describe('nobody else', () => {
  it('rates or closes the goal of another client, or of another practice', async () => {
    const other = await aScene(backend);
    for (const [procedure, input] of [
      ['goals.rate', { goalId: other.goalId, on: today(), value: 4 }],
      ['goals.close', { goalId: other.goalId, as: 'reached' }],
      ['topics.close', { topicId: other.topicId }],
    ] as const) {
      expect(await refusalOf(await ask(procedure, input))).toBe('notFound');
    }
    expect(await asClient(4, { clientId: other.clientId })).toEqual({
      ok: false,
      refusal: 'notFound',
    });
    const practiceId = await aPractice(backend);
    await aStaffMember(backend, practiceId);
    expect(await asClient(4, { practiceId })).toEqual({ ok: false, refusal: 'notFound' });
    expect((await theGoal())?.ratings).toEqual([]);
  });
});

describe('what the client wants to talk about', () => {
  it('is in the brief until it is marked as talked about', async () => {
    const { topicId } = scene;
    const { topics } = await briefOf(backend, scene, scene.clinician);
    expect(topics).toMatchObject([{ topicId, words: 'how the week with my mother went' }]);
    await valueOf(await ask('topics.close', { topicId }));
    await valueOf(await ask('topics.close', { topicId }));
    expect((await briefOf(backend, scene, scene.clinician)).topics).toEqual([]);
    expect(await recorded(backend, scene, 'topic.closed')).toEqual([{ topicId }]);
  });
});
