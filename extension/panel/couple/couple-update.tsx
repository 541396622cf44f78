import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { coupleUpdate, isSameUpdate } from '#shared/couples/update.ts';
import { Section } from '../../ui/controls.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { CopyOutcome } from './copy-update.ts';
import type { ShownCouple } from './couple-view.tsx';

/** The last press on Copy: what became of it, and `asking` until that is known. */
export type Pressed = CopyOutcome | 'asking' | null;

/**
 * The couple's Update: to be read word for word, and copied. It goes with what is shared; that a press
 * copied nothing stays to be read.
 */
export function CoupleUpdate({
  shown,
  pressed,
  onCopy,
}: {
  readonly shown: ShownCouple;
  readonly pressed: Signal<Pressed>;
  readonly onCopy: (read: ShownCouple) => Promise<CopyOutcome>;
}) {
  const text = coupleUpdate(shown);
  const asking = useRef(false);
  const copy = async () => {
    if (asking.current) return;
    asking.current = true;
    pressed.value = 'asking';
    try {
      pressed.value = await onCopy(shown);
    } finally {
      asking.current = false;
    }
  };
  if (text === null) return <CopyStatus pressed={pressed.value} shown={shown} />;
  return (
    <Section title="Couple’s Update">
      <p class="soft">
        To be copied into the couple’s own record. It tells of both: in one partner’s record it
        would tell of the other.
      </p>
      <p class="preview">{text}</p>
      <div class="row">
        <TrustedButton weight="main" onPress={() => void copy()}>
          Copy
        </TrustedButton>
        <CopyStatus pressed={pressed.value} shown={shown} />
      </div>
    </Section>
  );
}

/** What became of a press on Copy. What it says of a text stands beside that text alone. */
export function CopyStatus({
  pressed,
  shown,
}: {
  readonly pressed: Pressed;
  /** What is on screen; null where no couple is. */
  readonly shown: ShownCouple | null;
}) {
  return <p role="status">{statusWords(pressed, shown)}</p>;
}

function statusWords(pressed: Pressed, shown: ShownCouple | null): string {
  if (pressed === null) return '';
  if (pressed === 'asking') return 'Asking whether this is still shared…';
  const { words, of } = pressed;
  return of === null || (shown !== null && isSameUpdate(of, shown)) ? words : '';
}
