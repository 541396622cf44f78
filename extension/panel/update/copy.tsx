import { useSignal } from '@preact/signals';
import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';

/** The way that always works. What it says is about the text that was copied, not a later one. */
export function Copy({
  text,
  actions,
}: {
  readonly text: string;
  readonly actions: Pick<PanelActions, 'copy'>;
}) {
  const result = useSignal<{ readonly text: string; readonly copied: boolean } | null>(null);
  const copy = async () => {
    result.value = { text, copied: await actions.copy(text) };
  };
  const { value } = result;
  return (
    <>
      <Button onClick={() => void copy()}>Copy</Button>
      <span role="status">{value === null || value.text !== text ? '' : said(value.copied)}</span>
    </>
  );
}

function said(copied: boolean): string {
  return copied
    ? 'Copied.'
    : 'The browser did not allow copying. Select the text above and copy it.';
}
