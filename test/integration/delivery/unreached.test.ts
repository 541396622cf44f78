import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliver } from '#backend/care/messages/deliver.ts';
import { later, never, type Outcome, TAKEN } from '#backend/delivery/outcome.ts';
import { MOST_TRIES, MOST_TRIES_OF_ANSWER } from '#backend/delivery/pace.ts';
import type { Ways } from '#backend/delivery/ways.ts';
import type { StaffContact } from '#backend/store/staff-contacts.ts';
import type { MessageId, StaffId } from '#shared/contracts/ids.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type Relay, startRelay } from '#test/support/mail-relay.ts';
import { seenAs } from '../store/scene.ts';
import { type DeliveryScene, mailWays, setDeliveryScene, writeAlert } from './scene.ts';

const OFFICE = { email: 'office@example.test', phone: null };

let database: TestDatabase;
let relay: Relay;
let scene: DeliveryScene;
let admin: StaffId;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  relay = await startRelay();
  scene = await setDeliveryScene(database);
  admin = await aColleague('admin', OFFICE);
});
afterEach(() => relay.close());

async function aColleague(role: 'admin' | 'clinician', contact: StaffContact): Promise<StaffId> {
  const staffId = v7() as StaffId;
  await scene.act(async (care) => {
    await care.staff.add({ staffId, displayName: 'Ruth Okafor', role, active: true });
    await care.staffContacts.put(staffId, contact);
  });
  return staffId;
}

/** The clinician has these addresses. */
const reach = (contact: StaffContact) =>
  scene.act((care) => care.staffContacts.put(scene.staffId, contact));

async function send(messageId: MessageId, ways = mailWays(relay)) {
  await deliver(scene.deps(ways), { practiceId: scene.practiceId, messageId });
  return scene.row(messageId);
}

/** Sends all that is due, and what comes of that. */
async function sendAll(ways: Ways): Promise<void> {
  const due = await scene.act((care) => care.messages.due(100));
  for (const { messageId } of due) await send(messageId, ways);
  if (due.length > 0) await sendAll(ways);
}

/** Mails to these addresses are refused for good; texts arrive. */
function refusing(addresses: readonly string[]) {
  const told: string[] = [];
  const hear = async ({ to }: { readonly to: string }) => {
    if (addresses.includes(to)) return never('addressRefused');
    told.push(to);
    return TAKEN;
  };
  return { told, both: { mail: hear, text: hear }, mailAlone: { mail: hear, text: null } };
}

async function writeAnswer(): Promise<MessageId> {
  const { staffId } = scene;
  return scene.act((care) => care.messages.add({ purpose: 'answer', staffId, way: 'email' }));
}

async function failFor(messageId: MessageId, tries: number) {
  for (let done = 0; done < tries; done += 1) {
    await send(messageId);
    scene.clock.advance(3600);
  }
  return scene.row(messageId);
}

/** Sends what is due each hour, so often. */
async function sendHourly(ways: Ways, times: number): Promise<void> {
  for (let done = 0; done < times; done += 1) {
    await sendAll(ways);
    scene.clock.advance(3600);
  }
}

/** The step goes to the clinician by both ways, written in this order. */
async function writeByBoth(first: 'email' | 'text', second: 'email' | 'text'): Promise<void> {
  const { messageId } = await writeAlert(scene, first);
  const { alertId, evidenceAt } = await scene.row(messageId);
  if (alertId === null || evidenceAt === null) throw new Error('not a step');
  const of = { alertId, evidenceAt, ladderVersion: 1, step: 1, dueAt: scene.now() };
  await scene.act((care) => care.messages.addOnce({ ...of, staffId: scene.staffId, way: second }));
}

