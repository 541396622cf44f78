import { useSignal } from '@preact/signals';
import type { Brief } from '#shared/contracts/brief.ts';
import type { GoalCourse } from '#shared/contracts/goal.ts';
import { levelWords, valuesOf } from '#shared/goals/scale.ts';
import { ratingInWords } from '#shared/words/goals.ts';
import { SelectField } from '../record/fields.tsx';
import { notSavedInWords } from '../record/words.ts';
import { Wrong } from '../record/wrong.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { GoalActions } from './actions.ts';

/** The clinician's rating of today, on the goal's own scale. Nothing is chosen beforehand. */
export function RateGoal({
  goal,
  brief,
  actions,
  say,
}: {
  readonly goal: GoalCourse;
  readonly brief: Pick<Brief, 'asOfDate'>;
  readonly actions: Pick<GoalActions, 'rate' | 'owner'>;
  readonly say: (words: string) => void;
}) {
  const chosen = useSignal<string | null>(null);
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const save = async () => {
    const owner = actions.owner();
    if (owner === null || chosen.value === null) {
      problem.value = 'Choose a rating first.';
      return;
    }
    const value = Number(chosen.value);
    busy.value = true;
    const { goalId } = goal;
    const { clientId } = owner;
    const reply = await actions.rate({ clientId, goalId, on: brief.asOfDate, value });
    busy.value = false;
    problem.value = reply.ok ? null : notSavedInWords(reply);
    if (reply.ok) say(`Saved: your rating, ${ratingInWords(value, goal.scale)}.`);
  };
  return (
    <div class="stack">
      <SelectField
        name="value"
        label="Your rating today"
        hint="One for each day: a later one of today takes its place."
        problem={null}
        value={chosen.value}
        options={optionsOf(goal)}
        onFill={(value) => {
          chosen.value = value;
        }}
      />
      <Wrong words={problem.value} />
      <div class="row">
        <TrustedButton weight="plain" disabled={busy.value} onPress={() => void save()}>
          {busy.value ? 'Saving…' : 'Save rating'}
        </TrustedButton>
      </div>
    </div>
  );
}

function optionsOf({ scale }: Pick<GoalCourse, 'scale'>) {
  return valuesOf(scale).map((value) => {
    const level = levelWords(value, scale);
    const words = level === null ? '' : `: “${level}”`;
    return { value: String(value), label: `${ratingInWords(value, scale)}${words}` };
  });
}
