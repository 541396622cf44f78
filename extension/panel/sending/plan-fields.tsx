import type { Cadence } from '#shared/contracts/plan.ts';
import { Choices } from '../../ui/controls.tsx';
import { TextField } from '../record/fields.tsx';
import type { Problem } from '../record/forms.ts';
import type { SendingProps } from './part.ts';
import { type PlanDraft, withWeeks } from './plan-draft.ts';

const CADENCES: readonly { readonly value: Cadence['is']; readonly label: string }[] = [
  { value: 'everyWeeks', label: 'Every so many weeks' },
  { value: 'beforeAppointments', label: 'Before appointments' },
  { value: 'once', label: 'Once' },
];

interface FieldsProps extends SendingProps {
  readonly draft: PlanDraft;
  readonly problem: Problem | null;
  readonly onFill: (part: Partial<PlanDraft>) => void;
}

/** What is sent, when, and how long it can be answered. */
export function PlanFields(props: FieldsProps) {
  const { draft, problem, onFill } = props;
  const field = (name: keyof PlanDraft, label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      problem={problem}
      value={String(draft[name])}
      onFill={(typed) => onFill({ [name]: typed })}
    />
  );
  return (
    <>
      <Measures {...props} />
      <Choices
        legend="When"
        name="cadence"
        options={CADENCES}
        value={draft.cadence}
        onChange={(cadence) => onFill({ cadence })}
      />
      {draft.cadence === 'everyWeeks' ? (
        <TextField
          name="weeks"
          label="Weeks between two"
          problem={problem}
          value={draft.weeks}
          onFill={(weeks) => onFill(withWeeks(draft, weeks, props.told.today))}
        />
      ) : null}
      {draft.cadence === 'beforeAppointments' ? (
        field('days', 'Days before', 'Goes by the appointments that are known, below.')
      ) : (
        <StartDay {...props} />
      )}
      {field('hour', 'Hour of the day', '7 to 20, by the practice’s clock.')}
      {field('dueDays', 'Due after, in days')}
      {field('expiryDays', 'Open for, in days', 'After that its link leads nowhere.')}
      {field('reminderDays', 'Remind after, in days', 'Such as 2, 5. Empty: nobody is reminded.')}
    </>
  );
}

function StartDay({ draft, problem, told, onFill }: FieldsProps) {
  return (
    <TextField
      type="date"
      name="on"
      label={draft.cadence === 'once' ? 'Day' : 'First day'}
      min={told.today}
      problem={problem}
      value={draft.on}
      onFill={(on) => onFill({ on })}
    />
  );
}

/** What can be sent; what the plan names and can't be sent any more stands there, to be taken out. */
function Measures({ draft, problem, sendings: { sendable }, told, onFill }: FieldsProps) {
  const offered = sendable.map(({ measureId }) => measureId);
  const gone = draft.measures.filter((id) => !offered.includes(id));
  const wrong = problem?.field === 'measures' ? problem.words : null;
  return (
    <fieldset class="measures" aria-invalid={wrong !== null}>
      <legend class="soft">Measures and forms, together behind one link</legend>
      <div class="measure-list">
        {[...gone, ...offered].map((id) => (
          <label key={id} class="tick">
            <input
              type="checkbox"
              checked={draft.measures.includes(id)}
              onChange={(event) =>
                onFill({ measures: toggled(draft.measures, id, event.currentTarget.checked) })
              }
            />
            {told.nameOf(id)}
          </label>
        ))}
      </div>
      {wrong === null ? null : (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}

function toggled(measures: readonly string[], id: string, isIn: boolean): readonly string[] {
  const others = measures.filter((one) => one !== id);
  return isIn ? [...others, id] : others;
}
