import type { NoteField } from '#shared/contracts/reading.ts';
import type { PickRefusal } from '../../messages/page.ts';
import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { Picking } from './picking.ts';

/** What choosing a field by a click can do. */
export type PickingActions = Pick<PanelActions, 'pickField' | 'stopPicking' | 'forgetField'>;

const REFUSAL_WORDS: Readonly<Record<PickRefusal, string>> = {
  noNoteField: 'That is no text field of this note. The text is on Copy.',
  oneLine: 'That field holds one line only. The text is on Copy.',
  psychotherapyNote:
    'That field belongs to a psychotherapy note, a separate record. Nothing is inserted into it.',
  unsupportedEditor:
    'That field’s editor is not one that Throughline can check. The text is on Copy.',
};

/** The way to a field that no list names: a click in the note. */
export function PickedFieldChoice({
  picking,
  fields,
  actions,
}: {
  readonly picking: Picking;
  /** Those that can be written into. */
  readonly fields: readonly NoteField[];
  readonly actions: PickingActions;
}) {
  if (picking.is === 'picking') {
    return (
      <div class="row">
        <p class="grow" role="status">
          Click the field in the note. Escape ends it.
        </p>
        <Button onClick={actions.stopPicking}>Stop</Button>
      </div>
    );
  }
  return (
    <div class="row">
      <p class="soft grow" role="status">
        {saidOf(picking, fields)}
      </p>
      {picking.is === 'remembered' ? (
        <Button weight="quiet" onClick={actions.forgetField}>
          Forget it
        </Button>
      ) : null}
      <TrustedButton weight="quiet" onPress={actions.pickField}>
        Choose another field
      </TrustedButton>
    </div>
  );
}

/** The field that was chosen, if text can go into it. */
export function pickedField(picking: Picking, fields: readonly NoteField[]): NoteField | null {
  if (picking.is !== 'picked' && picking.is !== 'remembered') return null;
  return fields.find(({ key }) => key === picking.field.fieldKey) ?? null;
}

function saidOf(picking: Picking, fields: readonly NoteField[]): string | null {
  if (picking.is === 'idle' || picking.is === 'picking') return null;
  if (picking.is === 'ended') {
    return picking.refusal === null ? 'No field was chosen.' : REFUSAL_WORDS[picking.refusal];
  }
  if (pickedField(picking, fields) === null) {
    return 'Nothing can be written into that field. The text is on Copy.';
  }
  return picking.is === 'picked'
    ? 'The field you chose; it is used again in notes of this template.'
    : 'The field you chose last time.';
}
