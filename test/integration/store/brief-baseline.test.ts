import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CareRepositories } from '#backend/store/store.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import { addDays, type CalendarDate } from '#shared/contracts/calendar.ts';
import type { ClientId, ResponseId } from '#shared/contracts/ids.ts';
import type { Score } from '#shared/contracts/response.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { addClient, briefRead, NOW, opening, respond, type Scene, setScene } from './scene.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

/** The brief as the clinician gets it at a moment. */
function briefAt(scene: Scene, now: string) {
  return database.store.inPractice(scene.at(now), (care) =>
    care.brief.ofClient(scene.clientId, scene.staffId, briefRead(scene.clientId)),
  );
}

test('a score from before this episode of care is not the baseline', async () => {
  const scene = await setScene(database.store);
  await scene.run(async (care) => {
    await respond(care, scene.clientId, 20, { answeredOn: '2025-01-10' });
    for (let count = 0; count < 26; count += 1) {
      const answeredOn = addDays('2026-05-01' as CalendarDate, count);
      await respond(care, scene.clientId, 10, { answeredOn });
    }
  });

  const facts = BriefFacts.parse(await briefAt(scene, NOW));

  expect(facts.responses).toHaveLength(25);
  expect(facts.responses.map(({ answeredOn }) => answeredOn)).not.toContain('2025-01-10');
});

test('the baseline stays the same when it leaves the newest 24, intake forms included', async () => {
  const scene = await setScene(database.store);
  const baseline = async () => {
    const facts = BriefFacts.parse(await briefAt(scene, NOW));
    return interpret(facts).measures[0]?.baseline;
  };
  await scene.run(async (care) => {
    await respond(care, scene.clientId, 2, { answeredOn: '2026-02-15' });
    await respond(care, scene.clientId, 18, { answeredOn: '2026-02-16' });
    for (let count = 3; count <= 24; count += 1) {
      await respond(care, scene.clientId, 11, { answeredOn: '2026-05-01' });
    }
  });
  expect(await baseline()).toMatchObject({ on: '2026-02-16', displayed: 18 });
  for (const answeredOn of ['2026-05-08', '2026-05-15', '2026-05-22']) {
    await scene.run((care) => respond(care, scene.clientId, 11, { answeredOn }));
    expect(await baseline()).toMatchObject({ on: '2026-02-16', displayed: 18 });
  }
});

/** A score of subscales that stand for themselves. */
const profile = (total: number): Score => ({
  status: 'profile',
  prorated: false,
  missingItems: [],
  subscales: [{ id: 'mood', total }],
  safety: [],
});

test('the baseline of a measure without a total is its first profile', async () => {
  const scene = await setScene(database.store);
  const answered = (care: CareRepositories, answeredOn: string, score: Score) =>
    respond(care, scene.clientId, 0, { answeredOn, score });
  await scene.run(async (care) => {
    await answered(care, '2026-03-04', {
      status: 'unscorable',
      reason: 'gateUnanswered',
      missingItems: [1],
      safety: [],
    });
    await answered(care, '2026-03-05', profile(14));
    for (let count = 0; count < 25; count += 1) await answered(care, '2026-05-01', profile(8));
  });

  const facts = BriefFacts.parse(await briefAt(scene, NOW));

  expect(facts.responses).toHaveLength(25);
  expect(facts.responses[0]).toMatchObject({ answeredOn: '2026-03-05', score: profile(14) });
});

test('the baseline is a score on the version that was answered last', async () => {
  const scene = await setScene(database.store);
  await scene.run(async (care) => {
    await respond(care, scene.clientId, 20, { answeredOn: '2026-03-05', instrumentVersion: 2 });
    for (let count = 0; count < 26; count += 1) {
      await respond(care, scene.clientId, 10, {
        answeredOn: count === 0 ? '2026-04-01' : '2026-05-01',
      });
    }
  });

  const facts = BriefFacts.parse(await briefAt(scene, NOW));

  expect(facts.responses).toHaveLength(25);
  expect(facts.responses[0]).toMatchObject({ answeredOn: '2026-04-01', instrumentVersion: 1 });
});

/** Weekly scores from a day on, one a week. */
async function weekly(scene: Scene, first: string, totals: readonly number[]) {
  await scene.run(async (care) => {
    for (const [week, total] of totals.entries()) {
      const answeredOn = addDays(first as CalendarDate, week * 7);
      await respond(care, scene.clientId, total, { answeredOn });
    }
  });
}

/** The course of the client's only line. */
async function lineAt(scene: Scene, now: string = NOW) {
  const facts = BriefFacts.parse(await briefAt(scene, now));
  const [line] = interpret(facts).measures;
  if (line === undefined) throw new Error('nothing was answered');
  return { facts, line, baseline: line.baseline };
}

const SOME = Array.from({ length: 26 }, () => 11);

