import * as z from 'zod/mini';
import { Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { EhrId } from '#shared/contracts/ehr.ts';
import {
  type AdapterMode,
  AdapterSwitches,
  SWITCHES_HOLD_SECONDS,
} from '#shared/contracts/fleet.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { Failure } from '../failure.ts';
import { Author, isSameAuthor } from '../outbox/entries.ts';
import type { SignedIn, SignedInPerson } from '../signed-in.ts';
import { createSlot, type StorageArea } from '../slot.ts';

/** Milliseconds after which the switches are asked for again. */
export const ASKED_EVERY_MS = 5 * 60_000;

/**
 * The newest answer, and whom it was given to: another practice allows something else. `askedAt` is
 * this computer's moment before the question, `asOf` the server's.
 */
const Kept = z.object({
  switches: AdapterSwitches,
  askedAt: Instant,
  /** Absent from what earlier versions kept: then it is nobody's. */
  givenTo: z.optional(Author),
});
type Kept = z.infer<typeof Kept>;

/** What the switches stand on. */
export interface SwitchesDependencies {
  /** `storage.local`: an EHR that is off stays off over the browser's end. */
  readonly area: StorageArea;
  readonly now: () => Date;
  readonly person: Pick<SignedInPerson, 'now' | 'known'>;
  /** Asks in the name of one session and no other. */
  readonly ask: (as: SignedIn) => Promise<Result<AdapterSwitches, Failure>>;
  /** An adapter may do something else than before. */
  readonly onChange: () => void;
}

/** What the practice allows the adapters, as far as this browser knows. */
export interface Switches {
  /**
   * What an adapter may do now. Only writing hangs on how fresh the answer is, and whose: what is
   * not listed, was given to somebody else, or was not confirmed for {@link SWITCHES_HOLD_SECONDS},
   * is `readOnly`; `off` stays, whoever is signed in, until a server says otherwise.
   */
  readonly modeOf: (ehr: EhrId) => Promise<AdapterMode>;
  /** The same, after asking the server where the answer is older than {@link ASKED_EVERY_MS}. */
  readonly confirmedModeOf: (ehr: EhrId) => Promise<AdapterMode>;
  readonly refresh: () => Promise<void>;
  readonly refreshIfOld: () => Promise<void>;
}

/** Builds them. One question at a time for each session: none waits for another's answer. */
export function createSwitches(dependencies: SwitchesDependencies): Switches {
  const { area, now, person, ask, onChange } = dependencies;
  const slot = createSlot(area, 'adapterSwitches', Kept);
  const asking = new Map<SignedIn['token'], Promise<void>>();

  async function askAs(as: SignedIn): Promise<void> {
    const askedAt = instantOf(now());
    const answer = await ask(as);
    // What was asked in a session that is over says nothing to the next one.
    if (!answer.ok || (await person.known())?.token !== as.token) return;
    const before = await slot.read();
    const { backend, staffId } = as;
    const kept = { switches: answer.value, askedAt, givenTo: { backend, staffId } };
    await slot.write(kept);
    if (wordsOf(before) !== wordsOf(kept)) onChange();
  }

  async function refresh(): Promise<void> {
    const who = await person.now();
    if (!who.ok) return;
    const { token } = who.value;
    const underWay = asking.get(token) ?? askAs(who.value).finally(() => void asking.delete(token));
    asking.set(token, underWay);
    await underWay;
  }

  async function refreshIfOld(): Promise<void> {
    const [kept, who] = [await slot.read(), await person.known()];
    if (!isFor(kept, who) || ageOf(kept, now()) >= ASKED_EVERY_MS) await refresh();
  }

  async function modeOf(ehr: EhrId): Promise<AdapterMode> {
    const kept = await slot.read();
    const mode = modeIn(kept, ehr, now());
    return mode === 'on' && !isFor(kept, await person.known()) ? 'readOnly' : mode;
  }

  return {
    modeOf,
    async confirmedModeOf(ehr) {
      await refreshIfOld();
      return modeOf(ehr);
    },
    refresh,
    refreshIfOld,
  };
}

function modeIn(kept: Kept | null, ehr: EhrId, now: Date): AdapterMode {
  const listed = kept?.switches.adapters.find((one) => one.ehr === ehr)?.mode ?? 'readOnly';
  if (listed === 'off') return 'off';
  return ageOf(kept, now) > SWITCHES_HOLD_SECONDS * 1000 ? 'readOnly' : listed;
}

/** Whether an answer was given to this very person. */
function isFor(kept: Kept | null, who: Author | null): boolean {
  return kept?.givenTo !== undefined && who !== null && isSameAuthor(kept.givenTo, who);
}

/** Milliseconds. An answer of the future, by a clock that was set back, is as old as can be. */
function ageOf(kept: Kept | null, now: Date): number {
  const age = kept === null ? -1 : now.getTime() - Date.parse(kept.askedAt);
  return age < 0 ? Number.POSITIVE_INFINITY : age;
}

/** What changes when it does: whom an answer is for decides as well whether it may be written by. */
function wordsOf(kept: Kept | null): string {
  return JSON.stringify([kept?.switches.adapters ?? null, kept?.givenTo ?? null]);
}
