import * as z from 'zod/mini';
import { Instant } from './calendar.ts';
import { ClientId } from './ids.ts';

/**
 * What the server tells a browser as it happens, over one stream a browser. It says that something is
 * to be asked anew, never what: every look goes through its own procedure, and is recorded there.
 */
export const LiveEvent = z.discriminatedUnion('is', [
  /** An alert of this client was opened, joined, put aside, acknowledged or closed. */
  z.object({ is: z.literal('alert'), clientId: ClientId, at: Instant }),
  /** Something else of this client's brief changed: a form that was sent, a risk answer that was saved, a plan, a goal. */
  z.object({ is: z.literal('client'), clientId: ClientId, at: Instant }),
  /** A step of the ladder calls this person: something waits. Whose and what is not said. */
  z.object({ is: z.literal('waiting'), at: Instant }),
  /** The server may have missed what happened before this moment: everything is to be asked anew. */
  z.object({ is: z.literal('missed'), at: Instant }),
  /**
   * At once, when `path` changes, and at least every 15 seconds, so that a line that broke without a
   * word is noticed. `path`: whether the server hears of what is committed, as it heard of its own
   * try a moment ago.
   */
  z.object({ is: z.literal('beat'), path: z.enum(['works', 'broken']), at: Instant }),
  /** The session is over: nothing follows. */
  z.object({ is: z.literal('ended'), at: Instant }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

/** Milliseconds without a beat after which the line counts as broken. */
export const SILENT_AFTER_MS = 40_000;

/**
 * How it stands with the way from an answer to a person: what the panel says when it does not work.
 * `late`: steps of the ladder are overdue, or a part that writes or sends messages does not go round. `failing`: messages are refused. `unset`: the practice has
 * no way to tell anybody.
 */
export const AlertPath = z.object({
  checkedAt: Instant,
  state: z.enum(['works', 'late', 'failing', 'unset']),
  /** Since when it is not `works`; null while it is. */
  since: z.nullable(Instant),
  /** Messages that were given up and nobody has dealt with. */
  deadLetters: z.int(),
});
export type AlertPath = z.infer<typeof AlertPath>;
