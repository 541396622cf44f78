import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestBackend, type TestBackend, testBackendOn } from '#test/support/backend.ts';
import {
  goTo,
  messagesTo,
  rounds,
  type SendingScene,
  sendingScene,
  sentTo,
} from './sending-scene.ts';

let first: TestBackend;
/** The same practices, served without texts. */
let mailAlone: TestBackend;
let scene: SendingScene;

beforeAll(async () => {
  first = await startTestBackend();
  mailAlone = testBackendOn(first.database, { text: null });
  scene = await sendingScene(mailAlone, { phone: '+13125550142', channel: 'text' });
});
afterAll(() => first.close());

it('a message by a way that the server lacks is refused before anything is sent', async () => {
  const press = { clientId: scene.clientId, administrationId: v7(), measureId: 'phq9' };
  const byMessage = { ...press, by: 'message', oftenMeant: false };
  expect(await scene.refusal('plans.sendNow', byMessage)).toBe('notReachable');
  expect(await sentTo(first, scene.clientId)).toEqual([]);
});

it('a plan sends nothing by it and says no next days', async () => {
  await scene.keep(scene.plan());
  goTo(mailAlone, 0, 12);
  await rounds(mailAlone);
  expect(await messagesTo(first, scene.clientId)).toEqual([]);
  expect(await scene.sendings()).toMatchObject({ channels: ['email'], plans: [{ next: [] }] });
});
