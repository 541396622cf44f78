import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { keepAllPlans } from '#backend/rounds/plans.ts';
import { type CareRepositories, createStore, type Store } from '#backend/store/store.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { Orders } from './orders.ts';

/**
 * A backend that keeps plans for one round: `node mortal-rounds.ts <orders as JSON>`. Kills itself, as
 * the kernel does, right after its n-th write or commit.
 */
const orders = JSON.parse(process.argv[2] ?? '') as Orders;

/** What writes something: repository and method. */
const WRITES: Readonly<Partial<Record<keyof CareRepositories, string>>> = {
  administrations: 'send',
  sendings: 'add',
  messages: 'add',
  audit: 'append',
};

let written = 0;
function onWrite(): void {
  written += 1;
  if (written === orders.dies) process.kill(process.pid, 'SIGKILL');
}

const pool = new Pool({ connectionString: orders.database, max: 2 });
const deps = { pool, isCluster: false, newId: v7, random: Math.random, onLost: () => undefined };
const store = counting(createStore(deps));
const round = new AbortController();
await keepAllPlans(
  {
    care: { store, now: () => orders.now, newId: v7, randomBytes, channels: ['email'] },
    log: pino({ level: 'silent' }),
    untilNext: async () => round.abort(),
  },
  round.signal,
);
await pool.end();

/** The store, counting writes within its transactions and the commits of those that wrote. */
function counting(plain: Store): Store {
  return {
    ...plain,
    async inPractice(scope, work, planning) {
      const before = written;
      const result = await plain.inPractice(scope, (care) => work(watching(care)), planning);
      if (written > before) onWrite();
      return result;
    },
  };
}

function watching(care: CareRepositories): CareRepositories {
  return new Proxy(care, {
    get(target, name) {
      if (name === 'at') return (now: Instant) => watching(target.at(now));
      const part: unknown = Reflect.get(target, name);
      const method = WRITES[name as keyof CareRepositories];
      return method === undefined ? part : counted(part as object, method);
    },
  });
}

function counted(part: object, method: string): object {
  return new Proxy(part, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...input: unknown[]) => {
        const result: unknown = await Reflect.apply(member, target, input);
        if (name === method) onWrite();
        return result;
      };
    },
  });
}
