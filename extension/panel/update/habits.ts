import { type ReadonlySignal, signal } from '@preact/signals';
import { chartRequest } from '#shared/update/request.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { UpdateHabits } from '../../messages/worker.ts';

/** What a clinician gets who has never chosen. */
export const USUAL_HABITS: UpdateHabits = habitsIn(chartRequest('narrative'));

/** How the clinician at this browser likes Updates. */
export interface Habits {
  readonly habits: ReadonlySignal<UpdateHabits>;
  /** Takes them for the next Update, and has the worker remember them. */
  readonly keep: (habits: UpdateHabits) => void;
  /** Asks the worker for those of whoever is signed in now. */
  readonly refresh: () => Promise<void>;
}

/** Starts with the usual ones: nobody meets the habits of the clinician before. */
export function createHabits(ask: AskWorker): Habits {
  const habits = signal(USUAL_HABITS);
  let changes = 0;
  return {
    habits,
    keep(chosen) {
      changes += 1;
      habits.value = chosen;
      void ask('habits.keep', chosen);
    },
    async refresh() {
      changes += 1;
      const asked = changes;
      const reply = await ask('habits.get', {});
      // What was chosen, or asked, since is newer than this answer.
      if (asked === changes) habits.value = (reply.ok ? reply.value : null) ?? USUAL_HABITS;
    },
  };
}

function habitsIn({ shape, length, language, assessmentLine }: UpdateHabits): UpdateHabits {
  return { shape, length, language, assessmentLine };
}
