import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { type Insertion, isUnrecorded } from './insertion.ts';

/** Says that the register lacks something; where a receipt says it already, it is not said twice. */
export function Unrecorded({
  count,
  insertion,
  actions,
}: {
  readonly count: number;
  readonly insertion: Insertion;
  readonly actions: Pick<PanelActions, 'recordAgain'>;
}) {
  const saidAbove = insertion.phase === 'done' && isUnrecorded(insertion);
  if (count === 0 || saidAbove) return null;
  return (
    <div class="banner worse row" role="status">
      <span class="grow">
        {count === 1 ? 'One entry is' : `${count} entries are`} not in your practice’s register of
        insertions yet. It is tried again by itself while this browser is open.
      </span>
      <Button onClick={() => void actions.recordAgain()}>Try again</Button>
    </div>
  );
}

/** Says that the register refused something for good: trying again would not help. */
export function SetAside({
  count,
  actions,
}: {
  readonly count: number;
  readonly actions: Pick<PanelActions, 'forgetRefused'>;
}) {
  if (count === 0) return null;
  return (
    <div class="banner worse row" role="status">
      <span class="grow">
        Your practice’s register of insertions refused{' '}
        {count === 1 ? 'one entry' : `${count} entries`}. What is in the note stays there; tell your
        practice that its register lacks it.
      </span>
      <Button onClick={() => void actions.forgetRefused()}>I have read this</Button>
    </div>
  );
}
