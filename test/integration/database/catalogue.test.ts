import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { CATALOGUE_RULES } from './catalogue.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

/** What the catalogue shows against a rule. */
async function breachesOf(rule: string): Promise<readonly string[]> {
  const found = CATALOGUE_RULES.find((candidate) => candidate.rule === rule);
  if (found === undefined) throw new Error(`no rule "${rule}"`);
  const rows = await database.asSuperuser<{ what: string }>(found.breaches);
  return rows.map(({ what }) => what);
}

test('the tables that are looked at are the tables there are', async () => {
  const rows = await database.asSuperuser<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'care' order by 1`,
  );
  expect(rows.length).toBeGreaterThanOrEqual(13);
});

test.each(CATALOGUE_RULES.map(({ rule }) => rule))('%s', async (rule) => {
  expect(await breachesOf(rule)).toEqual([]);
});

/** A table as a careless migration might add it, and what it breaks. */
const SOUND = `create table care.scratch (
  practice_id uuid not null, scratch_id uuid not null, primary key (practice_id, scratch_id))`;

const CARELESS: readonly { readonly rule: string; readonly migration: string }[] = [
  {
    rule: 'every table of a practice has a practice',
    migration: 'create table care.scratch (scratch_id uuid primary key)',
  },
  {
    rule: 'every table of a practice has a primary key',
    migration: 'create table care.scratch (practice_id uuid not null)',
  },
  {
    rule: 'unique indexes begin with the practice',
    migration: 'create unique index scratch on care.client (client_id)',
  },
  {
    rule: 'unique indexes begin with the practice',
    migration: 'create unique index scratch on care.client ((lower(display_name)))',
  },
  {
    rule: 'indexes begin with the practice',
    migration: 'create index scratch on care.client (birth_date)',
  },
  {
    rule: 'foreign keys stay inside a practice',
    migration: `alter table care.client add unique (client_id);
      alter table care.alert add foreign key (client_id) references care.client (client_id)`,
  },
  {
    rule: 'shared tables never refer to a practice’s tables',
    migration: `alter table directory.user add foreign key (practice_id, staff_id)
      references care.staff (practice_id, staff_id)`,
  },
  { rule: 'row security is on and forced', migration: SOUND },
  {
    rule: 'row security is on and forced',
    migration: 'alter table fleet.tally no force row level security',
  },
  {
    rule: 'row security is on and forced',
    migration: 'alter table care.client no force row level security',
  },
  { rule: 'exactly one policy, of exactly this text', migration: SOUND },
  {
    rule: 'exactly one policy, of exactly this text',
    migration: 'create policy also on care.client using (true)',
  },
  {
    rule: 'exactly one policy, of exactly this text',
    migration: `alter policy practice_only on care.client
      using (practice_id = current_setting('app.practice')::uuid)`,
  },
  {
    rule: 'exactly one policy, of exactly this text',
    migration: 'alter policy practice_only on care.client with check (true)',
  },
  {
    rule: 'no triggers, rules, exclusion or deferrable constraints',
    migration: `create function pg_temp.scratch() returns trigger language plpgsql
      as 'begin return new; end';
      create trigger scratch before insert on care.client
      for each row execute function pg_temp.scratch()`,
  },
  {
    rule: 'no triggers, rules, exclusion or deferrable constraints',
    migration: 'create rule scratch as on delete to care.client do instead nothing',
  },
  {
    rule: 'no triggers, rules, exclusion or deferrable constraints',
    migration: `alter table care.client
      add constraint scratch unique (practice_id, display_name) deferrable`,
  },
  {
    rule: 'no defaults, identities or generated columns: values come from the application',
    migration: 'alter table care.client alter column created_at set default now()',
  },
  {
    rule: 'no defaults, identities or generated columns: values come from the application',
    migration: 'alter table care.client add column number bigint generated always as identity',
  },
  {
    rule: 'no sequences, views, functions or other things that run as somebody else',
    migration: 'alter table care.client add column number bigserial',
  },
  {
    rule: 'no sequences, views, functions or other things that run as somebody else',
    migration: 'create view care.everybody as select * from care.client',
  },
  {
    rule: 'key columns that name a thing are UUIDs',
    migration: `create table care.scratch (
      practice_id uuid not null, scratch_id bigint not null,
      primary key (practice_id, scratch_id))`,
  },
  {
    rule: 'the application may not change a key, nor anything append-only',
    migration: 'grant update on care.client to throughline_app',
  },
  {
    rule: 'the application may not change a key, nor anything append-only',
    migration: 'grant update (score) on care.response to throughline_app',
  },
  {
    rule: 'the application may not delete records, truncate or reshape',
    migration: 'grant delete on care.audit_event to throughline_app',
  },
  {
    rule: 'the application may not delete records, truncate or reshape',
    migration: 'grant truncate on fleet.tally to throughline_app',
  },
  {
    rule: 'the application may not delete records, truncate or reshape',
    migration: 'grant create on schema care to throughline_app',
  },
  {
    rule: 'the owner owns everything, and nobody else may do anything',
    migration: 'grant select on care.client to public',
  },
  {
    rule: 'the owner owns everything, and nobody else may do anything',
    migration: 'alter table care.client owner to throughline_app',
  },
];

describe('a careless migration is noticed', () => {
  test.each(CARELESS)('$migration', async ({ rule, migration }) => {
    await database.asSuperuser('begin');
    try {
      await database.asSuperuser(migration);
      expect(await breachesOf(rule)).not.toEqual([]);
    } finally {
      await database.asSuperuser('rollback');
    }
  });

  test('and every rule has one', () => {
    const tried = new Set(CARELESS.map(({ rule }) => rule));
    expect([...tried].toSorted()).toEqual(CATALOGUE_RULES.map(({ rule }) => rule).toSorted());
  });
});
