import type { Result } from '#shared/contracts/result.ts';
import type { Failure } from '../failure.ts';
import type { SignedIn } from '../signed-in.ts';
import { type Entry, keyOf } from './entries.ts';
import type { KeptState } from './kept-state.ts';
import { fail, nextOf, recorded, refuse, sent } from './transitions.ts';

/** Tells the backend of one entry, in the name of one session and no other. */
export type Send = (entry: Entry, as: SignedIn) => Promise<Result<unknown, Failure>>;

/** What sending needs. */
export interface DispatchDependencies {
  readonly now: () => Date;
  readonly person: () => Promise<Result<SignedIn, Failure>>;
  readonly send: Send;
  readonly onChange: () => void;
  readonly kept: KeptState;
}

/**
 * Sends what the signed-in person did, in order and one at a time, until everything was taken or
 * the server is not there. Sending twice does no harm: entries carry their id. Whoever asks while
 * it is being sent gets one more round, so that nothing added meanwhile is passed over.
 */
export function createDispatch(dependencies: DispatchDependencies): () => Promise<void> {
  const { now, person, send, onChange, kept } = dependencies;
  let asked = false;
  let running: Promise<void> | null = null;

  /** True when the server answered for the entry, whatever it said. */
  async function attempt(entry: Entry, as: SignedIn): Promise<boolean> {
    const key = keyOf(entry);
    // First of all: once the server may have it, no other outcome may be given out under its id.
    await kept.change((state) => sent(state, key));
    const reply = await send(entry, as);
    const isFinal = reply.ok || reply.refusal.reason === 'refused';
    await kept.change((state) => {
      if (reply.ok) return recorded(state, key);
      return isFinal ? refuse(state, key) : fail(state, key, now());
    });
    return isFinal;
  }

  async function round(): Promise<void> {
    let state = await kept.read();
    if (!state.entries.some(({ stage }) => stage !== 'held')) return;
    const who = await person();
    if (!who.ok) return;
    let told = false;
    for (let entry = nextOf(state, who.value); entry !== null; entry = nextOf(state, who.value)) {
      told = true;
      if (!(await attempt(entry, who.value))) break;
      state = await kept.read();
    }
    if (told) onChange();
  }

  async function run(): Promise<void> {
    try {
      while (asked) {
        asked = false;
        await round();
      }
    } finally {
      running = null;
    }
  }

  return () => {
    asked = true;
    running ??= run();
    return running;
  };
}
