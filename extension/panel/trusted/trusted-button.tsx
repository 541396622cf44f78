import { useSignal } from '@preact/signals';
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button, type Weight } from '../../ui/controls.tsx';
import { createVisibilityGate, type Drawing, watchVisibility } from './visibility.ts';

/** What is said when a press did not count. */
const HELD_BACK =
  'Not done: this button was covered or not fully in view just now. Uncover it, then press again.';

/** A button for what can't be taken lightly. */
export interface TrustedButtonProps
  extends Pick<ButtonHTMLAttributes, 'aria-label' | 'aria-pressed' | 'title'> {
  readonly weight: Weight;
  readonly disabled?: boolean;
  /** At the moment a press can only take something off the screen: it counts however it was seen. */
  readonly harmless?: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

/**
 * Honours a press only when a person made it and the button had been truly visible for half a
 * second: a page can make clicks, cover the frame, or slide it under the pointer.
 */
export function TrustedButton({
  disabled = false,
  harmless = false,
  onPress,
  children,
  ...rest
}: TrustedButtonProps) {
  const open = useSignal(false);
  const heldBack = useSignal(false);
  const ref = useRef<HTMLSpanElement>(null);
  const drawing = useRef<Drawing>(null);
  useEffect(() => {
    if (ref.current === null) return undefined;
    const lifetime = new AbortController();
    const gate = createVisibilityGate({
      setTimeout: globalThis.setTimeout.bind(globalThis),
      clearTimeout: globalThis.clearTimeout.bind(globalThis),
      onChange(value) {
        open.value = value;
      },
    });
    drawing.current = watchVisibility(ref.current, gate, lifetime.signal);
    return () => lifetime.abort();
  }, [open]);
  const press = (event: MouseEvent) => {
    if (!event.isTrusted || disabled) return;
    const counts = harmless || (drawing.current?.isRecent() === true && open.value);
    heldBack.value = !counts;
    if (counts) onPress();
  };
  return (
    <span class="trusted" ref={ref}>
      <Button
        {...rest}
        disabled={disabled}
        aria-disabled={!harmless && !open.value}
        onClick={press}
      >
        {children}
      </Button>
      {heldBack.value ? <span role="alert">{HELD_BACK}</span> : null}
    </span>
  );
}
