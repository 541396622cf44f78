import type { OutboxEntry } from '../../messages/worker.ts';
import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import { waitingInWords } from './entry-words.ts';
import { type Insertion, isUnrecorded } from './insertion.ts';
import type { SetAsideProps } from './refused-list.tsx';

const loadList = () => import('./refused-list.tsx');

/** Says what the server could not be told; where a receipt says it already, it is not said twice. */
export function Unrecorded({
  count,
  entries,
  insertion,
  now,
  actions,
}: {
  /** All that waits, also what not even the worker could be told. */
  readonly count: number;
  readonly entries: readonly OutboxEntry[];
  readonly insertion: Insertion;
  readonly now: Date;
  readonly actions: Pick<PanelActions, 'recordAgain'>;
}) {
  const saidAbove = count === 1 && insertion.phase === 'done' && isUnrecorded(insertion);
  if (count === 0 || saidAbove) return null;
  return (
    <div class="banner worse row" role="status">
      <span class="grow">
        {waitingInWords(
          count,
          entries.filter(({ is }) => is === 'waiting'),
          now,
        )}
      </span>
      <Button onClick={() => void actions.recordAgain()}>Try again</Button>
    </div>
  );
}

/** What the server refused for good, which is rare: the list is a file of its own. */
export function SetAside(props: SetAsideProps) {
  const isWanted = props.count > 0;
  const part = usePart(isWanted, loadList);
  if (!isWanted) return null;
  return <PartView part={part}>{({ RefusedList }) => <RefusedList {...props} />}</PartView>;
}
