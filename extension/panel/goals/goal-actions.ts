import { effect, signal } from '@preact/signals';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import { keeps } from '../record/keeping.ts';
import type { PanelStore } from '../state/store.ts';
import type { GoalActions } from './actions.ts';
import type { GoalDraft } from './draft.ts';

/** Said when the page turned under a press. */
const NOT_THIS_CLIENT: WorkerReply<null> = {
  ok: false,
  reason: 'refused',
  message: 'The page is not certainly about this client any more.',
};

/** Makes what the goals’ part of the panel can do, and forgets what was typed with its client. */
export function createGoalActions({
  ask,
  store,
  newId,
}: {
  readonly ask: AskWorker;
  readonly store: Pick<PanelStore, 'facts' | 'screen'>;
  readonly newId: () => string;
}): GoalActions {
  const draft = signal<GoalDraft | null>(null);
  effect(() => {
    const screen = store.screen.value;
    const { person } = store.facts.value;
    const at = draft.peek();
    if (at !== null && !keeps(at.owner, screen, person)) draft.value = null;
  });
  const owner = () => {
    const screen = store.screen.peek();
    const { person } = store.facts.peek();
    if (screen.kind !== 'client') return null;
    const staffId = person.status === 'known' ? person.who.staffId : null;
    return { clientId: screen.facts.client.clientId, staffId };
  };
  const forThisClient =
    <Input extends { readonly clientId: ClientId }>(
      send: (input: Input) => Promise<WorkerReply<null>>,
    ) =>
    async (input: Input): Promise<WorkerReply<null>> =>
      owner()?.clientId === input.clientId ? send(input) : NOT_THIS_CLIENT;
  return {
    draft,
    owner,
    newId,
    put: forThisClient((input) => ask('goals.put', input)),
    rate: forThisClient((input) => ask('goals.rate', input)),
    close: forThisClient((input) => ask('goals.close', input)),
    closeTopic: forThisClient((input) => ask('topics.close', input)),
  };
}
