import { createSealing } from '#backend/sealed/sealing.ts';
import type { SignedIn } from '#extension/local/signed-in.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { ErrorCode } from '#shared/contracts/errors.ts';
import { PracticeId, type StaffId } from '#shared/contracts/ids.ts';
import type {
  DeliveryReply,
  Fact,
  SealedDelivery,
  SealedEntry,
  SealingGrant,
} from '#shared/contracts/sealed.ts';
import { inventedId } from './brief-facts.ts';

const SEALING = createSealing(['a secret of the test, long enough to be taken']);
const PRACTICE = PracticeId.parse(inventedId(310));

/** A fact that reached the server: whose it is, in whose session it came, and whether it was sealed. */
export interface Reached {
  readonly fact: Fact;
  readonly author: StaffId;
  readonly by: string;
  readonly wasSealed: boolean;
}

/**
 * A server as far as the outbox knows one, with the real keys and tickets: everything is taken once
 * by its own id, as the real one takes it.
 */
export function sealedRegister(now: () => Date) {
  const reached: Reached[] = [];
  const refuses = new Map<Fact['what'], ErrorCode>();

  const contradictions: Reached[] = [];

  function take(arrived: Reached): ErrorCode | null {
    const because = refuses.get(arrived.fact.what) ?? null;
    if (because !== null) return because;
    const standing = reached.find((one) => isSame(one, arrived));
    if (standing === undefined) reached.push(arrived);
    else if (!isRepeat(standing, arrived)) contradictions.push(arrived);
    return null;
  }

  async function open(entry: SealedEntry, by: string): Promise<DeliveryReply['results'][number]> {
    const { entryId } = entry;
    const opened = await SEALING.open(entry);
    if (!opened.ok) {
      return opened.refusal === 'notUnderstood'
        ? { entryId, status: 'left', what: null, because: null }
        : { entryId, status: 'refused', what: null, because: opened.refusal };
    }
    const { fact, ticket } = opened.value;
    const author = SEALING.tickets.read(ticket)?.staffId;
    if (author !== entry.author) {
      return { entryId, status: 'refused', what: null, because: 'notProven' };
    }
    const because = take({ fact, author, by, wasSealed: true });
    return { entryId, status: because === null ? 'kept' : 'refused', what: fact.what, because };
  }

  return {
    reached,
    /** What came a second time and said something else: the real server would keep the first. */
    contradictions,
    refuses,
    take,
    async grant({ staffId }: SignedIn): Promise<SealingGrant> {
      const issuedAt = instantOf(now());
      const ticket = SEALING.tickets.write({ practiceId: PRACTICE, staffId, issuedAt });
      return { key: await SEALING.key(), ticket, issuedAt };
    },
    async deliver({ entries }: SealedDelivery, by: string): Promise<DeliveryReply> {
      const results: DeliveryReply['results'] = [];
      for (const entry of entries) results.push(await open(entry, by));
      return { results };
    },
  };
}

/** The same insertion, undo or alert: what the server has of it stays as it is. */
function isSame({ fact: one }: Reached, { fact: other }: Reached): boolean {
  return one.what === other.what && idOf(one) === idOf(other);
}

/** The same said again; or only that nobody knows, of what is known by now. */
function isRepeat({ fact: one }: Reached, { fact: other }: Reached): boolean {
  const knowsLess = 'outcome' in other.input && other.input.outcome.status === 'unconfirmed';
  return knowsLess || JSON.stringify(one) === JSON.stringify(other);
}

/** What a fact is about: an insertion, or an alert. */
export function idOf({ input }: Fact): string {
  return 'alertId' in input ? input.alertId : input.insertionId;
}
