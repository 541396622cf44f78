import { afterAll, beforeAll, expect, test } from 'vitest';
import { BriefFacts } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { SkipReason } from '#shared/contracts/client-page.ts';
import type { AdministrationId } from '#shared/contracts/ids.ts';
import type { Answers } from '#shared/contracts/response.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { briefRead, respond, type Scene, scoreOf, sendMeasure, setScene } from './scene.ts';

let database: TestDatabase;
let scene: Scene;
let administrationId: AdministrationId;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

async function briefNow(): Promise<BriefFacts> {
  const event = briefRead(scene.clientId);
  return BriefFacts.parse(
    await scene.run((care) => care.brief.ofClient(scene.clientId, scene.staffId, event)),
  );
}

/** Saves one answer, or why there is none. */
function save(item: number, value: number | null, reason: SkipReason | null = null) {
  return scene.run((care) =>
    care.administrations.saveAnswer(administrationId, item, value, reason),
  );
}

function submit(answers: Answers) {
  const answeredOn = '2026-11-20' as CalendarDate;
  return scene.run((care) =>
    care.responses.submit(administrationId, { answeredOn, answers, score: scoreOf(3) }),
  );
}

async function begin(): Promise<void> {
  scene = await setScene(database.store);
  administrationId = await scene.run((care) => sendMeasure(care, scene.clientId));
}

test('why an item has no answer comes with its response, as it was said last', async () => {
  await begin();
  await save(1, 2);
  await save(2, null, 'later');
  await save(2, null, 'preferNot');
  await save(3, null);
  await save(4, null, 'notMine');
  await save(4, 1);
  await submit([2, null, null, 1]);

  const { responses } = await briefNow();

  expect(responses.map(({ skipped }) => skipped)).toEqual([[{ item: 2, reason: 'preferNot' }]]);
});

test('a response without blanks, or without reasons, says nothing of it', async () => {
  await begin();
  await save(1, null);
  await submit([null, 1]);
  await scene.run((care) => respond(care, scene.clientId, 5));

  const { responses } = await briefNow();

  expect(responses).toHaveLength(2);
  for (const response of responses) expect(response).not.toHaveProperty('skipped');
});

test('reasons stay with their own response and practice', async () => {
  await begin();
  await save(1, null, 'unclear');
  await submit([null, 1]);
  const first = scene;
  await begin();
  await submit([null, 1]);

  expect((await briefNow()).responses[0]).not.toHaveProperty('skipped');
  scene = first;
  expect((await briefNow()).responses[0]?.skipped).toEqual([{ item: 1, reason: 'unclear' }]);
});
