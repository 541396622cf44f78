import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import { failure } from '#extension/local/failure.ts';
import type { WorkerReply } from '#extension/messages/worker.ts';
import { emptyDraft, type GoalDraft } from '#extension/panel/goals/draft.ts';
import { createGoalActions } from '#extension/panel/goals/goal-actions.ts';
import { goalIn, saveDraft, settleDraft } from '#extension/panel/goals/save.ts';
import { newsOf } from '#extension/panel/since-look/news.ts';
import type { Screen } from '#extension/panel/state/screen.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { CLINICIAN, panelFacts } from '#test/support/panel-scene.ts';
import { JORDAN, RILEY, screenOf } from './record-scene.ts';

const OK: WorkerReply<null> = { ok: true, value: null };
const LOST: WorkerReply<null> = { ok: false, ...failure('unreachable') };

/** The goals’ part over a worker that answers everything alike. */
function scene(answer: () => WorkerReply<null> | Promise<WorkerReply<null>> = () => OK) {
  const screen = signal<Screen>(screenOf(JORDAN));
  const facts = signal(panelFacts({ verdict: 'certain', brief: JORDAN }));
  const asked: [call: string, input: unknown][] = [];
  let ids = 800;
  const newId = () => {
    ids += 1;
    return inventedId(ids);
  };
  const ask = async (call: string, input: unknown) => {
    asked.push([call, input]);
    return answer();
  };
  const actions = createGoalActions({ ask: ask as AskWorker, store: { screen, facts }, newId });
  return {
    actions,
    asked,
    screen,
    facts,
    /** Begins a goal for whoever is on screen. */
    begin: (typed: Partial<GoalDraft> = { words: 'walk with a friend' }) => {
      const owner = actions.owner();
      if (owner === null) throw new Error('nobody is on screen');
      actions.draft.value = { ...emptyDraft(owner, JORDAN, newId()), ...typed };
    },
  };
}

describe('a goal that is typed', () => {
  it('is sent for the client on screen, once it can be kept', async () => {
    const { actions, asked, begin } = scene();
    begin({ words: '  walk with a friend ' });
    const id = actions.draft.value?.id;
    expect(await saveDraft(actions, JORDAN)).toBe('walk with a friend');
    expect(asked).toEqual([
      [
        'goals.put',
        {
          clientId: JORDAN.client.clientId,
          goalId: id,
          words: 'walk with a friend',
          scale: { kind: 'zeroToTen' },
          agreedOn: '2026-11-20',
          targetOn: null,
        },
      ],
    ]);
    expect(actions.draft.value).toBeNull();
  });

  it.each<[string, Partial<GoalDraft>, string]>([
    ['its words', { words: ' ' }, 'words'],
    ['a level', { scale: 'attainment', levels: ['a', 'b', '', 'd', 'e'] }, 'levels'],
    ['levels that differ', { scale: 'attainment', levels: ['a', 'b', 'A', 'd', 'e'] }, 'levels'],
    ['a day', { on: '' }, 'on'],
    ['a day that has come', { on: '2026-11-21' }, 'on'],
    ['a target after it was agreed', { targetOn: '2026-11-19' }, 'targetOn'],
  ])('without %s is not sent, and what is missing is said at its field', async (_, part, field) => {
    const { actions, asked, begin } = scene();
    begin({ words: 'walk', ...part });
    expect(await saveDraft(actions, JORDAN)).toBeNull();
    expect(actions.draft.value?.problem?.field).toBe(field);
    expect(asked).toEqual([]);
  });

  it('stays when no answer came, and is kept once however often it is saved', async () => {
    const replies = [LOST, OK];
    const { actions, asked, begin } = scene(() => replies.shift() ?? OK);
    begin();
    expect(await saveDraft(actions, JORDAN)).toBeNull();
    expect(actions.draft.value).toMatchObject({ words: 'walk with a friend', saving: false });
    expect(actions.draft.value?.problem?.words).toContain('it is recorded once');
    await saveDraft(actions, JORDAN);
    const [first, second] = asked;
    expect(second).toEqual(first);
  });

  it('that arrived without an answer is let go once it is on record', () => {
    const { actions, begin } = scene();
    begin();
    const id = actions.draft.value?.id;
    const onRecord = (words: string) =>
      BriefFacts.parse({
        ...JORDAN,
        goals: [
          {
            goalId: id,
            words,
            scale: { kind: 'zeroToTen' },
            agreedOn: '2026-11-20',
            targetOn: null,
            status: 'open',
            closedOn: null,
            ratings: [],
          },
        ],
      });
    settleDraft(actions, JORDAN);
    expect(actions.draft.value?.id).toBe(id);
    settleDraft(actions, onRecord('other words'));
    expect(actions.draft.value?.id).not.toBe(id);
    expect(actions.draft.value?.problem?.words).toContain('adds a second goal');
    begin({ id: id ?? (inventedId(1) as never), words: 'walk with a friend' });
    settleDraft(actions, onRecord('walk with a friend'));
    expect(actions.draft.value).toBeNull();
  });

  it.each<[string, Partial<GoalDraft>]>([
    ['a level', { levels: ['a', 'b', 'another', 'd', 'e'] }],
    ['its scale', { scale: 'zeroToTen' }],
    ['the day of agreement', { on: '2026-11-18' }],
    ['the target day', { targetOn: '2026-12-24' }],
    ['a day that can’t be read', { on: '' }],
  ])('that arrived without an answer stays where %s was changed since', async (_, part) => {
    const { actions, asked, begin } = scene(() => LOST);
    begin({ words: 'walk', scale: 'attainment', levels: ['a', 'b', 'c', 'd', 'e'] });
    await saveDraft(actions, JORDAN);
    const id = actions.draft.value?.id;
    const there = { ...(asked[0]?.[1] as object), status: 'open', closedOn: null, ratings: [] };
    const onRecord = BriefFacts.parse({ ...JORDAN, goals: [there] });
    begin({ ...actions.draft.value, ...part });
    settleDraft(actions, onRecord);
    expect(actions.draft.value).toMatchObject(part);
    expect(actions.draft.value?.id).not.toBe(id);
    expect(actions.draft.value?.problem?.words).toContain('adds a second goal');
  });

  it('stays when something was typed while it was on its way', async () => {
    const { actions, begin } = scene(() => {
      begin({ ...actions.draft.value, targetOn: '2026-12-24' });
      return OK;
    });
    begin();
    const id = actions.draft.value?.id;
    expect(await saveDraft(actions, JORDAN)).toBe('walk with a friend');
    expect(actions.draft.value).toMatchObject({ targetOn: '2026-12-24', saving: false });
    expect(actions.draft.value?.id).not.toBe(id);
  });

  it('is gone with its client, and with whoever was signed in', () => {
    const { actions, screen, facts, begin } = scene();
    begin();
    screen.value = { kind: 'settling' };
    expect(actions.draft.value).not.toBeNull();
    screen.value = screenOf(RILEY);
    expect(actions.draft.value).toBeNull();
    screen.value = screenOf(JORDAN);
    begin();
    const who = { ...CLINICIAN, staffId: inventedId(9) as never };
    facts.value = { ...facts.value, person: { status: 'known', who } };
    expect(actions.draft.value).toBeNull();
  });
});

