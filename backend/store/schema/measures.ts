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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { SkipReason } from '#shared/contracts/client-page.ts';
import type { FormId } from '#shared/contracts/custom-form.ts';
import type { AdministrationId, ClientId, ResponseId, StaffId } from '#shared/contracts/ids.ts';
import type { Answers, Score } from '#shared/contracts/response.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { ownFormVersion } from './forms.ts';
import { client, staff } from './people.ts';

/** One measure, or own form, sent to one client once. */
export const administration = care.table(
  'administration',
  {
    practiceId: practiceId(),
    administrationId: uuid('administration_id').$type<AdministrationId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    /** Of an own form its key, `form:<id>`. */
    instrumentId: text('instrument_id').notNull(),
    instrumentVersion: integer('instrument_version').notNull(),
    /** Null for a measure. */
    formId: uuid('form_id').$type<FormId>(),
    sentAt: instant('sent_at').notNull(),
    dueOn: date('due_on').$type<CalendarDate>().notNull(),
    expiresAt: instant('expires_at').notNull(),
    openedAt: instant('opened_at'),
    completedAt: instant('completed_at'),
    /** Items that have an answer now; kept with every saved answer, so that the brief needn't count. */
    answeredItems: integer('answered_items').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.administrationId] }),
    foreignKey({
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    index('administration_client').on(table.practiceId, table.clientId, table.sentAt),
    index('administration_outstanding')
      .on(table.practiceId, table.clientId, table.dueOn)
      .where(sql`completed_at is null`),
    foreignKey({
      columns: [table.practiceId, table.formId, table.instrumentVersion],
      foreignColumns: [ownFormVersion.practiceId, ownFormVersion.formId, ownFormVersion.version],
    }),
    index('administration_form')
      .on(table.practiceId, table.clientId, table.formId, table.instrumentVersion)
      .where(sql`form_id is not null`),
    check(
      'administration_form_key',
      sql`case when form_id is null then instrument_id not like 'form:%' else instrument_id = 'form:' || form_id::text end`,
    ),
    practiceOnly(),
  ],
);

/** An answer as it was given; a changed one is a further revision. Rows are never altered. */
export const answer = care.table(
  'answer',
  {
    practiceId: practiceId(),
    administrationId: uuid('administration_id').$type<AdministrationId>().notNull(),
    /** Item number, from 1. */
    item: integer('item').notNull(),
    /** From 1; the highest counts. */
    revision: integer('revision').notNull(),
    /** Points as printed; null when the answer was taken back. */
    value: integer('value'),
    /** Why it was left out, where the client said so; never with a value. */
    skipReason: text('skip_reason').$type<SkipReason>(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [
    check('answer_skip_reason', sql`skip_reason is null or value is null`),
    primaryKey({
      columns: [table.practiceId, table.administrationId, table.item, table.revision],
    }),
    foreignKey({
      columns: [table.practiceId, table.administrationId],
      foreignColumns: [administration.practiceId, administration.administrationId],
    }),
    practiceOnly(),
  ],
);

/** A submitted, scored set of answers. Rows are never altered. */
export const response = care.table(
  'response',
  {
    practiceId: practiceId(),
    responseId: uuid('response_id').$type<ResponseId>().notNull(),
    administrationId: uuid('administration_id').$type<AdministrationId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    instrumentId: text('instrument_id').notNull(),
    instrumentVersion: integer('instrument_version').notNull(),
    /**
     * The client's first, second, third ... response to this instrument, from 1 without a gap. So
     * the newest 24, the first and the count are index steps, however long the history is.
     */
    ordinal: integer('ordinal').notNull(),
    answeredOn: date('answered_on').$type<CalendarDate>().notNull(),
    submittedAt: instant('submitted_at').notNull(),
    answers: jsonb('answers').$type<Answers>().notNull(),
    score: jsonb('score').$type<Score>().notNull(),
    /** The response that this one corrects, of the same administration; null for a submission. */
    supersedes: uuid('supersedes').$type<ResponseId>(),
    /** Why it was corrected, in the clinician's words. */
    correctionReason: text('correction_reason'),
    correctedBy: uuid('corrected_by').$type<StaffId>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.responseId] }),
    // The submission's idempotency key: stored once, whatever arrives how often.
    uniqueIndex('response_once')
      .on(table.practiceId, table.administrationId)
      .where(sql`supersedes is null`),
    // What was corrected is not corrected a second time: that would leave two that count.
    uniqueIndex('response_corrected_once')
      .on(table.practiceId, table.supersedes)
      .where(sql`supersedes is not null`),
    uniqueIndex('response_ordinal').on(
      table.practiceId,
      table.clientId,
      table.instrumentId,
      table.ordinal,
    ),
    foreignKey({
      columns: [table.practiceId, table.administrationId],
      foreignColumns: [administration.practiceId, administration.administrationId],
    }),
    foreignKey({
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    foreignKey({
      columns: [table.practiceId, table.supersedes],
      foreignColumns: [table.practiceId, table.responseId],
    }),
    foreignKey({
      columns: [table.practiceId, table.correctedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index('response_latest').on(table.practiceId, table.clientId, table.submittedAt),
    // The course by the days that it describes: a correction is recorded later than its day.
    index('response_course').on(
      table.practiceId,
      table.clientId,
      table.instrumentId,
      table.answeredOn,
      table.ordinal,
    ),
    index('response_day').on(table.practiceId, table.clientId, table.answeredOn),
    check('response_ordinal_from_one', sql`ordinal >= 1`),
    check(
      'response_correction',
      sql`num_nulls(supersedes, correction_reason, corrected_by) in (0, 3)`,
    ),
    practiceOnly(),
  ],
);
