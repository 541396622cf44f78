import {
  UpdateAudience,
  UpdateLanguage,
  UpdateLength,
  UpdateShape,
} from '#shared/contracts/update.ts';
import { Choices } from '../../ui/controls.tsx';
import { LANGUAGE_WORDS, LENGTH_WORDS, READER_WORDS, SHAPE_WORDS } from './choice-words.ts';
import type { UpdateChoicesProps } from './choices-props.ts';
import { isLetter } from './request.ts';
import { SessionChoices } from './session-choice.tsx';

/** Everything that can be chosen for an Update: what begins anew with each, then what is remembered. */
export function AllChoices(props: UpdateChoicesProps) {
  return (
    <div class="stack">
      <ChoicesOfOnce {...props} />
      <ChoicesOfHabit {...props} />
    </div>
  );
}

function ChoicesOfOnce({ choice, noteDay, today, onChoose }: UpdateChoicesProps) {
  return (
    <>
      <Choices
        legend="For"
        name="reader"
        options={optionsOf(UpdateAudience.options, READER_WORDS)}
        value={choice.audience}
        onChange={(audience) => onChoose({ ...choice, audience })}
      />
      <SessionChoices
        session={choice.session}
        noteDay={noteDay}
        today={today}
        onChange={(session) => onChoose({ ...choice, session })}
      />
    </>
  );
}

function ChoicesOfHabit({ choice, habits, onKeep }: UpdateChoicesProps) {
  return (
    <>
      {isLetter(choice.audience) ? null : (
        <Choices
          legend="Shape"
          name="shape"
          options={optionsOf(UpdateShape.options, SHAPE_WORDS)}
          value={habits.shape}
          onChange={(shape) => onKeep({ ...habits, shape })}
        />
      )}
      <Choices
        legend="Length"
        name="length"
        options={optionsOf(UpdateLength.options, LENGTH_WORDS)}
        value={habits.length}
        onChange={(length) => onKeep({ ...habits, length })}
      />
      <Choices
        legend="Language"
        name="language"
        options={optionsOf(UpdateLanguage.options, LANGUAGE_WORDS)}
        value={habits.language}
        onChange={(language) => onKeep({ ...habits, language })}
      />
      {isLetter(choice.audience) ? null : (
        <label class="check">
          <input
            type="checkbox"
            checked={habits.assessmentLine}
            onChange={(event) => onKeep({ ...habits, assessmentLine: event.currentTarget.checked })}
          />
          <span>
            Line for brief assessments (CPT 96127){' '}
            <span class="soft">Says what was given and scored, and when. It bills nothing.</span>
          </span>
        </label>
      )}
      <p class="soft">
        Shape, length, language and the 96127 line are remembered for you. Reader and day begin anew
        with each client.
      </p>
    </>
  );
}

function optionsOf<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): { readonly value: Value; readonly label: string }[] {
  return values.map((value) => ({ value, label: words[value] }));
}
