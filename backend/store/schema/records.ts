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
  uuid,
} from 'drizzle-orm/pg-core';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ErrorCode } from '#shared/contracts/errors.ts';
import type { ClientId, InsertionId, StaffId } from '#shared/contracts/ids.ts';
import type { InsertOutcome, UndoOutcome } from '#shared/contracts/insertion.ts';
import type { RecordInsertionInput } from '#shared/contracts/procedures.ts';
import type { EhrId } from '#shared/contracts/reading.ts';
import type { Fact } from '#shared/contracts/sealed.ts';
import type {
  UpdateAudience,
  UpdateLanguage,
  UpdateLength,
  UpdateShape,
} from '#shared/contracts/update.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { client, staff } from './people.ts';

/** What was put into a note, with the result of reading it back. */
export const insertion = care.table(
  'insertion',
  {
    practiceId: practiceId(),
    insertionId: uuid('insertion_id').$type<InsertionId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    staffId: uuid('staff_id').$type<StaffId>().notNull(),
    ehr: text('ehr').$type<EhrId>().notNull(),
    recordId: text('record_id'),
    appointmentId: text('appointment_id'),
    appointmentOn: date('appointment_on').$type<CalendarDate>(),
    /** The insertion whose text this one was to take the place of. */
    replaces: uuid('replaces').$type<InsertionId>(),
    /** What was asked for, an `UpdateRequest` in columns of its own. */
    shape: text('shape').$type<UpdateShape>().notNull(),
    audience: text('audience').$type<UpdateAudience>().notNull(),
    length: text('length').$type<UpdateLength>().notNull(),
    language: text('language').$type<UpdateLanguage>().notNull(),
    sessionOn: date('session_on').$type<CalendarDate>(),
    assessmentLine: boolean('assessment_line').notNull(),
    briefAsOf: instant('brief_as_of').notNull(),
    /** What counted as new in the text. */
    lastLookedAt: instant('last_looked_at'),
    parts: jsonb('parts').$type<RecordInsertionInput['parts']>().notNull(),
    outcome: jsonb('outcome').$type<InsertOutcome>().notNull(),
    recordedAt: instant('recorded_at').notNull(),
    /** SHA-256 of the body, so that a repeat is known from a changed body. */
    bodyHash: text('body_hash').notNull(),
    undoneAt: instant('undone_at'),
    undoOutcome: jsonb('undo_outcome').$type<UndoOutcome>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.insertionId] }),
    foreignKey({
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    foreignKey({
      columns: [table.practiceId, table.staffId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index('insertion_client').on(table.practiceId, table.clientId, table.recordedAt),
    practiceOnly(),
  ],
);

/** What came late, sealed, from a browser's disk: so that no entry is taken twice. */
export const sealedDelivery = care.table(
  'sealed_delivery',
  {
    practiceId: practiceId(),
    entryId: uuid('entry_id').notNull(),
    /** Whose it is, as its ticket proved. */
    staffId: uuid('staff_id').$type<StaffId>().notNull(),
    what: text('what').$type<Fact['what']>().notNull(),
    /** When it happened, by the server's clock as far as the browser's can be put right. */
    happenedAt: instant('happened_at').notNull(),
    arrivedAt: instant('arrived_at').notNull(),
    /** Why nothing was recorded; null when it was. */
    because: text('because').$type<ErrorCode>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.entryId] }),
    foreignKey({
      columns: [table.practiceId, table.staffId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    check('sealed_delivery_what', sql`what in ('insertion', 'undo', 'acknowledgement')`),
    practiceOnly(),
  ],
);

/** Who did what, when. Rows are only ever added. */
export const auditEvent = care.table(
  'audit_event',
  {
    practiceId: practiceId(),
    eventId: uuid('event_id').notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').$type<'staff' | 'client' | 'system'>().notNull(),
    /** Staff id, client id, or the name of the part of the system. */
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(),
    /** Whom it is about. No foreign key: a look at nobody's record is recorded too. */
    clientId: uuid('client_id').$type<ClientId>(),
    /** Ids and codes only, as the event catalogue says. */
    subject: jsonb('subject').$type<Readonly<Record<string, unknown>>>().notNull(),
    requestId: text('request_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.eventId] }),
    index('audit_event_client').on(table.practiceId, table.clientId, table.at),
    check('audit_event_actor', sql`actor_kind in ('staff', 'client', 'system')`),
    practiceOnly(),
  ],
);

/** Work to be done after the commit, such as telling a clinician. Written with its cause. */
export const outbox = care.table(
  'outbox',
  {
    practiceId: practiceId(),
    entryId: uuid('entry_id').notNull(),
    kind: text('kind').notNull(),
    /** Ids only: what is sent carries no health information. */
    payload: jsonb('payload').$type<Readonly<Record<string, string>>>().notNull(),
    createdAt: instant('created_at').notNull(),
    availableAt: instant('available_at').notNull(),
    attempts: integer('attempts').notNull(),
    doneAt: instant('done_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.entryId] }),
    index('outbox_due').on(table.practiceId, table.availableAt).where(sql`done_at is null`),
    practiceOnly(),
  ],
);
