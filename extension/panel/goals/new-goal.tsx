import { useEffect, useRef } from 'preact/hooks';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { GOAL_WORDS, type GoalScale } from '#shared/contracts/goal.ts';
import { levelName } from '#shared/words/goals.ts';
import { Choices } from '../../ui/controls.tsx';
import { DayField } from '../record/day-field.tsx';
import { TextField } from '../record/fields.tsx';
import { FormFrame } from '../record/form-frame.tsx';
import type { GoalActions } from './actions.ts';
import type { GoalDraft } from './draft.ts';
import { saveDraft } from './save.ts';

const SCALES: readonly { readonly value: GoalScale['kind']; readonly label: string }[] = [
  { value: 'zeroToTen', label: '0 to 10' },
  { value: 'attainment', label: 'Five levels' },
];

interface NewGoalProps {
  readonly draft: GoalDraft;
  readonly facts: BriefFacts;
  readonly actions: GoalActions;
  readonly say: (words: string) => void;
}

/** A goal as it is agreed with the client. Its words and scale are never changed later. */
export function NewGoal({ draft, facts, actions, say }: NewGoalProps) {
  const { problem } = draft;
  const ref = useFocusOnArrival();
  const fill = (part: Partial<GoalDraft>) => {
    const at = actions.draft.peek();
    if (at !== null) actions.draft.value = { ...at, ...part, problem: null };
  };
  const save = async () => {
    const kept = await saveDraft(actions, facts);
    if (kept !== null) say(`Saved: goal “${kept}”.`);
  };
  const leave = () => {
    actions.draft.value = null;
  };
  return (
    <div ref={ref}>
      <FormFrame
        title="New goal"
        form={draft}
        saveAs="Save goal"
        onSave={() => void save()}
        onLeave={leave}
      >
        <TextField
          name="words"
          label="Goal, in the client’s words"
          hint="Quoted as the client’s words wherever it is shown. It can’t be changed later."
          maxLength={GOAL_WORDS}
          problem={problem}
          value={draft.words}
          onFill={(words) => fill({ words })}
        />
        <Choices
          legend="Rated by"
          name="goal-scale"
          options={SCALES}
          value={draft.scale}
          onChange={(scale) => fill({ scale })}
        />
        {draft.scale === 'attainment' ? <Levels draft={draft} fill={fill} /> : null}
        <DayField
          label="Agreed on"
          facts={facts}
          problem={problem}
          value={draft.on}
          onFill={(on) => fill({ on })}
        />
        <TextField
          type="date"
          name="targetOn"
          label="To be reached by (may stay empty)"
          min={draft.on}
          problem={problem}
          value={draft.targetOn}
          onFill={(targetOn) => fill({ targetOn })}
        />
      </FormFrame>
    </div>
  );
}

/** Goal-attainment scaling: every level is put into words before anybody rates. */
function Levels({
  draft: { levels, problem },
  fill,
}: Pick<NewGoalProps, 'draft'> & { readonly fill: (part: Partial<GoalDraft>) => void }) {
  const missing = levels.findIndex((level) => level.trim() === '');
  const marked = missing === -1 ? 0 : missing;
  return (
    <fieldset class="stack">
      <legend class="soft">What each level looks like</legend>
      {levels.map((level, place) => (
        <TextField
          key={levelName(place - 2)}
          name={place === marked ? 'levels' : `level ${place}`}
          label={levelName(place - 2)}
          maxLength={GOAL_WORDS}
          problem={problem}
          value={level}
          onFill={(words) => fill({ levels: levels.with(place, words) })}
        />
      ))}
    </fieldset>
  );
}

/** The keyboard goes into the form that was opened, unless the person is writing in the page. */
function useFocusOnArrival() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.hasFocus()) ref.current?.querySelector<HTMLElement>('.record-form')?.focus();
  }, []);
  return ref;
}
