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
import type { FormAnswers, FormId } from '#shared/contracts/custom-form.ts';
import type { AdministrationId, ClientId, ResponseId, StaffId } from '#shared/contracts/ids.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { ownFormVersion } from './forms.ts';
import { administration } from './measures.ts';
import { client, staff } from './people.ts';

/** An answer to an own form as it was given; a changed one is a further revision. */
export const ownAnswer = care.table(
  'own_answer',
  {
    practiceId: practiceId(),
    administrationId: uuid('administration_id').$type<AdministrationId>().notNull(),
    /** Place in the form, from 1. */
    item: integer('item').notNull(),
    /** From 1; the highest counts. */
    revision: integer('revision').notNull(),
    /** Of a rating or a choice. */
    number: integer('number'),
    /** Of a question that asks for words. Both are null when the answer was taken back. */
    words: text('words'),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.practiceId, table.administrationId, table.item, table.revision],
    }),
    foreignKey({
      columns: [table.practiceId, table.administrationId],
      foreignColumns: [administration.practiceId, administration.administrationId],
    }),
    check('own_answer_is_one', sql`num_nonnulls(number, words) <= 1`),
    practiceOnly(),
  ],
);

/** A submitted set of answers to an own form. Nothing is scored. Rows are never altered. */
export const ownResponse = care.table(
  'own_response',
  {
    practiceId: practiceId(),
    responseId: uuid('response_id').$type<ResponseId>().notNull(),
    administrationId: uuid('administration_id').$type<AdministrationId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    formId: uuid('form_id').$type<FormId>().notNull(),
    formVersion: integer('form_version').notNull(),
    /** The client's first, second, third ... response to this form, in whatever version. */
    ordinal: integer('ordinal').notNull(),
    answeredOn: date('answered_on').$type<CalendarDate>().notNull(),
    submittedAt: instant('submitted_at').notNull(),
    answers: jsonb('answers').$type<FormAnswers>().notNull(),
    /** The response that this one corrects, of the same administration; null for a submission. */
    supersedes: uuid('supersedes').$type<ResponseId>(),
    /** Why it was corrected, in the clinician's words. */
    correctionReason: text('correction_reason'),
    correctedBy: uuid('corrected_by').$type<StaffId>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.responseId] }),
    // As with measures: sent once, and corrected once.
    uniqueIndex('own_response_once')
      .on(table.practiceId, table.administrationId)
      .where(sql`supersedes is null`),
    uniqueIndex('own_response_corrected_once')
      .on(table.practiceId, table.supersedes)
      .where(sql`supersedes is not null`),
    uniqueIndex('own_response_ordinal').on(
      table.practiceId,
      table.clientId,
      table.formId,
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
      columns: [table.practiceId, table.formId, table.formVersion],
      foreignColumns: [ownFormVersion.practiceId, ownFormVersion.formId, ownFormVersion.version],
    }),
    foreignKey({
      columns: [table.practiceId, table.supersedes],
      foreignColumns: [table.practiceId, table.responseId],
    }),
    foreignKey({
      columns: [table.practiceId, table.correctedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index('own_response_latest').on(table.practiceId, table.clientId, table.submittedAt),
    // The course by the days that it describes: a correction is recorded later than its day.
    index('own_response_course').on(
      table.practiceId,
      table.clientId,
      table.formId,
      table.answeredOn,
      table.ordinal,
    ),
    index('own_response_day').on(table.practiceId, table.clientId, table.answeredOn),
    check('own_response_ordinal_from_one', sql`ordinal >= 1`),
    check(
      'own_response_correction',
      sql`num_nulls(supersedes, correction_reason, corrected_by) in (0, 3)`,
    ),
    practiceOnly(),
  ],
);
