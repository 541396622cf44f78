import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/controls.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { Form } from './forms.ts';
import { Wrong } from './wrong.tsx';

/** A form with its heading, what went wrong as a whole, and the ways out of it. */
export function FormFrame({
  title,
  form,
  saveAs = 'Save to record',
  onSave,
  onLeave,
  children,
}: {
  readonly title: string;
  readonly form: Pick<Form<unknown>, 'saving' | 'problem'>;
  readonly saveAs?: string;
  readonly onSave: () => void;
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}) {
  const { saving, problem } = form;
  return (
    <div class="record-form stack" role="group" aria-label={title} tabIndex={-1}>
      <h3>{title}</h3>
      {children}
      <Wrong words={problem?.field === null ? problem.words : null} />
      <div class="row">
        <TrustedButton weight="main" disabled={saving} onPress={onSave}>
          {saving ? 'Saving…' : saveAs}
        </TrustedButton>
        <Button weight="quiet" disabled={saving} onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
