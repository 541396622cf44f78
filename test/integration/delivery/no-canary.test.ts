import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliver } from '#backend/care/messages/deliver.ts';
import { TAKEN } from '#backend/delivery/outcome.ts';
import type { Mail, TextMessage, Ways } from '#backend/delivery/ways.ts';
import { ClientLanguage } from '#shared/contracts/contact.ts';
import type { MessageId } from '#shared/contracts/ids.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { RULE_WORDS } from '#shared/words/alerts.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { respond, setScene } from '../store/scene.ts';
import { CLIENT, setDeliveryScene, writeAlert, writeCheckIn } from './scene.ts';

/** A practice whose name tells all that may not be told. */
const TELLING = 'Birch Couples and Trauma Therapy';

/**
 * What stands in the practice's records and in no message: names, the measure that was sent and its
 * score, every rule, the specialty.
 */
const CANARIES = [
  'Rosalind',
  'Achterberg',
  'Kwon',
  'Birch',
  'Couples',
  'Trauma',
  'Therapy',
  '1988',
  ...INSTRUMENTS.flatMap(({ id, title }) => [id, title]).filter(({ length }) => length > 3),
  ...Object.values(RULE_WORDS),
  'severity',
  'score',
  'moderate',
] as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

test.each(ClientLanguage.options)('no message tells anything: %s', async (language) => {
  const scene = await setDeliveryScene(database, TELLING);
  const { practiceId, clientId, staffId } = scene;
  const said: string[] = [];
  const keep = async (message: Mail | TextMessage) => {
    const { to, text } = message;
    const subject = 'subject' in message ? message.subject : '';
    // A secret is 43 letters and digits drawn at random: any short word may stand in it.
    said.push(`${to}\n${subject}\n${text.replace(/\/m\/[\w-]{43}/, '/m/secret')}`);
    return TAKEN;
  };
  const ways: Ways = { mail: keep, text: keep };
  await scene.act(async (care) => {
    await respond(care, clientId, 27);
    const agreedAt = scene.now();
    const contact = { ...CLIENT, channel: 'email', language, country: 'US', agreedAt } as const;
    await care.contacts.put(clientId, contact);
  });
  const sent: MessageId[] = [];
  for (const way of ['email', 'text'] as const) {
    const { messageId } = await writeCheckIn(scene, way);
    const reminder = { purpose: 'reminder', clientId, way, aboutMessageId: messageId } as const;
    const answer = { purpose: 'answer', staffId, way } as const;
    sent.push(messageId);
    sent.push(await scene.act((care) => care.messages.add(reminder)));
    sent.push(await scene.act((care) => care.messages.add(answer)));
    for (const id of sent) await deliver(scene.deps(ways), { practiceId, messageId: id });
  }
  const { messageId: atOnce } = await writeAlert(scene, 'email');
  const other = await setDeliveryScene(database, TELLING);
  const alert = await writeAlert(other, 'text');
  await deliver(scene.deps(ways), { practiceId, messageId: atOnce });
  await deliver(other.deps(ways), { practiceId: other.practiceId, messageId: alert.messageId });
  expect(said).toHaveLength(sent.length + 2);
  const addresses = /rosalind@example\.test|ines@example\.test/g;
  const whole = said.join('\n').replaceAll(addresses, '').toLowerCase();
  expect(CANARIES.filter((canary) => whole.includes(canary.toLowerCase()))).toEqual([]);
});

test('the canaries are in the records', async () => {
  const scene = await setScene(database.store, TELLING);
  const rows = await database.asSuperuser<{ name: string }>(
    'select display_name as name from care.client where client_id = $1',
    [scene.clientId],
  );
  expect(rows).toEqual([{ name: 'Rosalind Achterberg' }]);
});
