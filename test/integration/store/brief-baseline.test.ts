import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CareRepositories } from '#backend/store/store.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import type { Score } from '#shared/contracts/response.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { briefRead, NOW, respond, type Scene, setScene } from './scene.ts';

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
      await respond(care, scene.clientId, 10, { answeredOn: '2026-05-01' });
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
