import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers } from '#shared/contracts/response.ts';
import { answerLabel } from '#shared/scoring/labels.ts';
import { changedItems } from './checks.ts';
import { questionOf } from './corrigible.ts';

/** The answers that differ between two versions of a response. */
export function BeforeAndAfter({
  form,
  before,
  after,
}: {
  readonly form: Instrument;
  readonly before: Answers;
  readonly after: Answers;
}) {
  const said = (answers: Answers, number: number) =>
    answerLabel(form, number, answers[number - 1] ?? null) ?? 'Not answered';
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
        {changedItems({ answers: before }, after).map((number) => (
          <tr key={number}>
            <th scope="row">{questionOf(form, number)}</th>
            <td>{said(before, number)}</td>
            <td>
              <strong>{said(after, number)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
