import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliver } from '#backend/care/messages/deliver.ts';
import type { MessageId } from '#shared/contracts/ids.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type Relay, startRelay } from '#test/support/mail-relay.ts';
import { aPlanInput } from '#test/support/sending.ts';
import { sendMeasure } from '../store/scene.ts';
import { type DeliveryScene, mailWays, setDeliveryScene, today, writeCheckIn } from './scene.ts';

const HOUR_S = 3600;

let database: TestDatabase;
let relay: Relay;
let scene: DeliveryScene;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  relay = await startRelay({ login: true });
  // One in the afternoon of Friday, 20 November, by the practice's clock.
  scene = await setDeliveryScene(database);
});
afterEach(() => relay.close());

/** Sends a message as the scene's backend. */
async function send(messageId: MessageId) {
  const { practiceId } = scene;
  await deliver(scene.deps(mailWays(relay)), { practiceId, messageId });
  return scene.row(messageId);
}

/** A check-in that a plan of the client's has sent, with its message. */
async function writeByPlan(): Promise<MessageId> {
  const { clientId, staffId } = scene;
  const messageId = v7() as MessageId;
  const plan = aPlanInput(clientId);
  await scene.act(async (care) => {
    await care.plans.add(plan, staffId);
    const administrationId = await sendMeasure(care, clientId);
    const of = { planId: plan.planId, planVersion: plan.version, forDay: today(scene) };
    const sent = { administrationId, clientId, instrumentId: 'phq-9', messageId, ...of };
    await care.sendings.add({ ...sent, place: 1, way: 'message' });
    await care.messages.add({ messageId, purpose: 'checkIn', clientId, way: 'email' });
  });
  return messageId;
}

describe('a message that was held up into the night', () => {
  it('waits for the morning when a plan wrote it', async () => {
    const messageId = await writeByPlan();
    scene.clock.advance(14 * HOUR_S);
    expect(await send(messageId)).toMatchObject({
      sentAt: null,
      attempts: 0,
      failure: 'atNight',
      dueAt: '2026-11-21T13:00:00.000Z',
    });
    expect(relay.mails).toEqual([]);
    scene.clock.advance(5 * HOUR_S);
    expect(await send(messageId)).toMatchObject({ sentAt: scene.now(), failure: null });
  });

  it('goes when a clinician pressed for it', async () => {
    const { messageId } = await writeCheckIn(scene);
    scene.clock.advance(14 * HOUR_S);
    expect(await send(messageId)).toMatchObject({ sentAt: scene.now() });
  });
});

it('what a plan has sent is told of at night when somebody presses then', async () => {
  const aboutMessageId = await writeByPlan();
  scene.clock.advance(14 * HOUR_S);
  const { clientId } = scene;
  const again = await scene.act((care) =>
    care.messages.add({ purpose: 'reminder', clientId, way: 'email', aboutMessageId }),
  );
  expect(await send(again)).toMatchObject({ sentAt: scene.now() });
});
