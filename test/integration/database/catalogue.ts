/** Reads the database's own catalogue for breaches of the rules that every migration must keep. */

/** A rule, and the statement whose every row is a breach of it. */
export interface CatalogueRule {
  readonly rule: string;
  readonly breaches: string;
}

/** The only text that a policy in `care` may have. */
const POLICY = `(practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)`;

/** Tables whose rows are never altered. */
const APPEND_ONLY = `(
  'answer', 'response', 'audit_event', 'rule_settings', 'hand_measure', 'hand_total',
  'own_form_version', 'own_answer', 'own_response', 'adapter_switch', 'plan_version', 'sending',
  'practice_setting', 'alert_seen', 'goal_rating')`;

const CARE_TABLE = `
  pg_class t join pg_namespace n on n.oid = t.relnamespace
    and n.nspname in ('care', 'fleet') and t.relkind in ('r', 'p')`;

const firstColumn = (relation: string, key: string) => `
  (select a.attname from pg_attribute a where a.attrelid = ${relation} and a.attnum = ${key})`;

export const CATALOGUE_RULES: readonly CatalogueRule[] = [
  {
    rule: 'every table of a practice has a practice',
    breaches: `
      select t.relname as what from ${CARE_TABLE}
      where not exists (
        select from pg_attribute a
        where a.attrelid = t.oid and a.attname = 'practice_id' and a.attnotnull
          and a.atttypid = 'uuid'::regtype)`,
  },
  {
    rule: 'every table of a practice has a primary key',
    breaches: `
      select t.relname as what from ${CARE_TABLE}
      where not exists (
        select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p')`,
  },
  {
    rule: 'unique indexes begin with the practice',
    breaches: `
      select i.indexrelid::regclass::text as what
      from ${CARE_TABLE} join pg_index i on i.indrelid = t.oid
      where i.indisunique and ${firstColumn('t.oid', 'i.indkey[0]')} is distinct from 'practice_id'`,
  },
  {
    rule: 'indexes begin with the practice',
    breaches: `
      select i.indexrelid::regclass::text as what
      from ${CARE_TABLE} join pg_index i on i.indrelid = t.oid
      where ${firstColumn('t.oid', 'i.indkey[0]')} is distinct from 'practice_id'`,
  },
  {
    rule: 'foreign keys stay inside a practice',
    breaches: `
      select c.conname as what from ${CARE_TABLE} join pg_constraint c on c.conrelid = t.oid
      where c.contype = 'f' and (
        ${firstColumn('t.oid', 'c.conkey[1]')} <> 'practice_id'
        or ${firstColumn('c.confrelid', 'c.confkey[1]')} is distinct from 'practice_id')`,
  },
  {
    rule: 'shared tables never refer to a practice’s tables',
    breaches: `
      select c.conname as what from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'directory'::regnamespace
        and c.confrelid in (select t.oid from ${CARE_TABLE})`,
  },
  {
    rule: 'row security is on and forced',
    breaches: `
      select t.relname as what from ${CARE_TABLE}
      where not (t.relrowsecurity and t.relforcerowsecurity)`,
  },
  {
    rule: 'exactly one policy, of exactly this text',
    breaches: `
      select t.relname as what from ${CARE_TABLE}
      where (select count(*) from pg_policy p where p.polrelid = t.oid) <> 1
        or not exists (
          select from pg_policy p
          where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'
            and pg_get_expr(p.polqual, t.oid) = $policy$${POLICY}$policy$
            and pg_get_expr(p.polwithcheck, t.oid) = $policy$${POLICY}$policy$)`,
  },
  {
    rule: 'no triggers, rules, exclusion or deferrable constraints',
    breaches: `
      select t.relname || ': ' || x.name as what from ${CARE_TABLE}
      cross join lateral (
        select tgname as name from pg_trigger where tgrelid = t.oid and not tgisinternal
        union all select rulename from pg_rewrite where ev_class = t.oid
        union all select conname from pg_constraint
          where conrelid = t.oid and (contype = 'x' or condeferrable)
      ) x`,
  },
  {
    rule: 'no defaults, identities or generated columns: values come from the application',
    breaches: `
      select t.relname || '.' || a.attname as what
      from ${CARE_TABLE} join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
      where a.atthasdef or a.attidentity <> '' or a.attgenerated <> ''`,
  },
  {
    rule: 'no sequences, views, functions or other things that run as somebody else',
    breaches: `
      select c.relname as what from pg_class c
      where c.relnamespace in ('care'::regnamespace, 'fleet'::regnamespace, 'directory'::regnamespace)
        and c.relkind in ('S', 'v', 'm', 'f')
      union all
      select p.proname from pg_proc p
      where p.pronamespace in ('care'::regnamespace, 'fleet'::regnamespace, 'directory'::regnamespace)`,
  },
  {
    rule: 'key columns that name a thing are UUIDs',
    breaches: `
      select t.relname || '.' || a.attname as what
      from ${CARE_TABLE} join pg_index i on i.indrelid = t.oid and i.indisprimary
      join pg_attribute a on a.attrelid = t.oid and a.attnum = any (i.indkey::int2[])
      where a.attname like '%\\_id' and a.atttypid <> 'uuid'::regtype`,
  },
  {
    rule: 'the application may not change a key, nor anything append-only',
    breaches: `
      select t.relname || '.' || a.attname as what
      from ${CARE_TABLE} join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
      where has_column_privilege('throughline_app', t.oid, a.attnum, 'UPDATE') and (
        t.relname in ${APPEND_ONLY}
        or exists (
          select from pg_index i
          where i.indrelid = t.oid and i.indisprimary and a.attnum = any (i.indkey::int2[])))`,
  },
  {
    rule: 'the application may not delete records, truncate or reshape',
    breaches: `
      select t.relname || ': ' || p.name as what from ${CARE_TABLE}
      cross join unnest(array['DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as p (name)
      where has_table_privilege('throughline_app', t.oid, p.name)
        and not (n.nspname = 'fleet' and p.name = 'DELETE')
      union all
      select n.nspname || ': CREATE' from pg_namespace n
      where has_schema_privilege('throughline_app', n.oid, 'CREATE')
        and n.nspname !~ '^pg_'`,
  },
  {
    rule: 'the owner owns everything, and nobody else may do anything',
    breaches: `
      select c.oid::regclass::text as what
      from pg_class c
      where c.relnamespace in ('care'::regnamespace, 'fleet'::regnamespace, 'directory'::regnamespace)
        and c.relkind in ('r', 'p') and (
          c.relowner <> 'throughline_owner'::regrole
          or exists (
            select from aclexplode(c.relacl) g
            where g.grantee not in ('throughline_owner'::regrole, 'throughline_app'::regrole)))`,
  },
];
