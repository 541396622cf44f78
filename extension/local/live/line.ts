import * as z from 'zod/mini';
import { type Instant, instantOf } from '#shared/contracts/calendar.ts';
import { type LiveEvent, SILENT_AFTER_MS } from '#shared/contracts/live.ts';
import type { LineState } from '../../messages/live.ts';
import { createInTurn } from '../in-turn.ts';
import type { SessionProof } from '../signed-in.ts';
import { backOff } from './back-off.ts';
import { eventsOf } from './events.ts';

/** What the line is made of. */
export interface LineDependencies {
  readonly fetch: typeof globalThis.fetch;
  /** Whose line it is; null when nobody is signed in, or no server is set. */
  readonly proof: () => Promise<SessionProof | null>;
  readonly now: () => Date;
  /** Resolves after so many milliseconds, or at once when the signal is aborted. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Uniformly in [0, 1). */
  readonly random: () => number;
  /** Something came: also what is not understood. */
  readonly onHeard: () => void;
  readonly onEvent: (event: LiveEvent) => void;
  readonly onState: () => void;
  /** The server no longer knows this token. */
  readonly onSignedOut: (token: string) => Promise<void>;
}

/** The one stream of this browser. */
export interface Line {
  /**
   * Sees to it that there is one for whoever is signed in now, and none for anybody else. Asked at
   * every start of the worker, every minute, and when the session changes.
   */
  readonly keep: () => Promise<void>;
  readonly state: () => { readonly is: LineState; readonly since: Instant };
}

/** Whom a line is for, until its lifetime ends. */
interface Following extends SessionProof {
  readonly lifetime: AbortController;
}

/** Builds it. Opened by `keep`; reconnects by itself while the worker lives. */
export function createLine(dependencies: LineDependencies): Line {
  const { now, pause, random } = dependencies;
  const inTurn = createInTurn();
  let following: Following | null = null;
  let state: { readonly is: LineState; readonly since: Instant } = {
    is: 'closed',
    since: instantOf(now()),
  };

  function become(is: LineState): void {
    if (is === state.is) return;
    state = { is, since: instantOf(now()) };
    dependencies.onState();
  }

  async function follow(whom: Following): Promise<void> {
    const { signal } = whom.lifetime;
    let failures = 0;
    while (!signal.aborted) {
      const outcome = await listenOnce(dependencies, whom, become);
      if (signal.aborted) return;
      become(outcome === 'over' ? 'closed' : 'silent');
      if (outcome === 'over') return;
      failures = outcome === 'brokeOff' ? 1 : failures + 1;
      await pause(backOff(failures, random()), signal);
    }
  }

  return {
    keep: () =>
      inTurn(async () => {
        const proof = await dependencies.proof();
        if (proof?.token === following?.token && proof?.backend === following?.backend) return;
        following?.lifetime.abort();
        following = proof === null ? null : { ...proof, lifetime: new AbortController() };
        become(following === null ? 'closed' : 'opening');
        if (following !== null) void follow(following);
      }),
    state: () => state,
  };
}

/** `over`: there is nothing more to hear. `brokeOff`: it worked until now. `nothing`: no word came. */
type Outcome = 'over' | 'brokeOff' | 'nothing';

/** Never rejects. */
async function listenOnce(
  dependencies: LineDependencies,
  { backend, token, lifetime }: Following,
  become: (is: LineState) => void,
): Promise<Outcome> {
  const attempt = new AbortController();
  const giveUp = () => attempt.abort();
  lifetime.signal.addEventListener('abort', giveUp);
  const silence = createSilenceWatch(dependencies.pause, giveUp);
  let outcome: Outcome = 'nothing';
  try {
    silence.begin();
    const reply = await open(dependencies.fetch, { backend, token }, attempt.signal);
    if (reply.status === 401) await dependencies.onSignedOut(token);
    if (reply.status === 401 || (await isForNobody(reply))) return 'over';
    const { body } = reply;
    if (!reply.ok || body === null) return outcome;
    for await (const event of eventsOf(body)) {
      if (attempt.signal.aborted) return outcome;
      silence.begin();
      outcome = 'brokeOff';
      dependencies.onHeard();
      if (event?.is === 'ended') {
        await dependencies.onSignedOut(token);
        return 'over';
      }
      if (event?.is === 'beat') become(event.path === 'works' ? 'works' : 'deaf');
      if (event !== null) dependencies.onEvent(event);
    }
    return outcome;
  } catch {
    // The network, or our own patience.
    return outcome;
  } finally {
    silence.end();
    lifetime.signal.removeEventListener('abort', giveUp);
    attempt.abort();
  }
}

const NotAllowed = z.object({ error: z.literal('notAllowed') });

/**
 * Whether the server says that there is nothing to be told, as servers before this version say to an admin.
 * A proxy or firewall that refuses a stream answers 403 as well: that is a line that does not work, and may
 * again.
 */
async function isForNobody(reply: Response): Promise<boolean> {
  const isOurs = reply.headers.get('content-type')?.startsWith('application/json') === true;
  return reply.status === 403 && isOurs && NotAllowed.safeParse(await reply.json()).success;
}

/** The token in the header, no cookies, and no other server than this one. */
function open(
  fetch: typeof globalThis.fetch,
  { backend, token }: SessionProof,
  signal: AbortSignal,
): Promise<Response> {
  return fetch(`${backend}/live`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal,
  });
}

/** Calls `onSilence` when `begin` was not called again for too long. */
function createSilenceWatch(pause: LineDependencies['pause'], onSilence: () => void) {
  let watch = new AbortController();
  async function watchFor(signal: AbortSignal): Promise<void> {
    await pause(SILENT_AFTER_MS, signal);
    if (!signal.aborted) onSilence();
  }
  return {
    begin() {
      watch.abort();
      const mine = new AbortController();
      watch = mine;
      void watchFor(mine.signal);
    },
    end: () => watch.abort(),
  };
}
