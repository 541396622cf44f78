import type { Outbox } from '#extension/local/outbox/outbox.ts';
import { HeldInsertion } from '#extension/messages/worker.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { AlertId, InsertionId } from '#shared/contracts/ids.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import type { outboxScene } from '#test/support/outbox-worker.ts';

const TAB = 7;
const AT = new Date('2026-11-21T00:58:00.000Z');

/** The two insertions of the story. */
export const INSERTIONS = [90, 91].map((place) => InsertionId.parse(inventedId(place)));
/** The two alerts of the story. */
export const ALERTS = [60, 61].map((place) => AlertId.parse(inventedId(place)));

/** What the clinician and the page saw of it. */
export interface Seen {
  /** The page was asked to write, so it did. */
  readonly written: Set<string>;
  /** The worker took the page's word. */
  readonly answered: Set<string>;
  /** The panel said "done" or "will be sent". */
  readonly acknowledged: Set<string>;
}

function heldInsertion(insertionId: InsertionId): HeldInsertion {
  return HeldInsertion.parse({
    insertionId,
    clientId: inventedId(2),
    ehr: 'simplepractice',
    recordId: 'abc123',
    appointmentId: '77',
    request: chartRequest('narrative'),
    briefAsOf: instantOf(AT),
    parts: [{ label: 'Subjective', section: 'subjective', text: 'As read above.' }],
  });
}

/**
 * A day: text goes into a note and out again and an alert is acknowledged; then the server is away,
 * and the same happens once more; then it is there again.
 */
export async function tellStory(
  outbox: Outbox,
  { register }: ReturnType<typeof outboxScene>,
  seen: Seen,
): Promise<void> {
  await outbox.onServerThere();
  for (const away of [false, true]) {
    register.says = away ? 'unreachable' : null;
    const insertionId = INSERTIONS[away ? 1 : 0] ?? missing();
    await insert(outbox, insertionId, seen);
    await acknowledge(outbox, ALERTS[away ? 1 : 0] ?? missing(), seen);
    const undo = { what: 'undo', insertionId } as const;
    await outbox.hold({ what: 'undo', held: { insertionId } }, TAB);
    await outbox.answer({ key: undo, outcome: { status: 'restored' } });
  }
  register.says = null;
  await outbox.send();
}

async function insert(outbox: Outbox, insertionId: InsertionId, seen: Seen): Promise<void> {
  const held = await outbox.hold({ what: 'insertion', held: heldInsertion(insertionId) }, TAB);
  if (!held.ok) return;
  seen.written.add(insertionId);
  if ((await tellPagesWord(outbox, insertionId)).ok) seen.answered.add(insertionId);
}

/** The page's word, which a panel tells again when the worker died over it. */
export function tellPagesWord(outbox: Outbox, insertionId: InsertionId) {
  return outbox.answer({ key: { what: 'insertion', insertionId }, outcome: { status: 'exact' } });
}

async function acknowledge(outbox: Outbox, alertId: AlertId, seen: Seen): Promise<void> {
  const input = { alertId, action: 'discussedInSession', seenLatestAt: instantOf(AT) } as const;
  if ((await outbox.acknowledge(input)).ok) seen.acknowledged.add(alertId);
}

function missing(): never {
  throw new Error('the story has two of each');
}
