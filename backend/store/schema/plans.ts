import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
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
import type {
  AdministrationId,
  ClientId,
  MessageId,
  PauseId,
  PlanId,
  StaffId,
} from '#shared/contracts/ids.ts';
import type { PauseReason, PlanTerms } from '#shared/contracts/plan.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { ofClient, ofStaff } from './keys.ts';
import { administration } from './measures.ts';

/** A client's plan; what it says stands in its versions. */
export const plan = care.table(
  'plan',
  {
    practiceId: practiceId(),
    planId: uuid('plan_id').$type<PlanId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    /** The version that counts. */
    version: integer('version').notNull(),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by').$type<StaffId>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.planId] }),
    ofClient(table),
    ofStaff(table, table.endedBy),
    index('plan_standing').on(table.practiceId, table.clientId).where(sql`ended_at is null`),
    check('plan_ended', sql`(ended_at is null) = (ended_by is null)`),
    practiceOnly(),
  ],
);

/** A plan as it once read. Rows are never altered. */
export const planVersion = care.table(
  'plan_version',
  {
    practiceId: practiceId(),
    planId: uuid('plan_id').$type<PlanId>().notNull(),
    /** 1, 2, 3 ... without a gap. */
    version: integer('version').notNull(),
    terms: jsonb('terms').$type<PlanTerms>().notNull(),
    oftenMeant: boolean('often_meant').notNull(),
    setBy: uuid('set_by').$type<StaffId>().notNull(),
    setAt: instant('set_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.planId, table.version] }),
    foreignKey({
      columns: [table.practiceId, table.planId],
      foreignColumns: [plan.practiceId, plan.planId],
    }),
    ofStaff(table, table.setBy),
    check('plan_version_from_one', sql`version >= 1`),
    practiceOnly(),
  ],
);

/** A time in which nothing is sent to a client. */
export const pause = care.table(
  'pause',
  {
    practiceId: practiceId(),
    pauseId: uuid('pause_id').$type<PauseId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    reason: text('reason').$type<PauseReason>().notNull(),
    fromDay: date('from_day').$type<CalendarDate>().notNull(),
    /** The last day of it; null until somebody ends it. */
    untilDay: date('until_day').$type<CalendarDate>(),
    setBy: uuid('set_by').$type<StaffId>().notNull(),
    setAt: instant('set_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by').$type<StaffId>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.pauseId] }),
    ofClient(table),
    ofStaff(table, table.setBy),
    ofStaff(table, table.endedBy),
    index('pause_client').on(table.practiceId, table.clientId),
    check('pause_reason', sql`reason in ('crisis', 'away', 'clientAsked', 'other')`),
    // A crisis ends when a person says so, and not by a date that was guessed.
    check('pause_crisis', sql`reason <> 'crisis' or until_day is null`),
    check('pause_ended', sql`(ended_at is null) = (ended_by is null)`),
    practiceOnly(),
  ],
);

/** How a measure came to be sent: by which plan and for which day of it, or by hand. */
export const sending = care.table(
  'sending',
  {
    practiceId: practiceId(),
    administrationId: uuid('administration_id').$type<AdministrationId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    instrumentId: text('instrument_id').notNull(),
    /** What was sent together is answered one after the other behind one link. */
    messageId: uuid('message_id').$type<MessageId>().notNull(),
    /** Place among what was sent together, from 1. */
    place: integer('place').notNull(),
    way: text('way').$type<'message' | 'link' | 'kiosk'>().notNull(),
    planId: uuid('plan_id').$type<PlanId>(),
    planVersion: integer('plan_version'),
    /** The day of the plan that this was sent for. */
    forDay: date('for_day').$type<CalendarDate>(),
    /** Who sent it by hand; null for a plan. */
    sentBy: uuid('sent_by').$type<StaffId>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.administrationId] }),
    ofClient(table),
    ofStaff(table, table.sentBy),
    foreignKey({
      columns: [table.practiceId, table.administrationId],
      foreignColumns: [administration.practiceId, administration.administrationId],
    }),
    foreignKey({
      columns: [table.practiceId, table.planId, table.planVersion],
      foreignColumns: [planVersion.practiceId, planVersion.planId, planVersion.version],
    }),
    // Of several that keep the plan at once, one sends: a day of a plan is sent for once.
    uniqueIndex('sending_once')
      .on(table.practiceId, table.planId, table.forDay, table.instrumentId)
      .where(sql`plan_id is not null`),
    index('sending_together').on(table.practiceId, table.messageId, table.place),
    check('sending_way', sql`way in ('message', 'link', 'kiosk')`),
    check(
      'sending_cause',
      sql`num_nulls(plan_id, plan_version, for_day) = case when sent_by is null then 0 else 3 end`,
    ),
    practiceOnly(),
  ],
);