describe('a text service that refuses the login', () => {
  const INES = 'ines@example.test';

  /** Mails to the clinician end so; those to others arrive. */
  function failing(mail: Outcome) {
    const told: string[] = [];
    const hear = async ({ to }: { readonly to: string }) => {
      if (to === INES) return mail;
      told.push(to);
      return TAKEN;
    };
    return { told, ways: { mail: hear, text: async () => later('loginRefused') } };
  }

  test('beside a full mailbox has others told after four hours', async () => {
    await writeByBoth('email', 'text');
    const { told, ways } = failing(later('relayBusy'));
    await sendHourly(ways, MOST_TRIES - 1);
    expect(told).toEqual([]);
    await sendHourly(ways, 2);
    expect(told).toEqual([OFFICE.email]);
  });

  test.each([
    ['email', 'text'],
    ['text', 'email'],
  ] as const)(
    'beside a refused address has others told at once (%s first)',
    async (first, second) => {
      await writeByBoth(first, second);
      const { told, ways } = failing(never('addressRefused'));
      await sendAll(ways);
      expect(told).toEqual([OFFICE.email]);
    },
  );
});

describe('a relay that is away for a night', () => {
  beforeEach(() => {
    relay.mood = { is: 'refuses', at: 'RCPT', code: 451 };
  });

  test('loses no step of an alert that is open', async () => {
    const { messageId } = await writeAlert(scene);
    expect(await failFor(messageId, MOST_TRIES + 8)).toMatchObject({ gaveUpAt: null });
    relay.mood = { is: 'takes' };
    expect(await send(messageId)).toMatchObject({ sentAt: scene.now() });
  });

  test('leaves a step alone once somebody has dealt with the alert', async () => {
    const { messageId, alertId } = await writeAlert(scene);
    await failFor(messageId, MOST_TRIES + 1);
    const acknowledging = seenAs('contactedClient');
    await scene.act((care) => care.alerts.acknowledge(alertId, scene.staffId, acknowledging));
    expect(await send(messageId)).toMatchObject({ cancelledAt: scene.now() });
  });

  test('has others told as well after four hours: it may be this mailbox alone', async () => {
    await reach({ email: 'ines@example.test', phone: null });
    const { messageId } = await writeAlert(scene);
    await failFor(messageId, MOST_TRIES);
    const due = await scene.act((care) => care.messages.due(10));
    const waiting = await Promise.all(due.map((one) => scene.row(one.messageId)));
    expect(waiting).toHaveLength(2);
    expect(new Set(waiting.map(({ staffId }) => staffId))).toEqual(new Set([scene.staffId, admin]));
  });

  test('ends what no alert ends after three days, listed for somebody to deal with', async () => {
    const messageId = await writeAnswer();
    expect(await failFor(messageId, MOST_TRIES_OF_ANSWER - 1)).toMatchObject({ gaveUpAt: null });
    expect(await send(messageId)).toMatchObject({ gaveUpAt: scene.now() });
  });
});

test('a relay that is away has each person told once of an answer', async () => {
  await reach({ email: 'ines@example.test', phone: null });
  await aColleague('admin', { email: 'ruth@example.test', phone: null });
  await aColleague('admin', { email: 'maya@example.test', phone: null });
  await writeAnswer();
  const told: string[] = [];
  await sendHourly({ mail: async () => later('notReached'), text: null }, 3 * MOST_TRIES);
  const hear = async ({ to }: { readonly to: string }) => {
    told.push(to);
    return TAKEN;
  };
  await sendAll({ mail: hear, text: null });
  expect(told.toSorted()).toEqual([
    'ines@example.test',
    'maya@example.test',
    OFFICE.email,
    'ruth@example.test',
  ]);
});

