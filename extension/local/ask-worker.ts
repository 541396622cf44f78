import type * as z from 'zod/mini';
import type {
  WORKER_CALLS,
  WorkerCall,
  WorkerReply,
  WorkerRequest,
  WorkerResults,
} from '../messages/worker.ts';
import { WorkerNotice } from '../messages/worker-notice.ts';
import type { ExtensionApi } from './extension-api.ts';
import { failure } from './failure.ts';

/** Asks the worker from a page of ours. Always answers; a dead worker is `unreachable`. */
export type AskWorker = <Call extends WorkerCall>(
  call: Call,
  input: z.input<(typeof WORKER_CALLS)[Call]>,
) => Promise<WorkerReply<WorkerResults[Call]>>;

/** The calls over `runtime.sendMessage`. The worker is our own code: its answer is believed. */
export function createAskWorker(runtime: ExtensionApi['runtime']): AskWorker {
  return async (call, input) => {
    const request: WorkerRequest = { type: 'call', call, input };
    try {
      return (await runtime.sendMessage(request)) ?? { ok: false, ...failure('unreachable') };
    } catch {
      // The extension was updated or switched off under the open page.
      return { ok: false, ...failure('unreachable') };
    }
  };
}

/** Hears what the worker tells all pages, until the signal ends it. */
export function onWorkerNotice(
  runtime: ExtensionApi['runtime'],
  heard: (what: WorkerNotice['what']) => void,
  signal: AbortSignal,
): void {
  const listener = (message: unknown, sender: { readonly id?: string; readonly tab?: object }) => {
    // The worker is in no tab; a content script, which has our id too, always is.
    const isWorker = sender.id === runtime.id && sender.tab === undefined;
    const notice = WorkerNotice.safeParse(message);
    if (isWorker && notice.success) heard(notice.data.what);
  };
  runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(listener));
}
