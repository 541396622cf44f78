import type { BriefFacts } from '#shared/contracts/brief.ts';
import { Button } from '../../ui/controls.tsx';
import type { RecordActions } from './actions.ts';
import type { AddedRow } from './added.ts';
import { BeforeAndAfter } from './before-and-after.tsx';
import { type AnyResponse, answeredForm } from './corrigible.ts';
import { Remove } from './remove.tsx';
import type { Correction } from './standing.ts';

/** A response that took the place of another one, and that one. */
export type CorrectionShown = Correction<AnyResponse>;

/** What the rows are drawn from. */
export interface AddedRowsProps {
  readonly rows: readonly AddedRow[];
  readonly corrections: readonly CorrectionShown[];
  readonly facts: BriefFacts;
  readonly actions: RecordActions;
}

/** What was added with the way to change it, then what was corrected with what stood before. */
export function AddedRows({ rows, corrections, facts, actions }: AddedRowsProps) {
  return (
    <ul class="record-list">
      {rows.map((row) => (
        <li key={row.key}>
          <span>
            {row.words}
            {row.before === null ? null : (
              <span class="soft"> (corrected; entered before as {row.before})</span>
            )}
          </span>
          <WaysToChange row={row} actions={actions} />
        </li>
      ))}
      {corrections.map(({ after, before }) => (
        <CorrectionRow key={after.responseId} after={after} before={before} facts={facts} />
      ))}
    </ul>
  );
}

function WaysToChange({
  row,
  actions,
}: { readonly row: AddedRow } & Pick<AddedRowsProps, 'actions'>) {
  const { remove, again, words } = row;
  if (remove !== null) return <Remove change={remove} what={words} actions={actions} />;
  if (again === null) return null;
  return (
    <Button
      weight="quiet"
      aria-label={`Correct: ${words}`}
      onClick={() => {
        actions.fill('totalAgain', again);
        actions.unfold(true);
        actions.open('totalAgain');
      }}
    >
      Correct…
    </Button>
  );
}

function CorrectionRow({ after, before, facts }: CorrectionShown & Pick<AddedRowsProps, 'facts'>) {
  const { name, result, questions } = answeredForm(after, facts);
  const { correction } = after;
  return (
    <li class="whole-row">
      <p>
        {name}, corrected
        {correction === undefined ? null : (
          <>
            {' '}
            by {correction.by}: <q>{correction.reason}</q>
          </>
        )}
      </p>
      {before === null || questions.length === 0 ? (
        <p class="soft">What stood there before is older than what the panel holds.</p>
      ) : (
        <>
          {result === null ? null : (
            <p class="soft">
              Before: {answeredForm(before, facts).result}. Now: {result}.
            </p>
          )}
          <BeforeAndAfter questions={questions} before={before.answers} after={after.answers} />
        </>
      )}
    </li>
  );
}
