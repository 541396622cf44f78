import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, jsonb, primaryKey, uuid } from 'drizzle-orm/pg-core';
import type { CustomForm, FormId } from '#shared/contracts/custom-form.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { practice, staff } from './people.ts';

/** A form that the practice put together. Taken out of use, it stays with all that was answered. */
export const ownForm = care.table(
  'own_form',
  {
    practiceId: practiceId(),
    formId: uuid('form_id').$type<FormId>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Who took it out of use, and when; null while it can be sent. */
    retiredBy: uuid('retired_by').$type<StaffId>(),
    retiredAt: instant('retired_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.formId] }),
    foreignKey({ columns: [table.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({
      columns: [table.practiceId, table.retiredBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    check('own_form_retired', sql`(retired_at is null) = (retired_by is null)`),
    practiceOnly(),
  ],
);

/** What a form asked from a moment on. Rows are never altered: answers are read by their version. */
export const ownFormVersion = care.table(
  'own_form_version',
  {
    practiceId: practiceId(),
    formId: uuid('form_id').$type<FormId>().notNull(),
    /** 1, 2, 3 ... without a gap. */
    version: integer('version').notNull(),
    form: jsonb('form').$type<CustomForm>().notNull(),
    madeBy: uuid('made_by').$type<StaffId>().notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.formId, table.version] }),
    foreignKey({
      columns: [table.practiceId, table.formId],
      foreignColumns: [ownForm.practiceId, ownForm.formId],
    }),
    foreignKey({
      columns: [table.practiceId, table.madeBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    check('own_form_version_from_one', sql`version >= 1`),
    practiceOnly(),
  ],
);
