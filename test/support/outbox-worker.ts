import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { v7 } from 'uuid';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import { type CallDependencies, createCalls } from '#extension/local/calls.ts';
import { failure, failureOf } from '#extension/local/failure.ts';
import { factOf } from '#extension/local/outbox/entries.ts';
import { createOutbox, type OutboxDependencies } from '#extension/local/outbox/outbox.ts';
import { type Disk, openDisk } from '#extension/local/outbox/sealed/disk.ts';
import type { SignedIn } from '#extension/local/signed-in.ts';
import type { StorageArea } from '#extension/local/slot.ts';
import type { Unavailable, WorkerCall } from '#extension/messages/worker.ts';
import type { AdapterMode } from '#shared/contracts/fleet.ts';
import { StaffId } from '#shared/contracts/ids.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import type { Fact } from '#shared/contracts/sealed.ts';
import { begin, mortal } from '#test/faults/outbox/mortal.ts';
import { inventedId } from './brief-facts.ts';
import { memoryStorage } from './memory-storage.ts';
import { sealedRegister } from './sealed-register.ts';

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

/** A real outbox over a server that a test rules, in a browser with a disk. */
export function outboxScene(now: () => Date) {
  const area = memoryStorage();
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
  const server = sealedRegister(now);
  const register = {
    /** What the server says; null when it takes everything. */
    says: null as Unavailable | null,
    /** Whether it was there when somebody signed in. */
    grants: true,
    /** Refuses these only. */
    refuses: null as Fact['what'] | null,
    signedIn: OKAFOR as SignedIn | null,
    /** The sealed entry with which any delivery comes to nothing, and how the server says so. */
    failsOver: null as {
      readonly entryId: string;
      readonly how: 'refused' | 'failedOverIt';
    } | null,
    /** Whether the server's next answer ends the session, as a 401 does. */
    endsSession: false,
    /** What happens while the server is being told of something. */
    whileSending: async () => undefined as void,
    /** What reached it, in whose name. */
    reached: server.reached,
    changes: 0,
    /** What the practice allows the adapter. */
    mode: 'on' as AdapterMode,
  };
  const answered = async <Value>(answer: () => Promise<Value> | Value) =>
    register.says === null ? ok(await answer()) : refuse(failure(register.says));
  const outside: Pick<OutboxDependencies, 'person' | 'send' | 'askForGrant' | 'bring'> = {
    person: async () =>
      register.signedIn === null ? refuse(failure('signedOut')) : ok(register.signedIn),
    async send(entry, { token, staffId }) {
      const fact = factOf(entry);
      await register.whileSending();
      if (register.endsSession) register.signedIn = null;
      if (register.refuses === fact.what) {
        return refuse({ ...failure('refused'), code: 'notFound' });
      }
      return answered(() => server.take({ fact, author: staffId, by: token, wasSealed: false }));
    },
    askForGrant: async (as) =>
      register.grants ? ok(await server.grant(as)) : refuse(failure('unreachable')),
    async bring(delivery, { token }) {
      const { entryId, how } = register.failsOver ?? {};
      if (delivery.entries.some((entry) => entry.entryId === entryId)) {
        return refuse(failureOf(how === 'refused' ? 422 : 500, null));
      }
      return answered(() => server.deliver(delivery, token));
    },
  };
  /**
   * A worker that was just started on what is in storage; `life` may end it at any step, and parts of
   * its disk may be others.
   */
  const start = (life = begin(null), disk: Partial<Disk> = {}) => {
    const world = mortal(outside, life);
    return createOutbox({
      area: mortal<StorageArea>(area, life),
      disk: mortal({ ...openDisk(engine), ...disk }, life),
      now,
      newId: () => v7(),
      ...world,
      onChange() {
        register.changes += 1;
      },
    });
  };
  return { area, engine, register, server, start };
}

/** What pages asked and were not answered yet. */
const underWay = new Set<Promise<unknown>>();

/** Every answer that workers of this file owe is there, and has been taken in. */
export async function settled(): Promise<void> {
  do {
    await Promise.allSettled(underWay);
    await new Promise((resolve) => setTimeout(resolve));
  } while (underWay.size > 0);
}

/** Asks a real outbox as a page does; a test may stand between. */
export function outboxWorker(now: () => Date) {
  const { area, register, start } = outboxScene(now);
  const switches = { confirmedModeOf: async () => register.mode };
  // The calls of the outbox need nothing else of the worker.
  const answer = createCalls({ outbox: start(), switches } as unknown as CallDependencies);
  const ask = ((call: WorkerCall, input: unknown) => {
    const reply = answer(call, input, 7);
    underWay.add(reply);
    void reply.finally(() => underWay.delete(reply));
    return reply;
  }) as AskWorker;
  return { area, register, ask };
}
