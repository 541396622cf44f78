import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import type { RecordActions } from './actions.ts';
import { DayField } from './day-field.tsx';
import { SelectField, TextField } from './fields.tsx';
import { FormFrame } from './form-frame.tsx';
import type { Form, TotalValues } from './forms.ts';
import { HandMeasuresAround } from './hand-measures.tsx';
import { rangeInWords } from './words.ts';

interface TotalFormProps {
  readonly form: Form<TotalValues>;
  readonly facts: BriefFacts;
  readonly actions: RecordActions;
}

/** A total that the client brought along, of a measure that the practice has set up. */
export function TotalForm(props: TotalFormProps) {
  const { form, actions } = props;
  return (
    <HandMeasuresAround actions={actions} onLeave={() => actions.discard('total')}>
      {(measures) => (
        <FormFrame
          title="Total brought along"
          form={form}
          onSave={() => void actions.save('total')}
          onLeave={() => actions.discard('total')}
        >
          <SelectField
            name="measure"
            label="Measure"
            problem={form.problem}
            value={form.values.measure?.id ?? null}
            options={measures.map(({ id, name }) => ({ value: id, label: name }))}
            onFill={(chosen) => {
              const measure = measures.find(({ id }) => id === chosen) ?? null;
              actions.fill('total', { measure });
            }}
          />
          <DayAndTotal {...props} name="total" measure={form.values.measure} />
        </FormFrame>
      )}
    </HandMeasuresAround>
  );
}

/** Another total in the place of one that was entered wrongly; both stay on record. */
export function TotalAgainForm(props: TotalFormProps) {
  const { form, actions } = props;
  const { measure } = form.values;
  return (
    <FormFrame
      title={`Correct a total of ${measure?.name ?? ''}`}
      form={form}
      saveAs="Save the correction"
      onSave={() => void actions.save('totalAgain')}
      onLeave={() => actions.discard('totalAgain')}
    >
      <DayAndTotal {...props} name="totalAgain" measure={measure} />
      <p class="soft">What was entered first stays on record beside it.</p>
    </FormFrame>
  );
}

function DayAndTotal({
  form,
  facts,
  actions,
  name,
  measure,
}: TotalFormProps & {
  readonly name: 'total' | 'totalAgain';
  readonly measure: HandMeasure | null;
}) {
  const { values, problem } = form;
  return (
    <>
      <DayField
        label="Day on which the client answered"
        facts={facts}
        problem={problem}
        value={values.on}
        onFill={(on) => actions.fill(name, { on })}
      />
      <TextField
        inputMode="decimal"
        name="total"
        label="Total"
        {...(measure === null ? {} : { hint: rangeInWords(measure) })}
        maxLength={12}
        problem={problem}
        value={values.total}
        onFill={(total) => actions.fill(name, { total })}
      />
    </>
  );
}
