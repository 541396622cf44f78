import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Pixels before the first measurement: the panel's usual width without its margins. */
const USUAL_WIDTH = 368;

/** The width that an element has, as it changes. Words in a drawing must not be scaled with it. */
export function useWidth(): {
  readonly ref: RefObject<HTMLElement | null>;
  readonly width: number;
} {
  const ref = useRef<HTMLElement>(null);
  const width = useSignal(USUAL_WIDTH);
  useEffect(() => {
    if (ref.current === null) return undefined;
    const observer = new ResizeObserver((entries) => {
      const measured = entries.at(-1)?.contentRect.width ?? 0;
      if (measured > 0) width.value = Math.round(measured);
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [width]);
  return { ref, width: width.value };
}
