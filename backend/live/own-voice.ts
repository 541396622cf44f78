import type { Pool } from 'pg';
import { LIVE_CHANNEL, type LiveWord, SAY } from '#backend/store/live.ts';

/** Milliseconds after which a voice that was not heard counts as lost. */
export const VOICE_HOLDS_MS = 10_000;

/** Longest that a connection which never brought our voice is waited for, in milliseconds. */
const LONGEST_PATIENCE_MS = 300_000;

/** Whether this process hears what is said. */
export interface OwnVoice {
  /** Says something that only this process listens for. */
  readonly say: () => Promise<void>;
  /** Called with every probe that was heard. */
  readonly hear: (probe: Extract<LiveWord, { readonly is: 'probe' }>) => void;
  /** Whether it heard itself within {@link VOICE_HOLDS_MS}. */
  readonly isHeard: () => boolean;
  /** Another connection listens: what was said before is not expected of it. */
  readonly listensAnew: () => void;
  /**
   * Whether what was said, and is committed, is not heard for so long that the connection has to be
   * replaced. False while nothing can be said: then the database is away, and not the connection deaf.
   */
  readonly isDeaf: () => boolean;
}

/**
 * Finds out by trying whether the way from a commit to the streams works: a connection that looks
 * open may be dead, and a pooler between us and the database may keep notices to itself. Each connection
 * that brings nothing is waited for twice as long as the one before, since every change of it lets all
 * streams ask anew.
 */
export function createOwnVoice({
  pool,
  listenerId,
  elapsed,
}: {
  readonly pool: Pool;
  /** Version 7 UUID of this process. */
  readonly listenerId: string;
  /** Milliseconds on a clock that never goes back. */
  readonly elapsed: () => number;
}): OwnVoice {
  let sent = 0;
  let heardAt: number | null = null;
  let heardLast = 0;
  /** Since when something that was committed is not heard; null while nothing is. */
  let unheardSince: number | null = null;
  let patience = VOICE_HOLDS_MS;
  let isProven = true;
  return {
    async say() {
      sent += 1;
      const word: LiveWord = { is: 'probe', listenerId, sent };
      await pool.query(SAY, [LIVE_CHANNEL, JSON.stringify(word)]);
      if (heardLast < word.sent) unheardSince ??= elapsed();
    },
    hear(probe) {
      if (probe.listenerId !== listenerId) return;
      heardAt = elapsed();
      heardLast = Math.max(heardLast, probe.sent);
      unheardSince = null;
      isProven = true;
    },
    isHeard: () => heardAt !== null && elapsed() - heardAt <= VOICE_HOLDS_MS,
    listensAnew() {
      unheardSince = null;
      patience = isProven ? VOICE_HOLDS_MS : Math.min(LONGEST_PATIENCE_MS, 2 * patience);
      isProven = false;
    },
    isDeaf: () => unheardSince !== null && elapsed() - unheardSince > patience,
  };
}
