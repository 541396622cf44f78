import { Socket } from 'node:net';
import { Client } from 'pg';
import type { Logger } from 'pino';
import type { Login } from '#backend/database/login.ts';
import { traceOf } from '#backend/http/trace.ts';
import { LIVE_CHANNEL, LiveWord } from '#backend/store/live.ts';

/** Longest wait for the connection, and for the database to begin to tell, in milliseconds. */
const CONNECT_WITHIN = 5_000;

/** What hearing needs. */
export interface HearingDeps {
  /** Past whatever lends connections by transaction: who listens has to be there all the time. */
  readonly listener: Login;
  readonly log: Logger;
  /** Called with every word that is said, also our own. */
  readonly onWord: (word: LiveWord) => void;
  /** Called whenever hearing begins: what was said before was not heard. */
  readonly onBegin: () => void;
}

/** What is said on the channel, over one connection for all streams. */
export interface Hearing {
  /**
   * Hears until the signal is aborted. Never rejects: a connection that can't be had or is lost is tried
   * again. `untilRetry` resolves when it is time for that, or once the signal is aborted.
   */
  readonly keep: (
    signal: AbortSignal,
    untilRetry: (signal: AbortSignal) => Promise<void>,
  ) => Promise<void>;
  /** Lets go of a connection that began to listen and brings nothing; another is made. */
  readonly renew: () => void;
}

/** Builds it. Nothing is heard before `keep`. */
export function createHearing(deps: HearingDeps): Hearing {
  let letGo: (() => void) | null = null;

  async function hearOnce(signal: AbortSignal): Promise<void> {
    const turn = new AbortController();
    const onBegin = () => {
      letGo = () => turn.abort();
      deps.onBegin();
    };
    try {
      await hear({ ...deps, onBegin }, AbortSignal.any([signal, turn.signal]));
    } catch (error) {
      deps.log.warn({ trace: traceOf(error) }, 'changes not heard');
    } finally {
      letGo = null;
    }
  }

  return {
    async keep(signal, untilRetry) {
      while (!signal.aborted) {
        await hearOnce(signal);
        if (!signal.aborted) await untilRetry(signal);
      }
    },
    renew: () => letGo?.(),
  };
}

/** Resolves when the connection is over. */
async function hear(
  { listener, onWord, onBegin }: HearingDeps,
  signal: AbortSignal,
): Promise<void> {
  const socket = new Socket();
  const connection = new Client({
    ...listener,
    connectionTimeoutMillis: CONNECT_WITHIN,
    query_timeout: CONNECT_WITHIN,
    keepAlive: true,
    stream: () => socket,
  });
  try {
    const over = endOf(connection, signal);
    await connection.connect();
    connection.on('notification', ({ payload }) => {
      const word = LiveWord.safeParse(parsed(payload));
      // Another version of this backend may say what this one does not know.
      if (word.success) onWord(word.data);
    });
    await connection.query(`listen ${LIVE_CHANNEL}`);
    onBegin();
    await over;
  } finally {
    const ended = connection.end().catch(() => undefined);
    // A host that is gone never answers the farewell.
    socket.destroy();
    await ended;
  }
}

function endOf(connection: Client, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      signal.removeEventListener('abort', end);
      resolve();
    };
    connection.once('error', end);
    connection.once('end', end);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

function parsed(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '');
  } catch {
    return null;
  }
}
