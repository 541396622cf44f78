import { useSignal } from '@preact/signals';
import type { Brief, BriefFacts } from '#shared/contracts/brief.ts';
import { Button, Section } from '../../ui/controls.tsx';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import type { GoalActions } from './actions.ts';

const loadGoals = () => import('./goals-part.tsx');

/** Goals, and what the client wants to talk about: loaded where there is any, or one is to be added. */
export function GoalsOnDemand(props: {
  readonly brief: Brief;
  readonly facts: BriefFacts;
  readonly actions: GoalActions;
}) {
  const wanted = useSignal(false);
  const { goals, topics } = props.brief;
  const isWanted = wanted.value || goals.length > 0 || topics.length > 0;
  const part = usePart(isWanted, loadGoals);
  if (isWanted) {
    return (
      <PartView part={part}>
        {({ GoalsPart }) => <GoalsPart {...props} adding={wanted.value} />}
      </PartView>
    );
  }
  const want = () => {
    wanted.value = true;
  };
  return (
    <Section title="Goals">
      <Button onClick={want}>Add a goal</Button>
    </Section>
  );
}
