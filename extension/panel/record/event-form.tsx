import type { BriefFacts } from '#shared/contracts/brief.ts';
import { CareEvent } from '#shared/contracts/care-event.ts';
import { Choices } from '../../ui/controls.tsx';
import type { RecordActions } from './actions.ts';
import { DayField } from './day-field.tsx';
import { TextField } from './fields.tsx';
import { FormFrame } from './form-frame.tsx';
import type { Form, FormValues } from './forms.ts';
import { EVENT_WORDS } from './words.ts';

/** As in the contract. */
const LONGEST_LABEL = 80;

const KINDS = CareEvent.shape.kind.options.map((value) => ({ value, label: EVENT_WORDS[value] }));

/** Something that the charts mark, such as a medication that was begun. */
export function EventForm({
  form,
  facts,
  actions,
}: {
  readonly form: Form<FormValues['event']>;
  readonly facts: BriefFacts;
  readonly actions: RecordActions;
}) {
  const { values, problem } = form;
  return (
    <FormFrame
      title="Event on the chart"
      form={form}
      onSave={() => void actions.save('event')}
      onLeave={() => actions.discard('event')}
    >
      <Choices
        legend="Kind"
        name="event-kind"
        options={KINDS}
        value={values.kind}
        onChange={(kind) => actions.fill('event', { kind })}
      />
      <DayField
        label="Day"
        facts={facts}
        problem={problem}
        value={values.on}
        onFill={(on) => actions.fill('event', { on })}
      />
      <TextField
        name="label"
        label="What happened"
        hint={`Stands on every chart of this client. ${LONGEST_LABEL - values.label.length} characters left.`}
        maxLength={LONGEST_LABEL}
        problem={problem}
        value={values.label}
        onFill={(label) => actions.fill('event', { label })}
      />
    </FormFrame>
  );
}
