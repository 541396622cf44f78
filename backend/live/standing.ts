import type { Logger } from 'pino';
import { traceOf } from '#backend/http/trace.ts';
import type { Identity } from '#backend/identity/identity.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { LiveStream } from './live-stream.ts';
import type { OpenStreams } from './open-streams.ts';

/**
 * Milliseconds for which a session is believed that was found open. Asked about every two seconds;
 * nobody gets a byte five seconds after being switched off, also while the database can't be asked.
 */
const STANDS_FOR_MS = 4_500;

/** What looking after sessions needs. */
export interface StandingDeps {
  readonly streams: OpenStreams;
  readonly identity: Pick<Identity, 'openAmong'>;
  readonly now: () => Instant;
  /** Milliseconds on a clock that never goes back. */
  readonly elapsed: () => number;
  readonly log: Logger;
}

/** Whose session is still open. */
export interface Standing {
  /** True while it may be told something; otherwise it is ended. */
  readonly has: (stream: LiveStream) => boolean;
  /** Asks about all sessions in one question, and ends the streams of those that are over. */
  readonly round: () => Promise<void>;
}

/** Builds it. A round that hangs keeps no stream alive. */
export function createStanding(deps: StandingDeps): Standing {
  const { streams, identity, now, elapsed, log } = deps;
  let asking = false;

  function has(stream: LiveStream): boolean {
    const holds = elapsed() - stream.confirmedAt <= STANDS_FOR_MS;
    if (!holds) stream.end();
    return holds;
  }

  async function ask(): Promise<void> {
    const askedAt = elapsed();
    const asked = streams.all();
    if (asked.length === 0) return;
    const open = await identity.openAmong(asked.map(({ token }) => token));
    for (const stream of asked) {
      if (open.has(stream.token)) stream.confirmedAt = askedAt;
      else {
        stream.tell({ is: 'ended', at: now() });
        stream.end();
      }
    }
  }

  return {
    has,
    async round() {
      for (const stream of streams.all()) has(stream);
      if (asking) return;
      asking = true;
      try {
        await ask();
      } catch (error) {
        log.warn({ trace: traceOf(error) }, 'sessions of open streams not looked at');
      } finally {
        asking = false;
      }
    },
  };
}
