import { sql } from 'drizzle-orm';
import { customType, pgPolicy, pgSchema, uuid } from 'drizzle-orm/pg-core';
import { type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';

/**
 * What must be found before the practice is known: accounts, sessions, portal links, the list of
 * practices. Nothing about health and nothing that tells who is in therapy.
 */
export const directory = pgSchema('directory');

/** Everything about clients. Every row belongs to one practice and is fenced by row security. */
export const care = pgSchema('care');

/**
 * What browsers tell of their own health: nobody's record. Fenced by practice as `care` is, but what
 * has grown old may be deleted here.
 */
export const fleet = pgSchema('fleet');

/** A moment, kept to the millisecond, read and written as the contracts' `Instant`. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: (value) => instantOf(new Date(value)),
});

/** The first column of every key in `care`. */
export const practiceId = () => uuid('practice_id').$type<PracticeId>().notNull();

/**
 * The second fence around a practice (the first is that every statement names the practice). An
 * unset practice reads as NULL or '' and matches no row. `nullif` because a setting that was set
 * locally once reads as '' afterwards, and `''::uuid` would raise.
 */
export const practiceOnly = () => {
  const own = sql`practice_id = nullif(current_setting('app.practice', true), '')::uuid`;
  return pgPolicy('practice_only', { as: 'permissive', for: 'all', using: own, withCheck: own });
};
