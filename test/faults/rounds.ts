import { openDatabase } from '#backend/database/database.ts';
import type { DatabaseRefusal } from '#backend/database/refusal.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { WritingBackend } from './writing-backend.ts';

/** What became of the submissions of a round. `lost` and `doubled` must read 0. */
export interface Crash {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  /** Milliseconds from the fault until a submission begun after it was acknowledged. */
  readonly backAfter: number;
}

/** The database server is killed under its writers; the backend brings it back by itself. */
export async function killServer(directory: string, writers: number): Promise<Crash> {
  const backend = new WritingBackend(directory, writers);
  const started = await backend.started();
  if (!('serverPid' in started)) throw new Error(`refused: ${JSON.stringify(started.refusal)}`);
  await backend.acks(writers * 4);
  const killedAt = Date.now();
  process.kill(started.serverPid, 'SIGKILL');
  const backAfter = await backend.servesAgain(killedAt);
  await backend.stop();
  return { ...(await compare(directory, backend)), backAfter };
}

/** The backend is killed while it writes; the next one takes its database over. */
export async function killBackend(directory: string, writers: number): Promise<Crash> {
  const backend = new WritingBackend(directory, writers);
  await backend.started();
  await backend.acks(writers * 4);
  await backend.kill();
  const killedAt = Date.now();
  const next = new WritingBackend(directory, writers);
  await next.started();
  const backAfter = await next.servesAgain(killedAt);
  await next.stop();
  const both = [...backend.acknowledged, ...next.acknowledged];
  return { ...(await compare(directory, { acknowledged: both })), backAfter };
}

/** Backend and database are killed together; the next start recovers. */
export async function killBoth(directory: string, writers: number): Promise<Crash> {
  const backend = new WritingBackend(directory, writers);
  const started = await backend.started();
  if (!('serverPid' in started)) throw new Error(`refused: ${JSON.stringify(started.refusal)}`);
  await backend.acks(writers * 4);
  process.kill(started.serverPid, 'SIGKILL');
  await backend.kill();
  const killedAt = Date.now();
  const compared = await compare(directory, backend);
  return { ...compared, backAfter: Date.now() - killedAt };
}

/** A second backend is started beside one that writes. Returns what it was told. */
export async function startSecond(
  directory: string,
  tries: number,
): Promise<{
  readonly outcome: Crash;
  readonly first: { readonly serverPid: number };
  readonly refusals: readonly (DatabaseRefusal | null)[];
}> {
  const backend = new WritingBackend(directory, 2);
  const started = await backend.started();
  if (!('serverPid' in started)) throw new Error(`refused: ${JSON.stringify(started.refusal)}`);
  const refusals: (DatabaseRefusal | null)[] = [];
  for (let index = 0; index < tries; index += 1) {
    const second = await openDatabase({ kind: 'embedded', directory }, instantOf(new Date()));
    refusals.push(second.ok ? null : second.refusal);
    if (second.ok) await second.value.close();
  }
  await backend.acks(backend.acknowledged.length + 2);
  await backend.stop();
  const outcome = { ...(await compare(directory, backend)), backAfter: 0 };
  return { outcome, first: started, refusals };
}

/** Opens the directory and looks for every acknowledged submission. */
export async function compare(
  directory: string,
  backend: Pick<WritingBackend, 'acknowledged'>,
): Promise<Omit<Crash, 'backAfter'>> {
  const opened = await openDatabase({ kind: 'embedded', directory }, instantOf(new Date()));
  if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened.refusal)}`);
  const { pool, close } = opened.value;
  const stored = await submissionsOf(pool);
  await close();
  const ids = backend.acknowledged.map(({ administrationId }) => administrationId);
  return {
    acknowledged: ids.length,
    lost: ids.filter((id) => !stored.has(id)).length,
    doubled: ids.filter((id) => (stored.get(id) ?? 0) > 1).length,
  };
}

type Pool = Extract<Awaited<ReturnType<typeof openDatabase>>, { ok: true }>['value']['pool'];

/** How often every administration was stored as a response, in every practice. */
async function submissionsOf(pool: Pool): Promise<ReadonlyMap<string, number>> {
  const stored = new Map<string, number>();
  const practices = await pool.query<{ id: string }>(
    'select practice_id as id from directory.practice',
  );
  for (const { id } of practices.rows) {
    const connection = await pool.connect();
    await connection.query(`begin; set local app.practice = '${id}'`);
    const { rows } = await connection.query<{ id: string }>(
      `select administration_id as id from care.response where practice_id = $1
       union all
       select administration_id from care.own_response where practice_id = $1`,
      [id],
    );
    await connection.query('commit');
    connection.release();
    for (const row of rows) stored.set(row.id, (stored.get(row.id) ?? 0) + 1);
  }
  return stored;
}
