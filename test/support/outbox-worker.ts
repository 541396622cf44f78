import type { AskWorker } from '#extension/local/ask-worker.ts';
import { type CallDependencies, createCalls } from '#extension/local/calls.ts';
import { failure } from '#extension/local/failure.ts';
import type { Entry } from '#extension/local/outbox/entries.ts';
import { createOutbox } from '#extension/local/outbox/outbox.ts';
import type { SignedIn } from '#extension/local/signed-in.ts';
import type { Unavailable, WorkerCall } from '#extension/messages/worker.ts';
import { StaffId } from '#shared/contracts/ids.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { inventedId } from './brief-facts.ts';
import { memoryStorage } from './memory-storage.ts';

/** Two clinicians of one server. */
export const OKAFOR: SignedIn = {
  backend: 'https://throughline.practice.example',
  token: 'okafor-secret',
  staffId: StaffId.parse(inventedId(300)),
};
export const LINDE: SignedIn = {
  ...OKAFOR,
  token: 'linde-secret',
  staffId: StaffId.parse(inventedId(301)),
};

/** A real outbox over a register that a test rules. */
export function outboxScene(now: () => Date) {
  const area = memoryStorage();
  const register = {
    /** What the server says; null when it takes everything. */
    says: null as Unavailable | null,
    /** Refuses these only. */
    refuses: null as Entry['what'] | null,
    signedIn: OKAFOR as SignedIn | null,
    /** What reached it, in whose name. */
    reached: [] as { readonly entry: Entry; readonly by: string }[],
    changes: 0,
  };
  /** A worker that was just started on what is in storage. */
  const start = () =>
    createOutbox({
      area,
      now,
      person: async () =>
        register.signedIn === null ? refuse(failure('signedOut')) : ok(register.signedIn),
      async send(entry, { token }) {
        if (register.refuses === entry.what) return refuse(failure('refused'));
        if (register.says !== null) return refuse(failure(register.says));
        register.reached.push({ entry, by: token });
        return ok(null);
      },
      onChange() {
        register.changes += 1;
      },
    });
  return { area, register, start };
}

/** Asks a real outbox as a page does; a test may stand between. */
export function outboxWorker(now: () => Date) {
  const { area, register, start } = outboxScene(now);
  // The calls of the outbox need nothing else of the worker.
  const answer = createCalls({ outbox: start() } as CallDependencies);
  const ask = ((call: WorkerCall, input: unknown) => answer(call, input, 7)) as AskWorker;
  return { area, register, ask };
}
