import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Client, DatabaseError } from 'pg';
import * as z from 'zod/mini';
import type { Instant } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { ROLES } from './login.ts';
import type { DatabaseRefusal } from './refusal.ts';

/** One committed SQL file. */
export interface Migration {
  /** File name without ending: `0000_tables`. */
  readonly name: string;
  readonly sql: string;
}

/** The journal that drizzle-kit keeps beside the files. */
const Journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });

/** Any number; the same in every backend. */
const LOCK = 7_230_114;

/** The migrations of the store, in order. */
export function storeMigrations(): readonly Migration[] {
  const folder = new URL('../store/migrations/', import.meta.url);
  const read = (path: string) => readFileSync(fileURLToPath(new URL(path, folder)), 'utf8');
  const journal = Journal.parse(JSON.parse(read('meta/_journal.json')));
  return journal.entries.map(({ tag }) => ({ name: tag, sql: read(`${tag}.sql`) }));
}

/**
 * Brings the database up to date, as the owner and in one transaction: all of it or nothing. Of
 * backends that start at once, one migrates and the others wait; the lock ends with the
 * transaction. Refuses to touch a database that a newer version, or an edited file, has migrated.
 */
export async function migrate(
  connection: Client,
  migrations: readonly Migration[],
  now: Instant,
): Promise<Result<readonly string[], DatabaseRefusal>> {
  await connection.query('begin');
  try {
    if (!(await becomesOwner(connection))) {
      await connection.query('rollback');
      return refuse({ reason: 'notOwner' });
    }
    await connection.query(`select pg_advisory_xact_lock(${LOCK})`);
    const applied = await readApplied(connection);
    const difference = differs(applied, migrations);
    if (difference !== null) {
      await connection.query('rollback');
      return refuse(difference);
    }
    const pending = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of pending) {
      await connection.query(migration.sql);
      await connection.query('insert into migrations.applied values ($1, $2, $3)', [
        migration.name,
        hash(migration),
        now,
      ]);
    }
    await connection.query('commit');
    return ok(pending.map(({ name }) => name));
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    await connection.query('rollback');
    return refuse({ reason: 'migrationFailed', sqlstate: error.code ?? 'unknown' });
  }
}

/** SQLSTATEs of a role that may not be taken on, or doesn't exist. */
const NOT_OWNER = new Set(['42501', '22023']);

/** Takes the owner's role on for this transaction; false when the login may not. */
async function becomesOwner(connection: Client): Promise<boolean> {
  try {
    await connection.query(`set local role ${ROLES.owner}`);
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && NOT_OWNER.has(error.code ?? '')) return false;
    throw error;
  }
}

/** Names and hashes of what was run before. */
async function readApplied(connection: Client): Promise<ReadonlyMap<string, string>> {
  await connection.query(`
    create schema if not exists migrations;
    create table if not exists migrations.applied (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null
    )`);
  const { rows } = await connection.query<{ name: string; sha256: string }>(
    'select name, sha256 from migrations.applied',
  );
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

function differs(
  applied: ReadonlyMap<string, string>,
  migrations: readonly Migration[],
): DatabaseRefusal | null {
  const known = new Map(migrations.map((migration) => [migration.name, hash(migration)]));
  for (const [migration, sha256] of applied) {
    const here = known.get(migration);
    if (here === undefined) return { reason: 'migrationsDiffer', migration, how: 'unknownHere' };
    if (here !== sha256) return { reason: 'migrationsDiffer', migration, how: 'edited' };
  }
  return null;
}

function hash(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}
