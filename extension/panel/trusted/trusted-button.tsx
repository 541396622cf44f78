import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Button, type Weight } from '../../ui/controls.tsx';
import { createVisibilityGate, watchVisibility } from './visibility.ts';

/** What is said when a press did not count. */
const HELD_BACK =
  'Not done: something covered this button a moment ago. Move it away, then press again.';

/** A button for what can't be taken lightly. */
export interface TrustedButtonProps {
  readonly weight: Weight;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
  /** What the press is for, where the words on the button do not say it all. */
  readonly label?: string;
}

/**
 * Honours a press only when a person made it and the button had been truly visible for half a
 * second: a page can make clicks, cover the frame, or slide it under the pointer.
 */
export function TrustedButton({ weight, disabled, onPress, children, label }: TrustedButtonProps) {
  const heldBack = useSignal(false);
  const ref = useRef<HTMLSpanElement>(null);
  const gate = useMemo(createVisibilityGate, []);
  useEffect(() => {
    if (ref.current === null) return undefined;
    const lifetime = new AbortController();
    watchVisibility(ref.current, gate, lifetime.signal);
    return () => lifetime.abort();
  }, [gate]);
  const press = (event: MouseEvent) => {
    if (!event.isTrusted || disabled === true) return;
    heldBack.value = !gate.isOpen(performance.now());
    if (!heldBack.value) onPress();
  };
  return (
    <span class="trusted" ref={ref}>
      <Button
        weight={weight}
        disabled={disabled ?? false}
        onClick={press}
        {...(label === undefined ? {} : { 'aria-label': label })}
      >
        {children}
      </Button>
      {heldBack.value ? <span role="alert">{HELD_BACK}</span> : null}
    </span>
  );
}
