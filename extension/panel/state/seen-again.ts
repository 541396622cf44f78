import { type ReadonlySignal, signal } from '@preact/signals';

/** What happens to the panel when somebody can see it again, after another tab or a sleep. */
export interface SeenAgain {
  /** True from the moment the panel is seen again until it was asked anew who the page is about. */
  readonly isBlank: ReadonlySignal<boolean>;
  /** Clears first, then asks; resolves when the answer is there. */
  readonly begin: () => Promise<void>;
}

/** What stood there may be from hours before and about somebody else: it is blank until asked anew. */
export function createSeenAgain({
  tick,
  verify,
}: {
  /** Notices what time it is. */
  readonly tick: () => void;
  readonly verify: () => Promise<void>;
}): SeenAgain {
  const isBlank = signal(false);
  let begun = 0;
  return {
    isBlank,
    async begin() {
      begun += 1;
      const mine = begun;
      isBlank.value = true;
      tick();
      try {
        await verify();
      } finally {
        if (mine === begun) isBlank.value = false;
      }
    },
  };
}
