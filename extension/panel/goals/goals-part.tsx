import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Brief, BriefFacts } from '#shared/contracts/brief.ts';
import { Button, Section } from '../../ui/controls.tsx';
import type { GoalActions } from './actions.ts';
import { emptyDraft } from './draft.ts';
import { ClosedGoal, OpenGoal } from './goal-view.tsx';
import { NewGoal } from './new-goal.tsx';
import { settleDraft } from './save.ts';
import { Topics } from './topics.tsx';

/** What the client wants to talk about, the goals with their ratings, and a goal that is added. */
export function GoalsPart({
  brief,
  facts,
  actions,
  adding,
}: {
  readonly brief: Brief;
  readonly facts: BriefFacts;
  readonly actions: GoalActions;
  /** Whether a goal was asked for before this was loaded. */
  readonly adding: boolean;
}) {
  const said = useSignal<string | null>(null);
  const say = (words: string) => {
    said.value = words;
  };
  const begin = () => {
    const owner = actions.owner();
    if (owner === null || actions.draft.peek() !== null) return;
    actions.draft.value = emptyDraft(owner, facts, actions.newId());
  };
  useEffect(() => {
    if (adding) begin();
  }, [adding]);
  useEffect(() => settleDraft(actions, facts), [actions, facts]);
  const draft = actions.draft.value;
  const { clientId } = facts.client;
  return (
    <>
      <Topics brief={brief} actions={actions} say={say} />
      <Section title="Goals">
        <div class="stack goals">
          <p role="status" class={said.value === null ? 'only-heard' : ''}>
            {said.value}
          </p>
          <GoalList brief={brief} actions={actions} say={say} />
          {draft === null || draft.owner.clientId !== clientId ? (
            <div>
              <Button onClick={begin}>Add a goal</Button>
            </div>
          ) : (
            <NewGoal draft={draft} facts={facts} actions={actions} say={say} />
          )}
        </div>
      </Section>
    </>
  );
}

function GoalList({
  brief,
  actions,
  say,
}: {
  readonly brief: Brief;
  readonly actions: GoalActions;
  readonly say: (words: string) => void;
}) {
  const { goals } = brief;
  const closed = goals.filter(({ status }) => status !== 'open');
  if (goals.length === 0) return <p class="soft">No goal is on record.</p>;
  return (
    <>
      <p class="soft">Goals have no norm: ratings are shown, and changes in them are not tested.</p>
      <ul class="stack">
        {goals.flatMap((goal) =>
          goal.status === 'open'
            ? [<OpenGoal key={goal.goalId} goal={goal} brief={brief} actions={actions} say={say} />]
            : [],
        )}
      </ul>
      {closed.length === 0 ? null : (
        <ul class="stack" aria-label="Closed in the last 90 days">
          {closed.map((goal) => (
            <ClosedGoal key={goal.goalId} goal={goal} brief={brief} />
          ))}
        </ul>
      )}
    </>
  );
}
