import type { FormAnswers } from '#shared/contracts/custom-form.ts';
import type { AnsweredForm } from './corrigible.ts';
import type { Question } from './questions.ts';

/** Every question with its choices, as answered. A blank stays one unless something is entered. */
export function AnswerFields({
  picked: { response, questions },
  answers,
  onFill,
}: {
  readonly picked: AnsweredForm;
  readonly answers: FormAnswers;
  readonly onFill: (answers: FormAnswers) => void;
}) {
  return (
    <ol class="answer-fields">
      {questions.map((question) => {
        const { number, text, isSafety } = question;
        const changed = (answers[number - 1] ?? null) !== (response.answers[number - 1] ?? null);
        return (
          <li key={number} class={changed ? 'changed' : ''}>
            <label>
              <span>
                {text}
                {isSafety ? <em class="soft"> (safety item)</em> : null}
              </span>
              <AnswerField
                question={question}
                answers={answers}
                onFill={(answer) => onFill(answers.with(number - 1, answer))}
              />
            </label>
          </li>
        );
      })}
    </ol>
  );
}

interface AnswerFieldProps {
  readonly question: Question;
  readonly answers: FormAnswers;
  readonly onFill: (answer: FormAnswers[number]) => void;
}

function AnswerField({ question, answers, onFill }: AnswerFieldProps) {
  const { number, takes, isAsked } = question;
  const answer = answers[number - 1] ?? null;
  if (takes.kind === 'words') {
    return (
      <textarea
        class="field"
        rows={3}
        maxLength={takes.maxLength}
        value={answer ?? ''}
        onInput={({ currentTarget: { value } }) => onFill(value === '' ? null : value)}
      />
    );
  }
  return (
    <select
      class="field"
      value={answer === null ? '' : String(answer)}
      onChange={({ currentTarget: { value } }) => onFill(value === '' ? null : Number(value))}
    >
      <option value="">{isAsked(answers) ? 'Not answered' : 'Not asked'}</option>
      {takes.choices.map(({ value, label }) => (
        <option key={value} value={String(value)}>
          {label}
        </option>
      ))}
    </select>
  );
}