describe('an address that is refused', () => {
  const INES = 'ines@example.test';

  test('gives way to another of the same person', async () => {
    await writeAlert(scene);
    const { told, both } = refusing([INES]);
    await sendAll(both);
    expect(told).toEqual(['+13125550143']);
  });

  test('brings in who stands in, and the next where theirs is refused as well', async () => {
    await reach({ email: INES, phone: null });
    await aColleague('clinician', { email: 'ruth@example.test', phone: null });
    await writeAlert(scene);
    const { told, both } = refusing([INES, OFFICE.email]);
    await sendAll(both);
    expect(told).toEqual(['ruth@example.test']);
    expect(await scene.act((care) => care.messages.dead(10))).toHaveLength(2);
  });

  test('brings in nobody while the step reaches somebody else', async () => {
    const colleague = await aColleague('clinician', { email: 'ruth@example.test', phone: null });
    await scene.act((care) => care.caseload.assign(colleague, scene.clientId));
    await reach({ email: INES, phone: null });
    const { messageId } = await writeAlert(scene);
    await scene.act(async (care) => {
      const { alertId, evidenceAt } = await scene.row(messageId);
      if (alertId === null || evidenceAt === null) throw new Error('not a step');
      const of = { alertId, evidenceAt, ladderVersion: 1, step: 1, dueAt: scene.now() };
      await care.messages.addOnce({ ...of, staffId: colleague, way: 'email' });
    });
    const { told, both } = refusing([INES]);
    await sendAll(both);
    expect(told).toEqual(['ruth@example.test']);
  });

  test('brings in nobody once somebody has dealt with the alert', async () => {
    await reach({ email: INES, phone: null });
    const { messageId, alertId } = await writeAlert(scene);
    const hears = async () => {
      const acknowledging = seenAs('contactedClient');
      await scene.act((care) => care.alerts.acknowledge(alertId, scene.staffId, acknowledging));
      return never('addressRefused');
    };
    await send(messageId, { mail: hears, text: null });
    expect(await scene.act((care) => care.messages.due(10))).toEqual([]);
  });

  test('of a message about an answer brings them in too, and asks nobody twice', async () => {
    await reach({ email: INES, phone: null });
    await writeAnswer();
    const { told, mailAlone } = refusing([INES, OFFICE.email]);
    await sendAll(mailAlone);
    expect(told).toEqual([]);
    expect(await scene.act((care) => care.messages.dead(10))).toHaveLength(2);
  });
});

describe('a message about an answer to who was switched off before it left', () => {
  test('goes to whoever stands in, once, though both its ways are due at one moment', async () => {
    const { staffId } = scene;
    const ids = await scene.act(async (care) => [
      await care.messages.add({ purpose: 'answer', staffId, way: 'email' }),
      await care.messages.add({ purpose: 'answer', staffId, way: 'text' }),
      await care.messages.add({ purpose: 'answer', staffId, way: 'browser' }),
    ]);
    await scene.act((care) => care.staff.switchOff(staffId));
    const { told, both } = refusing([]);
    await Promise.all(ids.map((messageId) => send(messageId, both)));
    await sendAll(both);
    expect(told).toEqual([OFFICE.email]);
  });
});

test('a way that the server has lost brings in who can be told by another, once', async () => {
  await reach({ email: null, phone: '+13125550143' });
  await writeAlert(scene, 'text');
  const { told, mailAlone } = refusing([]);
  await sendAll(mailAlone);
  scene.clock.advance(3600);
  await sendAll(mailAlone);
  expect(told).toEqual([OFFICE.email]);
});

test('a way that the server has lost ends for an answer after three days as well', async () => {
  await reach({ email: null, phone: '+13125550143' });
  const { staffId } = scene;
  const messageId = await scene.act((care) =>
    care.messages.add({ purpose: 'answer', staffId, way: 'text' }),
  );
  const { told, mailAlone } = refusing([]);
  await sendHourly(mailAlone, MOST_TRIES_OF_ANSWER - 1);
  expect(await scene.row(messageId)).toMatchObject({ failure: 'wayUnset', gaveUpAt: null });
  await sendAll(mailAlone);
  expect(await scene.row(messageId)).toMatchObject({ gaveUpAt: scene.now() });
  expect(told).toEqual([OFFICE.email]);
});
