import { Pool } from 'pg';
import { v7 } from 'uuid';
import { createStore } from '#backend/store/store.ts';
import type { Planning } from '#backend/store/transaction.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { fillPractice } from '../practice/history.ts';
import { loginTo } from '../practice/login.ts';
import { emptyPractice, type LoadedPractice, scopeIn } from '../practice/make-practice.ts';
import { tell } from '../progress.ts';
import { median, rounded } from '../statistics.ts';

/** Practices of one database, by the weeks that each of their twenty clients has answered. */
const WEEKS = { young: 10, grown: 30, old: 300 };
const CLIENTS = 20;

/** Briefs of each practice and planning after the warm-up. */
const ROUNDS = 120;
const WARM_UP = 20;

/** Milliseconds from question to facts of one brief, medians. */
interface PlanFigures {
  readonly planKeptMs: number;
  readonly planLeftToServerMs: number;
  /** How many times longer a brief takes where the server decides when to plan. */
  readonly leftToKept: number;
}

/** What it gains that a connection keeps its plan of the brief, by practice. */
export async function measurePlans(): Promise<Readonly<Record<keyof typeof WEEKS, PlanFigures>>> {
  tell('Making three practices in one database ...');
  const database = await startTestDatabase();
  try {
    const young = await filled(database, WEEKS.young);
    const grown = await filled(database, WEEKS.grown);
    const old = await filled(database, WEEKS.old);
    await database.asSuperuser('vacuum analyze');
    return {
      young: await compare(database, young),
      grown: await compare(database, grown),
      old: await compare(database, old),
    };
  } finally {
    await database.close();
  }
}

async function filled(database: TestDatabase, weeks: number): Promise<LoadedPractice> {
  const practice = await emptyPractice(database.store);
  const { now } = scopeIn(practice);
  await fillPractice(database.asSuperuser, { ...practice, now }, { clients: CLIENTS, weeks });
  return practice;
}

/**
 * In turn, each on a connection of its own that has seen no other practice: what a connection has
 * planned before decides what it does next.
 */
async function compare(
  { directory }: TestDatabase,
  practice: LoadedPractice,
): Promise<PlanFigures> {
  const login = loginTo(directory, 'application');
  const pools = { kept: new Pool({ ...login, max: 1 }), byValues: new Pool({ ...login, max: 1 }) };
  try {
    const times = await timesOf(practice, pools);
    const [kept, left] = [median(times.kept), median(times.byValues)];
    return {
      planKeptMs: rounded(kept),
      planLeftToServerMs: rounded(left),
      leftToKept: rounded(left / kept),
    };
  } finally {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
  }
}

async function timesOf(
  practice: LoadedPractice,
  pools: Readonly<Record<Planning, Pool>>,
): Promise<Readonly<Record<Planning, readonly number[]>>> {
  const times: Record<Planning, number[]> = { kept: [], byValues: [] };
  const briefs = {
    kept: briefBy('kept', pools, practice),
    byValues: briefBy('byValues', pools, practice),
  };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const planning of ['kept', 'byValues'] as const) {
      const took = await briefs[planning](`record-${(round % CLIENTS) + 1}`);
      if (round >= WARM_UP) times[planning].push(took);
    }
  }
  return times;
}

/** Reads a brief and says how long its statement took: begin and commit are the same for both. */
function briefBy(
  planning: Planning,
  pools: Readonly<Record<Planning, Pool>>,
  practice: LoadedPractice,
): (recordId: string) => Promise<number> {
  const store = createStore({
    pool: pools[planning],
    isCluster: false,
    onLost: () => undefined,
    newId: v7,
    random: Math.random,
  });
  return (recordId) =>
    store.inPractice(
      scopeIn(practice),
      async (care) => {
        const begun = performance.now();
        await care.brief.ofRecord({ ehr: 'simplepractice', recordId }, practice.staffId);
        return performance.now() - begun;
      },
      planning,
    );
}
