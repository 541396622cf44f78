import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { Goal, GoalScale, Rater } from '#shared/contracts/goal.ts';
import type { ClientId, GoalId, StaffId } from '#shared/contracts/ids.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { ofClient, ofStaff } from './keys.ts';

/** A goal as it was agreed; its words and its scale never change. */
export const goal = care.table(
  'goal',
  {
    practiceId: practiceId(),
    goalId: uuid('goal_id').$type<GoalId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    /** The client's own. */
    words: text('words').notNull(),
    scale: jsonb('scale').$type<GoalScale>().notNull(),
    agreedOn: date('agreed_on').$type<CalendarDate>().notNull(),
    targetOn: date('target_on').$type<CalendarDate>(),
    recordedBy: uuid('recorded_by').$type<StaffId>().notNull(),
    recordedAt: instant('recorded_at').notNull(),
    status: text('status').$type<Goal['status']>().notNull(),
    closedOn: date('closed_on').$type<CalendarDate>(),
    closedBy: uuid('closed_by').$type<StaffId>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.goalId] }),
    ofClient(table),
    ofStaff(table, table.recordedBy),
    ofStaff(table, table.closedBy),
    index('goal_client').on(table.practiceId, table.clientId),
    check('goal_status', sql`status in ('open', 'reached', 'setAside')`),
    check(
      'goal_closed',
      sql`num_nulls(closed_on, closed_by) = case when status = 'open' then 2 else 0 end`,
    ),
    practiceOnly(),
  ],
);

/** A rating as it was given; a changed one of the same day is a further revision. Never altered. */
export const goalRating = care.table(
  'goal_rating',
  {
    practiceId: practiceId(),
    goalId: uuid('goal_id').$type<GoalId>().notNull(),
    rater: text('rater').$type<Rater>().notNull(),
    day: date('day').$type<CalendarDate>().notNull(),
    /** From 1; the highest counts. */
    revision: integer('revision').notNull(),
    value: integer('value').notNull(),
    /** Who of the practice; null for the client. */
    staffId: uuid('staff_id').$type<StaffId>(),
    ratedAt: instant('rated_at').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.practiceId, table.goalId, table.rater, table.day, table.revision],
    }),
    foreignKey({
      columns: [table.practiceId, table.goalId],
      foreignColumns: [goal.practiceId, goal.goalId],
    }),
    ofStaff(table, table.staffId),
    check('goal_rating_rater', sql`rater in ('client', 'clinician')`),
    check('goal_rating_by', sql`(rater = 'client') = (staff_id is null)`),
    check('goal_rating_value', sql`value between -2 and 10`),
    practiceOnly(),
  ],
);
