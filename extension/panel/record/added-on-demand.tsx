import type { BriefFacts } from '#shared/contracts/brief.ts';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import type { RecordActions } from './actions.ts';

const loadList = () => import('./added-list.tsx');

/** What clinicians have added to this client's record, loaded where there is anything. */
export function AddedOnDemand(props: {
  readonly facts: BriefFacts;
  readonly actions: RecordActions;
}) {
  const isWanted = hasAdded(props.facts);
  const part = usePart(isWanted, loadList);
  if (!isWanted) return null;
  return <PartView part={part}>{({ AddedList }) => <AddedList {...props} />}</PartView>;
}

function hasAdded({ events = [], episodes, own, responses }: BriefFacts): boolean {
  const marks = [...(episodes?.startedOn ?? []), ...(episodes?.endedOn ?? [])];
  const answered = [...responses, ...(own?.responses ?? [])];
  return (
    events.length + marks.length + (own?.handTotals.length ?? 0) > 0 ||
    answered.some(({ supersedes }) => supersedes !== undefined)
  );
}
