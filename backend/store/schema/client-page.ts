import { sql } from 'drizzle-orm';
import { check, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ClientId, StaffId, TopicId } from '#shared/contracts/ids.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { ofClient, ofStaff } from './keys.ts';

/** What a client wants to talk about, in the own words. Rows are never altered but for the taking up. */
export const clientTopic = care.table(
  'client_topic',
  {
    practiceId: practiceId(),
    topicId: uuid('topic_id').$type<TopicId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    words: text('words').notNull(),
    saidAt: instant('said_at').notNull(),
    /** When the client took it back, or somebody marked it as talked about. */
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by').$type<StaffId>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.topicId] }),
    ofClient(table),
    ofStaff(table, table.closedBy),
    index('client_topic_open').on(table.practiceId, table.clientId).where(sql`closed_at is null`),
    check('client_topic_closed', sql`closed_by is null or closed_at is not null`),
    practiceOnly(),
  ],
);

/** How a client likes to read the own progress. */
export const clientPreference = care.table(
  'client_preference',
  {
    practiceId: practiceId(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    progressAs: text('progress_as').$type<'words' | 'chart'>().notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.clientId] }),
    ofClient(table),
    check('client_preference_progress', sql`progress_as in ('words', 'chart')`),
    practiceOnly(),
  ],
);

/** A measure whose scores a client is not shown, as a clinician decided. */
export const withheldMeasure = care.table(
  'withheld_measure',
  {
    practiceId: practiceId(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    measureId: text('measure').notNull(),
    withheldBy: uuid('withheld_by').$type<StaffId>().notNull(),
    withheldAt: instant('withheld_at').notNull(),
    shownAgainAt: instant('shown_again_at'),
    shownAgainBy: uuid('shown_again_by').$type<StaffId>(),
  },
  (table) => [
    primaryKey({
      columns: [table.practiceId, table.clientId, table.measureId, table.withheldAt],
    }),
    ofClient(table),
    ofStaff(table, table.withheldBy),
    ofStaff(table, table.shownAgainBy),
    check('withheld_measure_shown', sql`(shown_again_at is null) = (shown_again_by is null)`),
    practiceOnly(),
  ],
);
