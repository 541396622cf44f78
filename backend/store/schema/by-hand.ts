import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import type { ClientId, ResponseId, StaffId } from '#shared/contracts/ids.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { client, practice, staff } from './people.ts';

/**
 * What a practice states of a measure that the product may not ship. Every statement is a row of its
 * own, and none is altered: a total says by which statement it was entered.
 */
export const handMeasure = care.table(
  'hand_measure',
  {
    practiceId: practiceId(),
    /** `HandMeasure.id`. */
    code: text('code').notNull(),
    /** 1, 2, 3 ... without a gap, with every statement. */
    edition: integer('edition').notNull(),
    /** Counts up only with what makes totals incomparable: range, direction, bands. */
    version: integer('version').notNull(),
    name: text('name').notNull(),
    direction: text('direction').$type<HandMeasure['direction']>().notNull(),
    range: jsonb('range').$type<NonNullable<HandMeasure['range']>>(),
    bands: jsonb('bands').$type<HandMeasure['bands']>().notNull(),
    bandsSource: text('bands_source').notNull(),
    /** False in the statement that takes it out of use: no new totals then. What was entered stays. */
    inUse: boolean('in_use').notNull(),
    statedBy: uuid('stated_by').$type<StaffId>().notNull(),
    statedAt: instant('stated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.code, table.edition] }),
    foreignKey({ columns: [table.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({
      columns: [table.practiceId, table.statedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    check('hand_measure_direction', sql`direction in ('higherWorse', 'higherBetter')`),
    check('hand_measure_counts', sql`edition >= version and version >= 1`),
    practiceOnly(),
  ],
);

/** A total that a clinician brought along. Rows are never altered; a correction is a further one. */
export const handTotal = care.table(
  'hand_total',
  {
    practiceId: practiceId(),
    responseId: uuid('response_id').$type<ResponseId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    code: text('code').notNull(),
    /** The statement that it was entered by. */
    edition: integer('edition').notNull(),
    /** The client's first, second, third ... total of this measure, from 1 without a gap. */
    ordinal: integer('ordinal').notNull(),
    /** The day on which the client answered it. */
    answeredOn: date('answered_on').$type<CalendarDate>().notNull(),
    total: doublePrecision('total').notNull(),
    enteredBy: uuid('entered_by').$type<StaffId>().notNull(),
    enteredAt: instant('entered_at').notNull(),
    /** The entry that this one corrects; null for an original. */
    supersedes: uuid('supersedes').$type<ResponseId>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.responseId] }),
    foreignKey({
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    foreignKey({
      columns: [table.practiceId, table.code, table.edition],
      foreignColumns: [handMeasure.practiceId, handMeasure.code, handMeasure.edition],
    }),
    foreignKey({
      columns: [table.practiceId, table.enteredBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      columns: [table.practiceId, table.supersedes],
      foreignColumns: [table.practiceId, table.responseId],
    }),
    uniqueIndex('hand_total_ordinal').on(
      table.practiceId,
      table.clientId,
      table.code,
      table.ordinal,
    ),
    // What was corrected is not corrected a second time: that would leave two that count.
    uniqueIndex('hand_total_corrected_once')
      .on(table.practiceId, table.supersedes)
      .where(sql`supersedes is not null`),
    index('hand_total_day').on(table.practiceId, table.clientId, table.answeredOn),
    check('hand_total_ordinal_from_one', sql`ordinal >= 1`),
    practiceOnly(),
  ],
);
