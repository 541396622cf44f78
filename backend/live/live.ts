import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Caller } from '#backend/access/caller.ts';
import type { Login } from '#backend/database/login.ts';
import { traceOf } from '#backend/http/trace.ts';
import type { Identity } from '#backend/identity/identity.ts';
import type { LiveWord } from '#backend/store/live.ts';
import type { Store } from '#backend/store/store.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { type Beats, createBeats } from './beats.ts';
import { createHearing } from './hearing.ts';
import { openStream } from './live-stream.ts';
import { createOpenStreams, MOST_STREAMS, type OpenStreams } from './open-streams.ts';
import { createOwnVoice } from './own-voice.ts';
import { createPassingOn } from './passing-on.ts';
import { createStanding } from './standing.ts';

/** What the streams are built from. */
export interface LiveDeps {
  /** For what is said. */
  readonly pool: Pool;
  /** For the connection that listens. */
  readonly listener: Login;
  readonly store: Store;
  readonly identity: Pick<Identity, 'openAmong'>;
  readonly now: () => Instant;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
  /** Milliseconds on a clock that never goes back. */
  readonly elapsed: () => number;
  readonly log: Logger;
}

/** Resolves when it is time for another round, or once the signal is aborted. */
export type UntilNext = (signal: AbortSignal) => Promise<void>;

/** The streams of this process. */
export interface Live {
  /** Opens the stream of a session. Refused while there are too many, or when the session is over. */
  readonly open: (
    caller: Caller,
    token: string,
  ) => Promise<Result<ReadableStream<Uint8Array>, 'busy' | 'signedOut'>>;
  /**
   * Hears what is committed, beats, and ends the streams of sessions that are over, until the signal
   * is aborted; then ends every stream. Never rejects.
   */
  readonly run: (signal: AbortSignal, untilNext: UntilNext) => Promise<void>;
}

/** Builds them. Nothing is heard before `run`. */
export function createLive(deps: LiveDeps): Live {
  const { pool, listener, newId, elapsed, now, log } = deps;
  const streams = createOpenStreams(MOST_STREAMS);
  const voice = createOwnVoice({ pool, listenerId: newId(), elapsed });
  const beats = createBeats({ streams, voice, now, elapsed });
  const standing = createStanding({ ...deps, streams });
  const passingOn = createPassingOn({ ...deps, streams, stands: standing.has });

  function onWord(word: LiveWord): void {
    if (word.is === 'waiting') passingOn.toPerson(word);
    else if (word.is === 'probe') {
      voice.hear(word);
      beats.round();
    } else passingOn.ofClient(word);
  }

  const hearing = createHearing({ listener, log, onWord, onBegin });

  function onBegin(): void {
    voice.listensAnew();
    const missed = { is: 'missed', at: now() } as const;
    for (const stream of streams.all()) if (standing.has(stream)) stream.tell(missed);
  }

  /** A database that hangs holds up neither the beats nor the end of streams. */
  function round(): void {
    void standing.round();
    voice.say().catch((error: unknown) => log.warn({ trace: traceOf(error) }, 'nothing said'));
    beats.round();
    if (voice.isDeaf()) hearing.renew();
  }

  return {
    open: (caller, token) => openFor(deps, { streams, beats }, { caller, token }),
    async run(signal, untilNext) {
      const heard = hearing.keep(signal, untilNext);
      while (!signal.aborted) {
        round();
        await untilNext(signal);
      }
      for (const stream of streams.all()) stream.end();
      await heard;
    },
  };
}

async function openFor(
  { store, identity, now, elapsed }: LiveDeps,
  { streams, beats }: { readonly streams: OpenStreams; readonly beats: Beats },
  { caller, token }: { readonly caller: Caller; readonly token: string },
): ReturnType<Live['open']> {
  const { practiceId, staffId, requestId } = caller;
  if (streams.isFull()) return refuse('busy');
  await store.inPractice(
    { practiceId, actor: { kind: 'staff', staffId }, requestId, now: now() },
    ({ audit }) => audit.append({ action: 'live.opened', clientId: null, subject: {} }),
  );
  // Requests believe a session for some seconds; a stream would add its own to them.
  const askedAt = elapsed();
  if (!(await identity.openAmong([token])).has(token)) return refuse('signedOut');
  const stream = openStream({ practiceId, staffId, token }, askedAt, streams.remove);
  streams.add(stream);
  beats.to(stream);
  return ok(stream.body);
}
