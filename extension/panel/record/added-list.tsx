import type { BriefFacts } from '#shared/contracts/brief.ts';
import { Button } from '../../ui/controls.tsx';
import type { RecordActions } from './actions.ts';
import { type AddedRow, addedRows } from './added.ts';
import { BeforeAndAfter } from './before-and-after.tsx';
import { type AnyResponse, answeredForm } from './corrigible.ts';
import { Remove } from './remove.tsx';
import { type Correction, correctionsIn, newestFirst } from './standing.ts';

interface AddedListProps {
  readonly facts: BriefFacts;
  readonly actions: RecordActions;
}

/** What clinicians have added to this client's record, and what they have put right. */
export function AddedList({ facts, actions }: AddedListProps) {
  const rows = addedRows(facts);
  const corrections = correctionsOf(facts);
  const count = rows.length + corrections.length;
  if (count === 0) return null;
  return (
    <details class="disclosure">
      <summary>Added to this record ({count})</summary>
      <ul class="inside record-list">
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
    </details>
  );
}

function WaysToChange({
  row,
  actions,
}: { readonly row: AddedRow } & Pick<AddedListProps, 'actions'>) {
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

type CorrectionShown = Correction<AnyResponse>;

function correctionsOf({ responses, own }: BriefFacts): CorrectionShown[] {
  return correctionsIn<AnyResponse>([...responses, ...(own?.responses ?? [])]).toSorted(
    (one, other) => newestFirst(one.after.submittedAt, other.after.submittedAt),
  );
}

function CorrectionRow({ after, before, facts }: CorrectionShown & Pick<AddedListProps, 'facts'>) {
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
