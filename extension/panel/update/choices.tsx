import type { CalendarDate } from '#shared/contracts/calendar.ts';
import {
  UpdateAudience,
  UpdateLanguage,
  UpdateLength,
  type UpdateRequest,
  UpdateShape,
} from '#shared/contracts/update.ts';
import type { UpdateHabits } from '../../messages/worker.ts';
import { Choices, Disclosure } from '../../ui/controls.tsx';
import { Joined } from '../../ui/joined.tsx';
import {
  choiceInWords,
  LANGUAGE_WORDS,
  LENGTH_WORDS,
  READER_WORDS,
  SHAPE_WORDS,
} from './choice-words.ts';
import { isLetter, type UpdateChoice } from './request.ts';
import { SessionChoices } from './session-choice.tsx';

/** What the choices are made from, and what they change. */
export interface UpdateChoicesProps {
  /** Null while the day of the session is not known. */
  readonly request: UpdateRequest | null;
  readonly choice: UpdateChoice;
  readonly habits: UpdateHabits;
  /** Day of the note's appointment; null where the page names none that was. */
  readonly noteDay: CalendarDate | null;
  readonly today: CalendarDate;
  readonly onChoose: (choice: UpdateChoice) => void;
  readonly onKeep: (habits: UpdateHabits) => void;
}

/** The present choice in a line, and what else can be chosen on demand. */
export function UpdateChoices(props: UpdateChoicesProps) {
  const { request, today } = props;
  return (
    <div class="on-demand asked">
      <p class="soft">
        {request === null ? (
          'As of a day that is still to be named'
        ) : (
          <Joined parts={choiceInWords(request, today)} />
        )}
      </p>
      <Disclosure summary="Change">
        <div class="stack">
          <ChoicesOfOnce {...props} />
          <ChoicesOfHabit {...props} />
        </div>
      </Disclosure>
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
