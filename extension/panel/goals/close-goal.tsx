import { useSignal } from '@preact/signals';
import type { CloseGoal as Closing } from '#shared/contracts/between-procedures.ts';
import type { GoalCourse } from '#shared/contracts/goal.ts';
import { Button } from '../../ui/controls.tsx';
import { useFocusOn } from '../alerts/focus-on.ts';
import { notSavedInWords } from '../record/words.ts';
import { Wrong } from '../record/wrong.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { GoalActions } from './actions.ts';

/** How a goal can be closed, and what is said then. */
const WAYS: readonly {
  readonly as: Closing['as'];
  readonly label: string;
  readonly said: string;
}[] = [
  { as: 'reached', label: 'Reached', said: 'Closed as reached.' },
  { as: 'setAside', label: 'Set aside', said: 'Set aside.' },
];

/** Closes a goal after a second question: its words and ratings stay, and it can't be opened again. */
export function CloseGoal({
  goal,
  actions,
  say,
}: {
  readonly goal: Pick<GoalCourse, 'goalId'>;
  readonly actions: Pick<GoalActions, 'close' | 'owner'>;
  readonly say: (words: string) => void;
}) {
  const asking = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const ref = useFocusOn(asking.value);
  const ask = (value: boolean) => () => {
    asking.value = value;
  };
  const close = async (as: Closing['as'], said: string) => {
    const owner = actions.owner();
    if (owner === null) return;
    busy.value = true;
    const reply = await actions.close({ clientId: owner.clientId, goalId: goal.goalId, as });
    busy.value = false;
    problem.value = reply.ok ? null : notSavedInWords(reply);
    if (reply.ok) say(said);
  };
  return (
    <div ref={ref}>
      {asking.value ? (
        <div class="row" role="group" aria-label="Close this goal" tabIndex={-1}>
          {WAYS.map(({ as, label, said }) => (
            <TrustedButton
              key={as}
              weight="plain"
              disabled={busy.value}
              onPress={() => void close(as, said)}
            >
              {label}
            </TrustedButton>
          ))}
          <Button weight="quiet" onClick={ask(false)}>
            Keep it open
          </Button>
        </div>
      ) : (
        <Button weight="quiet" onClick={ask(true)}>
          Close this goal…
        </Button>
      )}
      <Wrong words={problem.value} />
    </div>
  );
}
