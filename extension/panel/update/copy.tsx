import { useSignal } from '@preact/signals';
import type { Weight } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';

/** The way that always works. What it says is about the text that was copied, not a later one. */
export function Copy({
  text,
  weight,
  actions,
}: {
  readonly text: string;
  /** `main` where nothing else can be done with the text. */
  readonly weight: Weight;
  readonly actions: Pick<PanelActions, 'copy'>;
}) {
  const result = useSignal<{ readonly text: string; readonly copied: boolean } | null>(null);
  const copy = async () => {
    result.value = { text, copied: await actions.copy(text) };
  };
  const { value } = result;
  return (
    <>
      <TrustedButton weight={weight} onPress={() => void copy()}>
        Copy
      </TrustedButton>
      <span role="status">
        {value === null || value.text !== text ? '' : copiedInWords(value.copied)}
      </span>
    </>
  );
}

/** What became of a text that was copied. */
export function copiedInWords(copied: boolean): string {
  return copied
    ? 'Copied.'
    : 'The browser did not allow copying. Select the text above and copy it.';
}
