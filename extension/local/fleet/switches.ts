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
import { createSlot, type StorageArea } from '../slot.ts';

/** Milliseconds after which the switches are asked for again. */
export const ASKED_EVERY_MS = 5 * 60_000;

/** The newest answer. `askedAt` is this computer's moment before the question, `asOf` the server's. */
const Kept = z.object({ switches: AdapterSwitches, askedAt: Instant });
type Kept = z.infer<typeof Kept>;

/** What the switches stand on. */
export interface SwitchesDependencies {
  /** `storage.local`: an EHR that is off stays off over the browser's end. */
  readonly area: StorageArea;
  readonly now: () => Date;
  readonly ask: () => Promise<Result<AdapterSwitches, Failure>>;
  /** An adapter may do something else than before. */
  readonly onChange: () => void;
}

/** What the practice allows the adapters, as far as this browser knows. */
export interface Switches {
  /**
   * What an adapter may do now. Only writing hangs on how fresh the answer is: what is not listed,
   * or was not confirmed for {@link SWITCHES_HOLD_SECONDS}, is `readOnly`; `off` stays until the
   * server says otherwise.
   */
  readonly modeOf: (ehr: EhrId) => Promise<AdapterMode>;
  /** The same, after asking the server where the answer is older than {@link ASKED_EVERY_MS}. */
  readonly confirmedModeOf: (ehr: EhrId) => Promise<AdapterMode>;
  readonly refresh: () => Promise<void>;
  readonly refreshIfOld: () => Promise<void>;
}

/** Builds them. One question at a time. */
export function createSwitches({ area, now, ask, onChange }: SwitchesDependencies): Switches {
  const slot = createSlot(area, 'adapterSwitches', Kept);
  let asking: Promise<void> | null = null;

  async function askNow(): Promise<void> {
    const askedAt = instantOf(now());
    const answer = await ask();
    if (!answer.ok) return;
    const before = await slot.read();
    await slot.write({ switches: answer.value, askedAt });
    if (wordsOf(before) !== wordsOf({ switches: answer.value })) onChange();
  }

  function refresh(): Promise<void> {
    asking ??= askNow().finally(() => {
      asking = null;
    });
    return asking;
  }

  async function refreshIfOld(): Promise<void> {
    if (ageOf(await slot.read(), now()) >= ASKED_EVERY_MS) await refresh();
  }

  const modeOf = async (ehr: EhrId) => modeIn(await slot.read(), ehr, now());

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

/** Milliseconds. An answer of the future, by a clock that was set back, is as old as can be. */
function ageOf(kept: Kept | null, now: Date): number {
  const age = kept === null ? -1 : now.getTime() - Date.parse(kept.askedAt);
  return age < 0 ? Number.POSITIVE_INFINITY : age;
}

function wordsOf(kept: Pick<Kept, 'switches'> | null): string {
  return JSON.stringify(kept?.switches.adapters ?? null);
}
