import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MOST_OPEN_TOPICS } from '#shared/contracts/client-page.ts';
import type { TopicId } from '#shared/contracts/ids.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type Scene, setScene } from './scene.ts';

let database: TestDatabase;
let scene: Scene;

beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  scene = await setScene(database.store);
});
afterAll(() => database.close());

const add = (words: string, topicId = v7() as TopicId) =>
  scene.run(({ topics }) => topics.add(scene.clientId, { topicId, words }));
const open = () => scene.run(({ topics }) => topics.open(scene.clientId));

test('a topic is kept once, in its own words', async () => {
  const topicId = v7() as TopicId;
  expect(await add('my mother', topicId)).toBe('kept');
  expect(await add('my mother', topicId)).toBe('kept');
  expect(await add('my father', topicId)).toBe('otherWords');
  expect(await open()).toMatchObject([{ topicId, words: 'my mother' }]);
});

test('so many are open at a time as can be shown', async () => {
  const topicId = v7() as TopicId;
  await add('the first', topicId);
  for (let said = 1; said < MOST_OPEN_TOPICS; said += 1) await add('another');
  expect(await add('one more')).toBe('tooMany');
  expect(await add('the first', topicId)).toBe('kept');
  await scene.run(({ topics }) => topics.close(scene.clientId, topicId, scene.staffId));
  expect(await add('one more')).toBe('kept');
  expect(await open()).toHaveLength(MOST_OPEN_TOPICS);
});

test('the client takes a topic back, and it stays closed', async () => {
  const topicId = v7() as TopicId;
  await add('my mother', topicId);
  const takeBack = () => scene.run(({ topics }) => topics.close(scene.clientId, topicId, null));
  expect(await takeBack()).toBe(true);
  expect(await takeBack()).toBe(false);
  expect(await add('my mother', topicId)).toBe('kept');
  expect(await open()).toEqual([]);
});
