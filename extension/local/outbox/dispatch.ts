import type { InsertionId } from '#shared/contracts/ids.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { Failure } from '../failure.ts';
import type { SignedIn } from '../signed-in.ts';
import { type AttemptDependencies, createAttempt } from './attempt.ts';
import type { Entry } from './entries.ts';
import type { Delivered } from './sealed/deliver.ts';
import { unlessBroken } from './sealed/disk.ts';
import { fail, nextOf, reached } from './transitions.ts';

/** What sending needs. */
export interface DispatchDependencies extends AttemptDependencies {
  readonly person: () => Promise<Result<SignedIn, Failure>>;
  readonly onChange: () => void;
  /** Delivers what earlier browser sessions left, before anything newer is sent. */
  readonly deliverLeft: (as: SignedIn) => Promise<Delivered>;
}

/**
 * Sends what the signed-in person did, in order and one at a time, until everything was taken or
 * the server is not there. Sending twice does no harm: entries carry their id. Whoever asks while
 * it is being sent gets one more round, so that nothing added meanwhile is passed over.
 */
export function createDispatch(dependencies: DispatchDependencies): () => Promise<void> {
  const { now, person, onChange, kept, disk } = dependencies;
  const attempt = createAttempt(dependencies);
  let asked = false;
  let running: Promise<void> | null = null;

  async function hasWork(): Promise<boolean> {
    const { entries } = await kept.read();
    return (
      entries.some(({ stage }) => stage !== 'held') || !(await unlessBroken(disk.isEmpty(), true))
    );
  }

  async function round(): Promise<void> {
    if (!(await hasWork())) return;
    const who = await person();
    if (!who.ok) return;
    const left = await unlessBroken(dependencies.deliverLeft(who.value), {
      reached: true,
      told: false,
      aside: new Set<InsertionId>(),
    });
    let { told } = left;
    let isThere = left.reached;
    const next = async () => nextOf(await kept.read(), who.value, left.aside);
    if (!isThere) await failEntry(await next());
    else if (told) await kept.change(reached);
    for (
      let entry = isThere ? await next() : null;
      entry !== null && isThere;
      entry = await next()
    ) {
      told = true;
      isThere = await attempt(entry, who.value);
    }
    if (told) onChange();
  }

  /** What is behind something that could not be told waits as well. */
  async function failEntry(entry: Entry | null): Promise<void> {
    await kept.change((state) => fail(state, entry?.entryId ?? null, now()));
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
