import type { Instrument } from '#shared/contracts/instrument.ts';
import type { AnswerOption } from '#shared/contracts/items.ts';
import type { Answers } from '#shared/contracts/response.ts';
import { choicesOf } from '#shared/instruments/choices.ts';
import { askedItems } from '#shared/scoring/asked.ts';
import { type AnsweredForm, questionOf } from './corrigible.ts';

/** Every question with its choices, as answered. A blank stays one unless a choice is made. */
export function AnswerFields({
  picked: { response, form },
  answers,
  onFill,
}: {
  readonly picked: AnsweredForm;
  readonly answers: Answers;
  readonly onFill: (answers: Answers) => void;
}) {
  const asked = askedItems(form, answers);
  const safety = new Set(form.safetyItems.map(({ item }) => item));
  return (
    <ol class="answer-fields">
      {form.items.map(({ number }) => {
        const answer = answers[number - 1] ?? null;
        const changed = answer !== (response.answers[number - 1] ?? null);
        return (
          <li key={number} class={changed ? 'changed' : ''}>
            <label>
              <span>
                {questionOf(form, number)}
                {safety.has(number) ? <em class="soft"> (safety item)</em> : null}
              </span>
              <select
                class="field"
                value={answer === null ? '' : String(answer)}
                onChange={({ currentTarget: { value } }) =>
                  onFill(answers.with(number - 1, value === '' ? null : Number(value)))
                }
              >
                <option value="">
                  {asked.get(number) === 'notAsked' ? 'Not asked' : 'Not answered'}
                </option>
                {choices(form, number).map(({ value, label }) => (
                  <option key={value} value={String(value)}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          </li>
        );
      })}
    </ol>
  );
}

function choices(form: Instrument, number: number): readonly AnswerOption[] {
  const item = form.items[number - 1];
  return item === undefined ? [] : choicesOf(form, item);
}
