import type { ReadonlySignal } from '@preact/signals';
import type * as z from 'zod/mini';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { SendingResults } from '../../messages/sending.ts';
import type { WORKER_CALLS, WorkerReply } from '../../messages/worker.ts';
import type { Screen } from '../state/screen.ts';

/** What can be done about sending. */
export interface SendingActions {
  /** Asks for the client on screen alone: of anybody else it is refused, and nothing is sent. */
  readonly ask: <Call extends keyof SendingResults>(
    call: Call,
    input: z.input<(typeof WORKER_CALLS)[Call]> & { readonly clientId: string },
  ) => Promise<WorkerReply<SendingResults[Call]>>;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
}

/** Said when the page turned under a press. */
const NOT_THIS_CLIENT = 'The page is not certainly about this client any more. Look again.';

/** Each press is held against who is certainly on screen at this moment. */
export function createSendingActions({
  ask,
  screen,
  newId,
}: {
  readonly ask: AskWorker;
  readonly screen: ReadonlySignal<Screen>;
  readonly newId: () => string;
}): SendingActions {
  return {
    async ask(call, input) {
      const shown = screen.peek();
      return shown.kind === 'client' && shown.facts.client.clientId === input.clientId
        ? ask(call, input)
        : { ok: false, reason: 'refused', message: NOT_THIS_CLIENT };
    },
    newId,
  };
}
