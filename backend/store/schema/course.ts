import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { CareEvent } from '#shared/contracts/care-event.ts';
import type { ClientId, ResponseId, StaffId } from '#shared/contracts/ids.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { client, staff } from './people.ts';

/** Something in a client's life or care that charts mark. Taken away ones stay. */
export const careEvent = care.table(
  'care_event',
  {
    practiceId: practiceId(),
    eventId: uuid('event_id').notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    happenedOn: date('happened_on').$type<CalendarDate>().notNull(),
    kind: text('kind').$type<CareEvent['kind']>().notNull(),
    label: text('label').notNull(),
    addedBy: uuid('added_by').$type<StaffId>().notNull(),
    addedAt: instant('added_at').notNull(),
    removedBy: uuid('removed_by').$type<StaffId>(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.eventId] }),
    foreignKey({
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    foreignKey({
      columns: [table.practiceId, table.addedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      columns: [table.practiceId, table.removedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index('care_event_client')
      .on(table.practiceId, table.clientId, table.happenedOn)
      .where(sql`removed_at is null`),
    check('care_event_kind', sql`kind in ('medication', 'lifeEvent', 'other')`),
    check('care_event_removed', sql`(removed_at is null) = (removed_by is null)`),
    practiceOnly(),
  ],
);

/**
 * A day on which care began or ended besides `client.in_care_since`. Marks that were taken back stay:
 * rules judged by them while they stood.
 */
export const episodeMark = care.table(
  'episode_mark',
  {
    practiceId: practiceId(),
    markId: uuid('mark_id').notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    kind: text('kind').$type<'began' | 'ended'>().notNull(),
    markedOn: date('marked_on').$type<CalendarDate>().notNull(),
    addedBy: uuid('added_by').$type<StaffId>().notNull(),
    addedAt: instant('added_at').notNull(),
    removedBy: uuid('removed_by').$type<StaffId>(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.markId] }),
    foreignKey({
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    foreignKey({
      columns: [table.practiceId, table.addedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      columns: [table.practiceId, table.removedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    uniqueIndex('episode_mark_standing')
      .on(table.practiceId, table.clientId, table.kind, table.markedOn)
      .where(sql`removed_at is null`),
    index('episode_mark_client').on(table.practiceId, table.clientId, table.addedAt),
    check('episode_mark_kind', sql`kind in ('began', 'ended')`),
    check('episode_mark_removed', sql`(removed_at is null) = (removed_by is null)`),
    practiceOnly(),
  ],
);

/**
 * A score that the clinician chose as the baseline of its episode. Choosing again takes the former
 * choice back and adds one, so that the last chosen is the newest row.
 */
export const baselineChoice = care.table(
  'baseline_choice',
  {
    practiceId: practiceId(),
    choiceId: uuid('choice_id').notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    /** No foreign key: answers to measures and totals entered by hand are different tables. */
    responseId: uuid('response_id').$type<ResponseId>().notNull(),
    addedBy: uuid('added_by').$type<StaffId>().notNull(),
    addedAt: instant('added_at').notNull(),
    removedBy: uuid('removed_by').$type<StaffId>(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.choiceId] }),
    foreignKey({
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    foreignKey({
      columns: [table.practiceId, table.addedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      columns: [table.practiceId, table.removedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    uniqueIndex('baseline_choice_standing')
      .on(table.practiceId, table.clientId, table.responseId)
      .where(sql`removed_at is null`),
    index('baseline_choice_client').on(table.practiceId, table.clientId, table.addedAt),
    check('baseline_choice_removed', sql`(removed_at is null) = (removed_by is null)`),
    practiceOnly(),
  ],
);
