import { INTAKE_DAYS } from '#shared/change/episode.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { EpisodeMark } from '#shared/contracts/record-procedures.ts';
import { Choices } from '../../ui/controls.tsx';
import type { RecordActions } from './actions.ts';
import { DayField } from './day-field.tsx';
import { FormFrame } from './form-frame.tsx';
import type { Form, FormValues } from './forms.ts';
import { MARK_WORDS } from './words.ts';

const KINDS = EpisodeMark.shape.kind.options.map((value) => ({ value, label: MARK_WORDS[value] }));

const MEANING: Readonly<Record<EpisodeMark['kind'], string>> = {
  began: `Scores from ${INTAKE_DAYS} days before this day on, where intake is answered, are compared with a baseline of their own. Earlier ones stay on the chart.`,
  ended: 'This day still belongs to the care that ended. What comes later is compared anew.',
};

/** A day on which care began or ended. */
export function MarkForm({
  form,
  facts,
  actions,
}: {
  readonly form: Form<FormValues['mark']>;
  readonly facts: BriefFacts;
  readonly actions: RecordActions;
}) {
  const { values, problem } = form;
  return (
    <FormFrame
      title="Care began or ended"
      form={form}
      onSave={() => void actions.save('mark')}
      onLeave={() => actions.discard('mark')}
    >
      <Choices
        legend="What"
        name="mark-kind"
        options={KINDS}
        value={values.kind}
        onChange={(kind) => actions.fill('mark', { kind })}
      />
      <p class="soft">{MEANING[values.kind]}</p>
      <DayField
        label={values.kind === 'began' ? 'First day' : 'Last day'}
        facts={facts}
        problem={problem}
        value={values.on}
        onFill={(on) => actions.fill('mark', { on })}
      />
    </FormFrame>
  );
}
