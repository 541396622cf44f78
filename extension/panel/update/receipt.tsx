import type { TimeZone } from '#shared/contracts/calendar.ts';
import { timeInWords } from '#shared/words/moments.ts';
import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import { useFocusOnResult } from './focus-on-result.ts';
import {
  canUndo,
  type Done,
  HELD_BACK_WORDS,
  type Insertion,
  isAwaited,
  isUnrecorded,
} from './insertion.ts';
import { outcomeInWords, UNDO_HELD_BACK_WORDS, undoInWords } from './refusal-words.ts';

type ReceiptActions = Pick<PanelActions, 'undo' | 'recordAgain'>;

/** What became of the insertion, where the button was. */
export function Receipt({
  insertion,
  timeZone,
  actions,
}: {
  readonly insertion: Insertion;
  readonly timeZone: TimeZone;
  readonly actions: ReceiptActions;
}) {
  const ref = useFocusOnResult(insertion);
  return (
    <div role="status" class="receipt" ref={ref} tabIndex={-1}>
      {insertion.phase === 'verifying' ? 'Asking the server once more who this is…' : null}
      {insertion.phase === 'writing' ? 'Inserting, then reading the note back…' : null}
      {insertion.phase === 'heldBack' ? HELD_BACK_WORDS[insertion.because] : null}
      {insertion.phase === 'done' ? (
        <Outcome done={insertion} timeZone={timeZone} actions={actions} />
      ) : null}
    </div>
  );
}

interface OutcomeProps {
  readonly done: Done;
  readonly timeZone: TimeZone;
  readonly actions: ReceiptActions;
}

function Outcome({ done, timeZone, actions }: OutcomeProps) {
  const { outcome } = done.record;
  const inserted = outcome.status === 'exact' || outcome.status === 'changed';
  return (
    <div class="stack">
      <p class={outcome.status === 'exact' ? 'exact' : 'attention'}>
        {outcome.status === 'exact' ? '✓ ' : ''}
        {outcomeInWords(outcome)}
        {inserted ? `, ${timeInWords(done.at, timeZone)}.` : ''}{' '}
        {inserted && canUndo(done.undo) ? (
          <TrustedButton weight="quiet" onPress={() => void actions.undo()}>
            Undo
          </TrustedButton>
        ) : null}
      </p>
      {isAwaited(done) ? <p>The page is still at it. Insert waits until it has answered.</p> : null}
      {done.undo.phase === 'asked' ? <p>Undoing…</p> : null}
      {done.undo.phase === 'heldBack' ? <p>{UNDO_HELD_BACK_WORDS[done.undo.because]}</p> : null}
      {done.undo.phase === 'done' ? <p>{undoInWords(done.undo.outcome)}</p> : null}
      {isUnrecorded(done) ? (
        <p class="attention">
          This could not be entered in your practice’s register yet.{' '}
          <Button weight="quiet" onClick={() => void actions.recordAgain()}>
            Try again
          </Button>
        </p>
      ) : null}
    </div>
  );
}
