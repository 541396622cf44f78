import type { BriefFacts } from '#shared/contracts/brief.ts';
import { Button } from '../../ui/controls.tsx';
import type { RecordActions } from './actions.ts';
import { type AddedRow, addedRows } from './added.ts';
import { BeforeAndAfter } from './before-and-after.tsx';
import { formOf } from './corrigible.ts';
import { Remove } from './remove.tsx';
import { correctionsIn, newestFirst } from './standing.ts';
import { responseInWords, scoreOfResponse } from './words.ts';

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
          <CorrectionRow key={after.responseId} after={after} before={before} />
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

type CorrectionShown = ReturnType<typeof correctionsOf>[number];

function correctionsOf({ responses }: BriefFacts) {
  return correctionsIn(responses).toSorted((one, other) =>
    newestFirst(one.after.submittedAt, other.after.submittedAt),
  );
}

function CorrectionRow({ after, before }: CorrectionShown) {
  const form = formOf(after);
  const { correction } = after;
  return (
    <li class="whole-row">
      <p>
        {responseInWords(after)}, corrected
        {correction === undefined ? null : (
          <>
            {' '}
            by {correction.by}: <q>{correction.reason}</q>
          </>
        )}
      </p>
      {before === null || form === null ? (
        <p class="soft">What stood there before is older than what the panel holds.</p>
      ) : (
        <>
          <p class="soft">
            Before: {scoreOfResponse(before)}. Now: {scoreOfResponse(after)}.
          </p>
          <BeforeAndAfter form={form} before={before.answers} after={after.answers} />
        </>
      )}
    </li>
  );
}
