import type { Caller } from '#backend/access/caller.ts';
import type { Sealing } from '#backend/sealed/sealing.ts';
import type { Ticket } from '#backend/sealed/ticket.ts';
import { AppError } from '#shared/contracts/errors.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { DeliveryReply, Fact, SealedContent, SealedEntry } from '#shared/contracts/sealed.ts';
import { type CareDeps, staffScope } from './deps.ts';
import { recordLate } from './record-late.ts';
import type { SealedCare } from './sealed-care.ts';
import { happened } from './sealed-time.ts';

type Delivered = DeliveryReply['results'][number];

/** What waits sealed on browsers' disks until the server can be told. */
export function createSealedCare(deps: CareDeps, sealing: Sealing): SealedCare {
  return {
    async grantSealing({ practiceId, staffId }) {
      const issuedAt = deps.now();
      const ticket = sealing.tickets.write({ practiceId, staffId, issuedAt });
      return { key: await sealing.key(), ticket, issuedAt };
    },
    async deliverSealed(caller, entries) {
      const results: Delivered[] = [];
      const unread = new Set<StaffId>();
      for (const entry of entries) {
        const delivered = await unlessBusy(() => take(deps, sealing, { caller, unread }, entry));
        if (delivered === null && results.length === 0) throw new AppError('busy');
        if (delivered === null) break;
        if (delivered.status === 'left') unread.add(entry.author);
        results.push(delivered);
      }
      return { results };
    },
  };
}

/** Who brings a delivery, and whose entries in it were left so far. */
interface Carrier {
  readonly caller: Caller;
  readonly unread: ReadonlySet<StaffId>;
}

async function take(
  deps: CareDeps,
  sealing: Sealing,
  { caller, unread }: Carrier,
  entry: SealedEntry,
): Promise<Delivered> {
  const { entryId } = entry;
  const opened = await sealing.open(entry);
  if (!opened.ok && opened.refusal !== 'unreadable') return left(entryId, opened.refusal);
  const content = opened.ok ? opened.value : null;
  const ticket = content === null ? null : sealing.tickets.read(content.ticket);
  if (content === null || ticket === null || !isProven(entry, content, ticket, deps)) {
    return refuse(deps, caller, {
      entryId,
      because: content === null ? 'unreadable' : 'notProven',
    });
  }
  // Whoever is of that practice may bring it.
  if (ticket.practiceId !== caller.practiceId) return left(entryId);
  const author = { ...caller, staffId: ticket.staffId };
  const mayComeLater = unread.has(ticket.staffId);
  if (mayComeLater && !(await hasItsInsertion(deps, author, content.fact))) return left(entryId);
  const { what } = content.fact;
  const because = await recordLate(deps, {
    entryId,
    author,
    carriedBy: caller.staffId,
    claim: { entryId, grantedAt: content.grantedAt, issuedAt: ticket.issuedAt },
    fact: content.fact,
  });
  return { entryId, status: because === null ? 'kept' : 'refused', what, because };
}

/** Kept by the browser: whoever understands it may yet take it. */
function left(entryId: string, because: 'unknownKey' | 'notUnderstood' | null = null): Delivered {
  // Browsers of former versions know no word for what is not understood.
  const known = because === 'unknownKey' ? because : null;
  return { entryId, status: 'left', what: null, because: known };
}

/** False of an undo whose insertion was never told of: its own entry may be one that could not be read. */
async function hasItsInsertion(deps: CareDeps, author: Caller, fact: Fact): Promise<boolean> {
  if (fact.what !== 'undo') return true;
  const { insertionId } = fact.input;
  const found = await deps.store.inPractice(staffScope(deps, author), (care) =>
    care.insertions.find(insertionId),
  );
  return found !== null;
}

/** Whether the ticket is its author's, and of the session in which the entry was made. */
function isProven(
  { entryId, author }: SealedEntry,
  { grantedAt }: SealedContent,
  { staffId, issuedAt }: Ticket,
  { now }: CareDeps,
): boolean {
  return staffId === author && happened({ entryId, grantedAt, issuedAt }, now()).inTime;
}

async function refuse(
  deps: CareDeps,
  caller: Caller,
  subject: { readonly entryId: string; readonly because: 'unreadable' | 'notProven' },
): Promise<Delivered> {
  await deps.store.inPractice(staffScope(deps, caller), (care) =>
    care.audit.append({ action: 'entry.refused', clientId: null, subject }),
  );
  return { ...subject, status: 'refused', what: null };
}

/** Null when the server has too much to do just now, or its database is away. */
async function unlessBusy<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === 'busy') return null;
    throw error;
  }
}
