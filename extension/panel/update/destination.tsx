import { dateInWords } from '#shared/contracts/calendar.ts';
import type { NoteField } from '#shared/contracts/reading.ts';
import { listInWords } from '#shared/words/measures.ts';
import { PickedFieldChoice, type PickingActions } from '../note/picked-field.tsx';
import type { Picking } from '../note/picking.ts';
import type { InsertRequest } from './plan.ts';
import { splitsByField, writableFields } from './targets.ts';

/** Where the text goes and for whom, beside the button; another field can be chosen. */
export function Destination({
  request,
  picking,
  actions,
  onChoose,
}: {
  readonly request: InsertRequest;
  readonly picking: Picking;
  readonly actions: PickingActions;
  readonly onChoose: (key: string) => void;
}) {
  const { screen, update, parts } = request;
  const { client } = screen.facts;
  const fields = writableFields(screen.reading);
  const names = listInWords(parts.map(({ field }) => labelOf(field)));
  return (
    <div class="stack destination">
      {parts.length === 0 ? (
        <p class="soft">Choose the field that this text goes to.</p>
      ) : (
        <p class="soft">
          Goes to{' '}
          <strong>
            {screen.reading.note?.template ?? 'Note'} · {names}
          </strong>
          , at the end, for{' '}
          <strong>
            {client.displayName}, {dateInWords(client.birthDate, { year: true })}
          </strong>
          .
        </p>
      )}
      {update.sections.length > 1 && !splitsByField(update, fields) ? (
        <p class="soft">
          This note has no field of its own for each of{' '}
          {listInWords(update.sections.map(({ heading }) => heading))}, so the text stays in one
          piece.
        </p>
      ) : null}
      {splitsByField(update, fields) || (fields.length < 2 && parts.length > 0) ? null : (
        <FieldChoice fields={fields} chosen={parts.at(0)?.field ?? null} onChoose={onChoose} />
      )}
      {splitsByField(update, fields) ? null : (
        <PickedFieldChoice picking={picking} fields={fields} actions={actions} />
      )}
    </div>
  );
}

interface FieldChoiceProps {
  readonly fields: readonly NoteField[];
  readonly chosen: NoteField | null;
  readonly onChoose: (key: string) => void;
}

function FieldChoice({ fields, chosen, onChoose }: FieldChoiceProps) {
  return (
    <label class="row">
      <span class="soft">Field</span>
      <select
        class="field grow"
        value={chosen?.key ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {chosen === null ? <option value="">Choose…</option> : null}
        {fields.map((field) => (
          <option key={field.key} value={field.key}>
            {labelOf(field)}
            {field.empty ? '' : ' (has text)'}
          </option>
        ))}
      </select>
    </label>
  );
}

function labelOf({ label }: NoteField): string {
  return label === '' ? 'field without a label' : label;
}
