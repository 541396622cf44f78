import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Whether what stands in an element is unfolded; true where nothing folds it. */
export function useUnfolded(): {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly isUnfolded: boolean;
} {
  const ref = useRef<HTMLDivElement>(null);
  const isUnfolded = useSignal(true);
  useEffect(() => {
    const fold = ref.current?.closest('details') ?? null;
    if (fold === null) return undefined;
    const look = () => {
      isUnfolded.value = fold.open;
    };
    look();
    fold.addEventListener('toggle', look);
    return () => fold.removeEventListener('toggle', look);
  }, [isUnfolded]);
  return { ref, isUnfolded: isUnfolded.value };
}
