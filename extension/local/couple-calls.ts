import type { COUPLE_CALLS, CoupleResults } from '../messages/couples.ts';
import type { WorkerReply } from '../messages/worker.ts';
import type { Rpc } from './rpc.ts';

type Handlers = {
  [Call in keyof CoupleResults]: (
    input: ReturnType<(typeof COUPLE_CALLS)[Call]['parse']>,
  ) => Promise<WorkerReply<CoupleResults[Call]>>;
};

type Changing = Exclude<keyof CoupleResults, 'couples.of' | 'couples.ofPage' | 'couples.choices'>;

/**
 * Answers `COUPLE_CALLS`. Nothing of them is kept in this browser, in memory or on disk: what partners
 * agreed to share can be taken back at any moment.
 */
export function coupleHandlers({ rpc }: { readonly rpc: Rpc }): Handlers {
  const change =
    <Call extends Changing>(call: Call) =>
    async (input: Parameters<Handlers[Call]>[0]): Promise<WorkerReply<null>> => {
      const changed = await rpc(call, input as Parameters<typeof rpc<Call>>[1]);
      return changed.ok ? { ok: true, value: null } : { ok: false, ...changed.refusal };
    };
  return {
    async 'couples.of'(input) {
      const read = await rpc('couples.of', input);
      return read.ok ? read : { ok: false, ...read.refusal };
    },
    async 'couples.ofPage'(input) {
      const read = await rpc('couples.ofPage', input);
      return read.ok ? read : { ok: false, ...read.refusal };
    },
    async 'couples.choices'(input) {
      const read = await rpc('couples.choices', input);
      return read.ok ? read : { ok: false, ...read.refusal };
    },
    'couples.link': change('couples.link'),
    'couples.unlink': change('couples.unlink'),
    'couples.setPolicy': change('couples.setPolicy'),
    'couples.revokeConsent': change('couples.revokeConsent'),
  };
}
