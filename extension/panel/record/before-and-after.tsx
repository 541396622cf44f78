import type { FormAnswers } from '#shared/contracts/custom-form.ts';
import { changedItems } from './checks.ts';
import { answerInWords, type Question } from './questions.ts';

/** The answers that differ between two versions of a response. */
export function BeforeAndAfter({
  questions,
  before,
  after,
}: {
  readonly questions: readonly Question[];
  readonly before: FormAnswers;
  readonly after: FormAnswers;
}) {
  const changed = new Set(changedItems({ answers: before }, after));
  return (
    <table class="table before-after">
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {questions
          .filter(({ number }) => changed.has(number))
          .map((question) => (
            <tr key={question.number}>
              <th scope="row">{question.text}</th>
              <td>{answerInWords(question, before)}</td>
              <td>
                <strong>{answerInWords(question, after)}</strong>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
