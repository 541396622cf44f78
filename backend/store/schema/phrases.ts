import { sql } from 'drizzle-orm';
import { check, foreignKey, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { PhraseTemplate } from '#shared/contracts/phrase-template.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { practice, staff } from './people.ts';

/**
 * A practice's own sentence for Updates. One that is put right is a new row and the former is taken
 * away, so that what stood in older notes can still be read.
 */
export const phrase = care.table(
  'phrase',
  {
    practiceId: practiceId(),
    phraseId: uuid('phrase_id').notNull(),
    name: text('name').notNull(),
    text: text('text').notNull(),
    per: text('per').$type<PhraseTemplate['per']>().notNull(),
    language: text('language').$type<PhraseTemplate['language']>().notNull(),
    shapes: text('shapes').array().$type<PhraseTemplate['shapes']>().notNull(),
    section: text('section').$type<PhraseTemplate['section']>().notNull(),
    savedBy: uuid('saved_by').$type<StaffId>().notNull(),
    savedAt: instant('saved_at').notNull(),
    removedBy: uuid('removed_by').$type<StaffId>(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.phraseId] }),
    foreignKey({ columns: [table.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({
      columns: [table.practiceId, table.savedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      columns: [table.practiceId, table.removedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    uniqueIndex('phrase_standing').on(table.practiceId, table.name).where(sql`removed_at is null`),
    check('phrase_per', sql`per in ('measure', 'update')`),
    check('phrase_removed', sql`(removed_at is null) = (removed_by is null)`),
    practiceOnly(),
  ],
);