describe('the baseline follows where the clinician says care began', () => {
  test('to a later beginning', async () => {
    const scene = await setScene(database.store);
    await weekly(scene, '2026-03-05', [20, 20, 17, ...SOME]);
    const mark = { clientId: scene.clientId, kind: 'began', on: '2026-03-20' } as const;
    await scene.run((care) => care.episodes.mark({ ...mark, on: day(mark.on) }, scene.staffId));

    const { baseline, facts } = await lineAt(scene);

    expect(facts.episodes).toEqual({
      startedOn: ['2026-03-20'],
      endedOn: [],
      chosenBaselines: [],
    });
    expect(baseline).toMatchObject({ on: '2026-03-12', displayed: 20 });
  });

  test('to the first answer after care had ended', async () => {
    const scene = await setScene(database.store);
    await weekly(scene, '2026-03-05', [20, 20, 17, ...SOME]);
    const ended = { clientId: scene.clientId, kind: 'ended', on: day('2026-03-12') } as const;
    await scene.run((care) => care.episodes.mark(ended, scene.staffId));
    expect((await lineAt(scene)).baseline).toMatchObject({ on: '2026-03-19', displayed: 17 });
    await scene.run((care) => care.episodes.unmark(ended, scene.staffId));
    expect((await lineAt(scene)).baseline).toMatchObject({ on: '2026-03-05', displayed: 20 });
  });

  test('past a pause of more than half a year, and over one that another measure bridges', async () => {
    const scene = await setScene(database.store);
    await weekly(scene, '2026-03-05', [20, 18]);
    await weekly(scene, '2026-10-01', [17, ...SOME]);
    const later = '2027-05-01T12:00:00.000Z';
    expect((await lineAt(scene, later)).baseline).toMatchObject({ on: '2026-10-01' });
    await scene.run((care) =>
      respond(care, scene.clientId, 5, { instrumentId: 'gad-7', answeredOn: '2026-06-01' }),
    );
    const { facts } = await lineAt(scene, later);
    const bridged = interpret(facts).measures.find(({ instrumentId }) => instrumentId === 'phq-9');
    expect(bridged?.baseline).toMatchObject({ on: '2026-03-05', displayed: 20 });
    expect(facts.contactOn?.length).toBeLessThan(6);
  });

  test('to a chosen score, however old', async () => {
    const scene = await setScene(database.store);
    await weekly(scene, '2026-03-05', [20, 18, 16, ...SOME]);
    const [, second] = await scene.run((care) => care.responses.ofClient(scene.clientId));
    if (second === undefined) throw new Error('there are three');
    const choose = (id: ResponseId) =>
      scene.run((care) => care.episodes.choose(scene.clientId, id, scene.staffId));
    expect(await choose(second.responseId)).toBe(true);
    expect(await choose(second.responseId)).toBe(false);
    const { baseline, line, facts } = await lineAt(scene);
    expect(baseline).toMatchObject({ on: '2026-03-12', displayed: 18 });
    expect(facts.episodes?.chosenBaselines).toEqual([second.responseId]);
    expect(line.trajectory.episodes.at(-1)).toMatchObject({ baselineChosen: true });
  });
});

test('a day has one score, the last, also as the baseline', async () => {
  const scene = await setScene(database.store);
  await scene.run(async (care) => {
    await respond(care, scene.clientId, 3, { answeredOn: '2026-03-05' });
    await respond(care, scene.clientId, 19, { answeredOn: '2026-03-05' });
  });
  await weekly(scene, '2026-03-12', SOME);
  expect((await lineAt(scene)).baseline).toMatchObject({ on: '2026-03-05', displayed: 19 });
});

test('answers that an open alert rests on stay, those of another client do not come', async () => {
  const scene = await setScene(database.store);
  await weekly(scene, '2026-03-05', [20, 18, 16, 14, ...SOME]);
  const stranger = v7() as ClientId;
  const [, , third, theirs] = await scene.run(async (care) => {
    await addClient(care, stranger, 'Somebody Else');
    const own = await care.responses.ofClient(scene.clientId);
    return [
      ...own.slice(0, 3).map(({ responseId }) => responseId),
      await respond(care, stranger, 9),
    ];
  });
  if (third === undefined || theirs === undefined) throw new Error('there are four');
  await scene.run((care) =>
    care.alerts.apply(scene.clientId, { ...opening(), evidence: [seen(third), seen(theirs)] }, 0),
  );

  const { facts } = await lineAt(scene);

  const ids = facts.responses.map(({ responseId }) => responseId);
  expect(ids).toContain(third);
  expect(ids).not.toContain(theirs);
  expect(facts.responses).toHaveLength(26);
});

/** Evidence of an answer to a risk question. */
function seen(responseId: ResponseId) {
  const now = { responseId, on: day('2026-03-19'), value: 1, label: 'Several days' };
  return { kind: 'safetyAnswer', item: 9, now, before: null } as const;
}

function day(text: string): CalendarDate {
  return text as CalendarDate;
}
