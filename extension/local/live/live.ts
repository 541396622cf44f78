import type { LiveEvent } from '#shared/contracts/live.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { AlertWay } from '../../messages/live.ts';
import type { WorkerNotice } from '../../messages/worker-notice.ts';
import type { ExtensionApi } from '../extension-api.ts';
import type { Failure } from '../failure.ts';
import type { Session } from '../session.ts';
import { type CallToLook, type CallToLookDependencies, createCallToLook } from './call-to-look.ts';
import { createLine, type LineDependencies } from './line.ts';

/** Milliseconds in which what happens together is told to the pages once. */
const TOGETHER_MS = 150;

/** What the live part of the worker stands on. */
export interface LiveDependencies extends Pick<LineDependencies, 'fetch' | 'now' | 'onSignedOut'> {
  readonly browser: CallToLookDependencies['browser'] & Pick<ExtensionApi, 'alarms'>;
  /** Origin of the practice's server, or why there is none to ask. */
  readonly backend: () => Promise<Result<string, Failure>>;
  readonly session: Pick<Session, 'heldFor'>;
  readonly crypto: Pick<Crypto, 'getRandomValues'>;
  readonly timers: Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>;
  /** Forgets what is out of date, and lets all pages ask anew. */
  readonly notify: (what: 'brief') => void;
  readonly tellPages: (what: WorkerNotice['what']) => void;
}

/** What happens on the server reaches the pages of this browser. */
export interface Live extends Pick<CallToLook, 'onClicked'> {
  /** As `Line.keep`. */
  readonly keep: () => Promise<void>;
  /** How it stands with the line. */
  readonly state: () => Pick<AlertWay, 'line' | 'lineSince'>;
}

/** Builds it. Opens nothing before `keep`. */
export function createLive(dependencies: LiveDependencies): Live {
  const { browser, session, timers, notify, tellPages } = dependencies;
  const backend = async () => {
    const found = await dependencies.backend();
    return found.ok ? found.value : null;
  };
  const call = createCallToLook({ browser, backend });
  const somethingChanged = onceTogether(timers, () => notify('brief'));
  let hasBegun = false;

  function onEvent({ is }: LiveEvent): void {
    if (is === 'waiting') void call.show().catch(() => undefined);
    else if (is !== 'beat') somethingChanged();
    else if (!hasBegun) {
      // What happened before the first word of a line went by unheard.
      hasBegun = true;
      somethingChanged();
    }
  }

  const line = createLine({
    ...dependencies,
    pause: pauseOn(timers),
    random: () => randomFrom(dependencies.crypto),
    async proof() {
      const origin = await backend();
      return origin === null ? null : session.heldFor(origin);
    },
    onEvent,
    onState() {
      if (line.state().is !== 'works') hasBegun = false;
      tellPages('alertWay');
    },
    // Any question to the browser, which the bytes of a stream are not, begins the worker's half minute
    // anew: with a beat every 15 seconds it is not ended while it listens.
    onHeard: () => void browser.alarms.getAll(),
  });
  return {
    async keep() {
      try {
        await line.keep();
      } catch {
        // Who is signed in could not be found out; it is asked again within a minute.
      }
    },
    onClicked: call.onClicked,
    state() {
      const { is, since } = line.state();
      return { line: is, lineSince: since };
    },
  };
}

/** Uniformly in [0, 1). */
function randomFrom(crypto: LiveDependencies['crypto']): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number / 2 ** 32;
}

/** Runs once, a moment after the first of several calls. */
function onceTogether({ setTimeout }: LiveDependencies['timers'], run: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      run();
    }, TOGETHER_MS);
  };
}

function pauseOn({
  setTimeout,
  clearTimeout,
}: LiveDependencies['timers']): LineDependencies['pause'] {
  return (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      signal.addEventListener('abort', end, { once: true });
    });
}
