import type { Sendings } from '#shared/contracts/between-procedures.ts';
import type { WorkerReply } from '../../messages/worker.ts';

/** What the server has said about sending to a client. */
export interface SendingsRead {
  /** Null until it has said something. What it said stands until it says something newer. */
  readonly reply: WorkerReply<Sendings> | null;
  /** Why it could not be asked again since; null where it could. */
  readonly unread: string | null;
}

/** Before the first answer. */
export const NOTHING_READ: SendingsRead = { reply: null, unread: null };

/**
 * What stands after an answer. Reading again takes nothing off the screen: somebody may be typing
 * beside it.
 */
export function afterReply(before: SendingsRead, reply: WorkerReply<Sendings>): SendingsRead {
  return !reply.ok && before.reply?.ok === true
    ? { reply: before.reply, unread: reply.message }
    : { reply, unread: null };
}
