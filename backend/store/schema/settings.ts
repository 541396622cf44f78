import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { RuleSetting } from '#shared/contracts/rule-settings.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { practice, staff } from './people.ts';

/** What somebody read before confirming the practice's right to a measure. */
export interface ConfirmedTerms {
  readonly permission: string;
  readonly attribution: string;
  readonly sources: readonly string[];
  /** The sentence that was confirmed. */
  readonly statement: string;
}

/** That a person confirmed the practice's right to a measure. Withdrawn ones stay. */
export const licenceConfirmation = care.table(
  'licence_confirmation',
  {
    practiceId: practiceId(),
    confirmationId: uuid('confirmation_id').notNull(),
    instrumentId: text('instrument_id').notNull(),
    /** SHA-256 of the terms: a licence that reads otherwise is not the one that was confirmed. */
    termsHash: text('terms_hash').notNull(),
    /** The terms as they were read, for the day that somebody asks. */
    terms: jsonb('terms').$type<ConfirmedTerms>().notNull(),
    confirmedBy: uuid('confirmed_by').$type<StaffId>().notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
    withdrawnBy: uuid('withdrawn_by').$type<StaffId>(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.confirmationId] }),
    foreignKey({
      columns: [table.practiceId, table.confirmedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      columns: [table.practiceId, table.withdrawnBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    uniqueIndex('licence_confirmation_standing')
      .on(table.practiceId, table.instrumentId, table.termsHash)
      .where(sql`withdrawn_at is null`),
    check('licence_confirmation_withdrawn', sql`(withdrawn_at is null) = (withdrawn_by is null)`),
    practiceOnly(),
  ],
);

/** All that a practice has set about rules, from a moment on. Rows are never altered. */
export const ruleSettings = care.table(
  'rule_settings',
  {
    practiceId: practiceId(),
    /** 1, 2, 3 ... without a gap; alerts say which they were judged by. */
    version: integer('version').notNull(),
    rules: jsonb('rules').$type<readonly RuleSetting[]>().notNull(),
    setBy: uuid('set_by').$type<StaffId>().notNull(),
    inForceFrom: instant('in_force_from').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.version] }),
    foreignKey({ columns: [table.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({
      columns: [table.practiceId, table.setBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    check('rule_settings_version', sql`version >= 1`),
    practiceOnly(),
  ],
);
