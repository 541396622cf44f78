import * as z from 'zod/mini';
import { ClientId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';

/** The channel on which backends tell each other that something was committed. */
export const LIVE_CHANNEL = 'throughline_live';

/** What of a client is to be asked anew: the alerts, or anything else that a brief shows. */
export type ClientNews = 'alert' | 'client';

/**
 * What is said on the channel: ids of one practice, never what happened. `waiting`: this person's
 * browser is to say that something waits. `probe`: a backend listens for its own voice.
 */
export const LiveWord = z.union([
  z.object({ is: z.enum(['alert', 'client']), practiceId: PracticeId, clientId: ClientId }),
  z.object({ is: z.literal('waiting'), practiceId: PracticeId, staffId: StaffId }),
  z.object({ is: z.literal('probe'), listenerId: z.uuid(), sent: z.int() }),
]);
export type LiveWord = z.infer<typeof LiveWord>;

/** The statement that says a word; `$1` is {@link LIVE_CHANNEL}, `$2` the word as JSON. */
export const SAY = 'select pg_notify($1, $2)';

/**
 * Tells open panels, once the transaction is committed and never when it is not. Saying the same
 * twice in one transaction says it once.
 */
export class LiveRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Something of this client changed: whoever has them on screen is to ask anew. */
  async tell(clientId: ClientId, is: ClientNews): Promise<void> {
    const { practiceId } = this.#care.scope;
    await this.#say({ is, practiceId, clientId });
  }

  /**
   * A step of the ladder calls this person by browser: theirs shows that something waits, without a
   * word of what or whose. It reaches open browsers only, so it never counts as having told them.
   */
  async callBrowserOf(staffId: StaffId): Promise<void> {
    const { practiceId } = this.#care.scope;
    await this.#say({ is: 'waiting', practiceId, staffId });
  }

  async #say(word: LiveWord): Promise<void> {
    await this.#care.connection.query(SAY, [LIVE_CHANNEL, JSON.stringify(word)]);
  }
}
