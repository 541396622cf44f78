import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliver } from '#backend/care/messages/deliver.ts';
import { createWays } from '#backend/delivery/create-ways.ts';
import { PUBLIC_URL, startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { type Relay, startRelay } from '#test/support/mail-relay.ts';
import { answerAndSend, entered, openPage } from '#test/support/practice.ts';
import { goTo, messagesTo, rounds, type SendingScene, sendingScene } from './sending-scene.ts';

// A plan, the round that keeps it, the mail at a real relay, the client's page, and the reminder.

let backend: TestBackend;
let relay: Relay;
let scene: SendingScene;

beforeAll(async () => {
  backend = await startTestBackend();
  relay = await startRelay();
  scene = await sendingScene(backend);
});
afterAll(async () => {
  await relay.close();
  await backend.close();
});

/** Sends whatever waits; the link in the mail that came last. */
async function linkInMail(): Promise<string> {
  const mail = { by: 'smtp', url: relay.url, from: 'messages@example.test' } as const;
  const ways = createWays({ mail, text: null }, { publicUrl: PUBLIC_URL, fetch });
  const deps = { ...backend.care, ways, publicUrl: PUBLIC_URL };
  const { practiceId } = scene;
  for (const { messageId } of await messagesTo(backend, scene.clientId)) {
    await deliver(deps, { practiceId, messageId });
  }
  // Long lines of a mail are broken behind a `=` (RFC 2045, section 6.7).
  const text = (relay.mails.at(-1)?.raw ?? '').replaceAll(/=\r?\n/g, '');
  const [address = ''] = new RegExp(`${PUBLIC_URL.origin}/m/[\\w-]+`).exec(text) ?? [];
  return entered(backend, scene, new URL(address).pathname);
}

it('what a plan sends reaches the client, is answered in parts, and is reminded of where it stopped', async () => {
  const measures = ['phq9', 'gad7'];
  const every = { is: 'everyWeeks', weeks: 2, from: scene.day() } as const;
  await scene.keep(scene.plan({ measures, cadence: every, reminderDays: [2], expiryDays: 10 }));
  goTo(backend, 1, 9);
  await rounds(backend);
  const link = await linkInMail();
  expect(relay.mails).toHaveLength(1);
  expect(await (await openPage(backend, link)).text()).toContain('This is form 1 of 2.');
  await answerAndSend(backend, link, [0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect((await scene.sendings()).outstanding).toMatchObject([
    { instrumentId: 'gad7', message: 'sent' },
  ]);
  goTo(backend, 2, 9);
  await rounds(backend);
  const reminded = await linkInMail();
  expect(relay.mails).toHaveLength(2);
  expect(await (await openPage(backend, reminded)).text()).toContain('This is form 2 of 2.');
  await answerAndSend(backend, reminded, [1, 1, 1, 1, 1, 1, 1]);
  expect((await scene.sendings()).outstanding).toEqual([]);
  goTo(backend, 4, 9);
  await rounds(backend);
  expect(await messagesTo(backend, scene.clientId)).toHaveLength(2);
});
