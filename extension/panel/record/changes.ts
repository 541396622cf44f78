import type { ClientId, ResponseId } from '#shared/contracts/ids.ts';
import type { EpisodeMark } from '#shared/contracts/record-procedures.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { WorkerReply } from '../../messages/worker.ts';

/** What is changed by one press. Each can be repeated without harm. */
export type RecordChange =
  | { readonly what: 'removeEvent'; readonly eventId: string }
  | { readonly what: 'unmark'; readonly kind: EpisodeMark['kind']; readonly on: EpisodeMark['on'] }
  | { readonly what: 'chooseBaseline'; readonly responseId: ResponseId }
  /** One after the other; the first refusal ends it. */
  | { readonly what: 'clearBaselines'; readonly responseIds: readonly ResponseId[] };

/** Asks the worker for a change of a client's record. */
export async function sendChange(
  ask: AskWorker,
  clientId: ClientId,
  change: RecordChange,
): Promise<WorkerReply<null>> {
  if (change.what === 'removeEvent') {
    return ask('events.remove', { clientId, eventId: change.eventId });
  }
  if (change.what === 'unmark') {
    return ask('episodes.unmark', { clientId, kind: change.kind, on: change.on });
  }
  if (change.what === 'chooseBaseline') {
    return ask('baselines.choose', { clientId, responseId: change.responseId });
  }
  for (const responseId of change.responseIds) {
    const reply = await ask('baselines.clear', { clientId, responseId });
    if (!reply.ok) return reply;
  }
  return { ok: true, value: null };
}