describe('a press', () => {
  it('does nothing for a client whom the page is not about any more', async () => {
    const { actions, asked, screen } = scene();
    screen.value = screenOf(RILEY);
    const { clientId } = JORDAN.client;
    const goalId = inventedId(701) as never;
    const replies = await Promise.all([
      actions.rate({ clientId, goalId, on: '2026-11-20' as never, value: 4 }),
      actions.close({ clientId, goalId, as: 'reached' }),
      actions.closeTopic({ clientId, topicId: inventedId(711) as never }),
    ]);
    expect(replies.map(({ ok }) => ok)).toEqual([false, false, false]);
    expect(asked).toEqual([]);
  });
});

it('five levels are sent as they were put into words', () => {
  const { actions, begin } = scene();
  begin({ words: 'sleep', scale: 'attainment', levels: ['a', ' b', 'c ', 'd', 'e'] });
  const draft = actions.draft.value;
  const read = draft === null ? null : goalIn(draft, JORDAN);
  expect(read).toMatchObject({
    ok: true,
    value: { scale: { kind: 'attainment', levels: ['a', 'b', 'c', 'd', 'e'] } },
  });
});

const goal = (by: 'client' | 'clinician', at: string) => ({
  goalId: inventedId(701),
  words: 'walk',
  scale: { kind: 'zeroToTen' },
  agreedOn: '2026-10-01',
  targetOn: null,
  status: 'open',
  closedOn: null,
  ratings: [{ by, on: at.slice(0, 10), at, value: 4 }],
});
const newsWith = (more: object) =>
  newsOf(
    interpret(BriefFacts.parse({ ...JORDAN, lastLookedAt: '2026-11-12T12:00:00.000Z', ...more })),
  ).map(({ words }) => words);

describe('since the last look', () => {
  it('the client’s ratings and topics are news, the clinician’s own are none', () => {
    const topic = { topicId: inventedId(711), words: 'sleep', saidAt: '2026-11-14T12:00:00.000Z' };
    const goals = [goal('client', '2026-11-13T12:00:00.000Z')];
    expect(newsWith({ goals, topics: [topic] })).toContain(
      '1 goal rated by the client; 1 thing to talk about',
    );
    expect(newsWith({ goals: [...goals, ...goals] })).toContain('2 goals rated by the client');
    const old = [
      goal('clinician', '2026-11-13T12:00:00.000Z'),
      goal('client', '2026-11-11T12:00:00.000Z'),
    ];
    expect(newsWith({ goals: old }).join()).not.toContain('goal');
  });
});
