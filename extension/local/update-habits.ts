import * as z from 'zod/mini';
import { ok, type Result } from '#shared/contracts/result.ts';
import { UpdateHabits } from '../messages/worker.ts';
import type { Failure } from './failure.ts';
import { createInTurn } from './in-turn.ts';
import type { SignedInPerson } from './signed-in.ts';
import { createSlot, type StorageArea } from './slot.ts';

/** How many clinicians of one browser are remembered; who changed theirs longest ago is forgotten. */
export const MOST_CLINICIANS = 20;

/** Habits by `StaffId`, the one who changed theirs last at the end. */
const Kept = z.array(z.object({ staffId: z.string(), habits: UpdateHabits }));

/** What clinicians of this browser like their Updates to be. */
export interface HabitStore {
  /** Of whoever is signed in; null when they have kept none. */
  readonly read: () => Promise<Result<UpdateHabits | null, Failure>>;
  readonly keep: (habits: UpdateHabits) => Promise<Result<null, Failure>>;
}

/**
 * Keeps them in `storage.local`, so that they outlive the browser: a way of writing is about no
 * client and no secret. Each clinician has their own, and meets nobody else's.
 */
export function createHabitStore({
  local,
  person,
}: {
  readonly local: StorageArea;
  readonly person: SignedInPerson['now'];
}): HabitStore {
  const slot = createSlot(local, 'updateHabits', Kept);
  const inTurn = createInTurn();

  return {
    async read() {
      const who = await person();
      if (!who.ok) return who;
      const all = (await slot.read()) ?? [];
      return ok(all.find(({ staffId }) => staffId === who.value.staffId)?.habits ?? null);
    },
    async keep(habits) {
      const who = await person();
      if (!who.ok) return who;
      const { staffId } = who.value;
      await inTurn(async () => {
        const others = ((await slot.read()) ?? []).filter((one) => one.staffId !== staffId);
        await slot.write([...others, { staffId, habits }].slice(-MOST_CLINICIANS));
      });
      return ok(null);
    },
  };
}
