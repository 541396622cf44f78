import { readFileSync, rmSync } from 'node:fs';
import { Client } from 'pg';
import { LIVE_CHANNEL } from '#backend/store/live.ts';
import { until } from '#test/support/until.ts';
import { type Aim, below } from '../aims.ts';
import {
  type ServerProcess,
  startBackendProcess,
  startBareStreams,
} from '../brief/server-process.ts';
import { databaseFolder } from '../practice/folders.ts';
import { loginTo } from '../practice/login.ts';
import { tell } from '../progress.ts';
import { median, quantile, rounded } from '../statistics.ts';
import { type Extent, type Listener, makeListeners } from './listeners.ts';
import { openReaders, type Reader } from './reader.ts';

/** Milliseconds for one alert each to be read by its clinician, all of them raised at once. */
interface Delivery {
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

/** One kind of server with all streams open. */
interface StreamFigures extends Delivery {
  /** Kilobytes (1,024 bytes) of the server's memory, a stream. */
  readonly kilobytesEach: number;
}

/** Open streams beside those of a bare server. */
export interface LiveFigures {
  readonly streams: number;
  readonly practices: number;
  readonly rounds: number;
  readonly real: StreamFigures;
  readonly bare: StreamFigures;
  /** Alerts that reached somebody else than their clinician, and alerts that did not arrive. */
  readonly foreign: number;
  readonly missing: number;
  /** Milliseconds from the end of all sessions until the last stream was ended. */
  readonly cutWithin: number;
  readonly aims: readonly Aim[];
}

/** Opens a stream for each clinician, raises an alert of each client, and ends every session. */
export async function measureStreams(
  extent: Extent = { practices: 20, clinicians: 100 },
  rounds = 5,
): Promise<LiveFigures> {
  const streams = extent.practices * extent.clinicians;
  tell(`Making ${streams} clinicians of ${extent.practices} practices ...`);
  const { data, listeners } = await makeListeners(extent);
  const stack = new AsyncDisposableStack();
  try {
    stack.defer(() => rmSync(data, { recursive: true, force: true }));
    const backend = await startBackendProcess({ data });
    stack.defer(() => backend.stop());
    const bareServer = await startBareStreams();
    stack.defer(() => bareServer.stop());
    const database = new Client(loginTo(databaseFolder(data), 'superuser'));
    await database.connect();
    stack.defer(() => database.end());
    const real = await openOn(backend, listeners);
    const bare = await openOn(bareServer, listeners);
    const taken = { real: new Array<Delivery>(), bare: new Array<Delivery>() };
    for (let round = 1; round <= rounds; round += 1) {
      taken.real.push(await deliver(real.readers, round, () => raise(database, listeners)));
      taken.bare.push(await deliver(bare.readers, round, () => tellAll(bareServer)));
    }
    const wrong = mistold(real.readers, listeners, rounds);
    const cutWithin = await cut(database, real.readers);
    for (const { leave } of bare.readers) leave();
    const figures = {
      real: { ...middle(taken.real), kilobytesEach: real.kilobytesEach },
      bare: { ...middle(taken.bare), kilobytesEach: bare.kilobytesEach },
    };
    return {
      streams,
      practices: extent.practices,
      rounds,
      ...figures,
      ...wrong,
      cutWithin,
      aims: [
        below('milliseconds to the clinician, p99', figures.real.p99, 250),
        below('kilobytes a stream', figures.real.kilobytesEach, 30),
        below('milliseconds until the last stream of an ended session is cut', cutWithin, 5_000),
      ],
    };
  } finally {
    await stack.disposeAsync();
  }
}

async function openOn(
  { url, pid }: ServerProcess,
  listeners: readonly Listener[],
): Promise<{ readonly readers: readonly Reader[]; readonly kilobytesEach: number }> {
  tell(`Opening ${listeners.length} streams ...`);
  const before = residentKilobytes(pid);
  const readers = await openReaders(
    url,
    listeners.map(({ token }) => token),
  );
  const grown = residentKilobytes(pid) - before;
  return { readers, kilobytesEach: rounded(grown / listeners.length) };
}

/** Memory of a process (Linux); not a number elsewhere. */
function residentKilobytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return Number.NaN;
  }
}

/** Says what a transaction that opens an alert says when it commits, for all clients at once. */
async function raise(database: Client, listeners: readonly Listener[]): Promise<void> {
  const words = listeners.map(({ practiceId, clientId }) =>
    JSON.stringify({ is: 'alert', practiceId, clientId }),
  );
  await database.query('select pg_notify($1, word) from unnest($2::text[]) as word', [
    LIVE_CHANNEL,
    words,
  ]);
}

async function tellAll({ url }: ServerProcess): Promise<void> {
  const reply = await fetch(`${url}/tell`, { method: 'POST' });
  await reply.text();
}

/** Until every reader has so many alerts. */
async function deliver(
  readers: readonly Reader[],
  count: number,
  raiseAll: () => Promise<void>,
): Promise<Delivery> {
  const begun = performance.now();
  await raiseAll();
  await until('everybody was told', () => readers.every(({ told }) => told.length >= count));
  const took = readers.map(({ toldAt }) => (toldAt() ?? Number.NaN) - begun);
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99), longest: Math.max(...took) };
}

function middle(taken: readonly Delivery[]): Delivery {
  const of = (figure: keyof Delivery) => rounded(median(taken.map((one) => one[figure])));
  return { p50: of('p50'), p99: of('p99'), longest: of('longest') };
}

function mistold(
  readers: readonly Reader[],
  listeners: readonly Listener[],
  rounds: number,
): Pick<LiveFigures, 'foreign' | 'missing'> {
  const own = readers.map(
    ({ told }, place) => told.filter((id) => id === listeners[place]?.clientId).length,
  );
  const all = readers.reduce((sum, { told }) => sum + told.length, 0);
  const ownAll = own.reduce((sum, count) => sum + count, 0);
  return { foreign: all - ownAll, missing: readers.length * rounds - ownAll };
}

async function cut(database: Client, readers: readonly Reader[]): Promise<number> {
  const begun = performance.now();
  await database.query('delete from directory.session');
  await until('every stream is ended', () => readers.every(({ endedAt }) => endedAt() !== null));
  return rounded(Math.max(...readers.map(({ endedAt }) => endedAt() ?? Number.NaN)) - begun, 0);
}
