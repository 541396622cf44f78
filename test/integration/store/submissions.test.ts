import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { AdministrationId } from '#shared/contracts/ids.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { answersOf, NOW, type Scene, scoreOf, sendMeasure, setScene } from './scene.ts';

let database: TestDatabase;
let scene: Scene;

beforeAll(async () => {
  database = await startTestDatabase();
  scene = await setScene(database.store);
});
afterAll(() => database.close());

const submit = (administrationId: AdministrationId, total: number) =>
  scene.run((care) =>
    care.responses.submit(administrationId, {
      answeredOn: '2026-11-20' as CalendarDate,
      answers: answersOf(total),
      score: scoreOf(total),
    }),
  );

const save = (administrationId: AdministrationId, item: number, value: number | null) =>
  scene.run((care) => care.administrations.saveAnswer(administrationId, item, value));

const send = (over: Parameters<typeof sendMeasure>[2] = {}) =>
  scene.run((care) => sendMeasure(care, scene.clientId, over));

test('the same submission ten times at once is stored once, and everybody gets that one', async () => {
  const administrationId = await send();

  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, index) => submit(administrationId, index)),
  );

  const outcomes = replies.map((reply) => (reply.ok ? reply.value.outcome : reply.refusal));
  expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'repeated')).toHaveLength(9);
  const responses = replies.map((reply) => reply.ok && reply.value.response);
  expect(new Set(responses.map((response) => JSON.stringify(response))).size).toBe(1);
  const kept = await scene.run((care) => care.responses.ofAdministration(administrationId));
  expect(kept).toEqual(responses[0]);
});

test('twenty measures submitted at once are numbered without gap or double', async () => {
  const sent = await Promise.all(Array.from({ length: 20 }, () => send({ instrumentId: 'ces-d' })));

  await Promise.all(sent.map((administrationId) => submit(administrationId, 5)));

  const rows = await database.asSuperuser<{ ordinal: number }>(
    `select ordinal from care.response where instrument_id = 'ces-d' order by ordinal`,
  );
  expect(rows.map(({ ordinal }) => ordinal)).toEqual(sent.map((_, index) => index + 1));
});

test('a changed answer is a further revision, the former one stays', async () => {
  const administrationId = await send();

  await save(administrationId, 1, 2);
  await save(administrationId, 1, 2);
  await save(administrationId, 1, 3);
  await save(administrationId, 2, 1);
  await save(administrationId, 2, null);

  const rows = await database.asSuperuser(
    'select item, revision, value from care.answer where administration_id = $1 order by 1, 2',
    [administrationId],
  );
  expect(rows).toEqual([
    { item: 1, revision: 1, value: 2 },
    { item: 1, revision: 2, value: 3 },
    { item: 2, revision: 1, value: 1 },
    { item: 2, revision: 2, value: null },
  ]);
  const answers = await scene.run((care) => care.administrations.answers(administrationId));
  expect([...answers]).toEqual([
    [1, 3],
    [2, null],
  ]);
});

test('answers saved at once are all kept, and counted', async () => {
  const administrationId = await send();
  await Promise.all(
    Array.from({ length: 9 }, (_, index) =>
      scene.run((care) => care.administrations.saveAnswer(administrationId, index + 1, 1)),
    ),
  );

  const rows = await database.asSuperuser<{ answered_items: number }>(
    'select answered_items from care.administration where administration_id = $1',
    [administrationId],
  );
  expect(rows).toEqual([{ answered_items: 9 }]);
});

test('after submission or expiry nothing more is saved', async () => {
  const submitted = await send();
  await submit(submitted, 4);
  const expired = await send({ expiresAt: NOW });

  expect(await save(submitted, 1, 3)).toBe('closed');
  expect(await save(expired, 1, 3)).toBe('closed');
  expect(await submit(expired, 4)).toEqual({ ok: false, refusal: 'closed' });
  const rows = await database.asSuperuser(
    'select 1 from care.answer where administration_id = any ($1)',
    [[submitted, expired]],
  );
  expect(rows).toEqual([]);
});
