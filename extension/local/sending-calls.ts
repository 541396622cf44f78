import type { SentNow } from '#shared/contracts/between-procedures.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { SENDING_CALLS, SendingResults } from '../messages/sending.ts';
import type { WorkerReply } from '../messages/worker.ts';
import type { Failure } from './failure.ts';
import type { IdleLock } from './idle-lock.ts';
import type { Rpc } from './rpc.ts';

/** What the calls about sending are answered from. */
interface SendingDependencies {
  readonly rpc: Rpc;
  readonly lock: Pick<IdleLock, 'lock'>;
  readonly openTab: (url: string) => Promise<unknown>;
  readonly notify: (what: 'brief') => void;
}

type Handlers = {
  [Call in keyof SendingResults]: (
    input: ReturnType<(typeof SENDING_CALLS)[Call]['parse']>,
  ) => Promise<WorkerReply<SendingResults[Call]>>;
};

/** Answers `SENDING_CALLS`. Nothing of them is kept in this browser. */
export function sendingHandlers({ rpc, lock, openTab, notify }: SendingDependencies): Handlers {
  /** The device is about to be the client's: nothing of ours is open in it by then. */
  async function handOver({ address, ...sent }: SentNow): Promise<SentNow> {
    await lock.lock();
    if (address !== null) await openTab(address);
    return { ...sent, address: null };
  }

  return {
    'plans.of': async (input) => reply(await rpc('plans.of', input)),
    'plans.put': async (input) => reply(await rpc('plans.put', input)),
    async 'plans.sendNow'(input) {
      const sent = await rpc('plans.sendNow', input);
      // Also after a failure: whether one that timed out was sent, only a new look tells.
      notify('brief');
      if (!sent.ok || input.by !== 'kiosk') return reply(sent);
      return { ok: true, value: await handOver(sent.value) };
    },
    'plans.end': async (input) => done(await rpc('plans.end', input)),
    'plans.pause': async (input) => done(await rpc('plans.pause', input)),
    'plans.resume': async (input) => done(await rpc('plans.resume', input)),
    'plans.putTemplates': async (input) => done(await rpc('plans.putTemplates', input)),
    'appointments.tell': async (input) => done(await rpc('appointments.tell', input)),
    'appointments.takeBack': async (input) => done(await rpc('appointments.takeBack', input)),
    'contacts.put': async (input) => done(await rpc('contacts.put', input)),
    'clientPage.withheld': async (input) => reply(await rpc('clientPage.withheld', input)),
    'clientPage.withhold': async (input) => done(await rpc('clientPage.withhold', input)),
  };
}

function reply<Value>(result: Result<Value, Failure>): WorkerReply<Value> {
  return result.ok ? result : { ok: false, ...result.refusal };
}

function done(result: Result<unknown, Failure>): WorkerReply<null> {
  return result.ok ? { ok: true, value: null } : { ok: false, ...result.refusal };
}
