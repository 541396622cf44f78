import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { AlertId, ClientId, MessageId, StaffId } from '#shared/contracts/ids.ts';
import { alert } from './alerts.ts';
import { care, directory, instant, practiceId, practiceOnly } from './columns.ts';
import { ofClient, ofStaff } from './keys.ts';
import { practice } from './people.ts';

/**
 * A message to one person by one way. No text and no address is kept: both are made when it is sent,
 * of what holds then.
 */
export const message = care.table(
  'message',
  {
    practiceId: practiceId(),
    messageId: uuid('message_id').$type<MessageId>().notNull(),
    purpose: text('purpose').$type<'checkIn' | 'reminder' | 'alert' | 'answer'>().notNull(),
    way: text('way').$type<'email' | 'text' | 'browser'>().notNull(),
    /** To whom: a client, or somebody of the practice. */
    clientId: uuid('client_id').$type<ClientId>(),
    staffId: uuid('staff_id').$type<StaffId>(),
    /**
     * What was sent, of a check-in or its reminder: the message that the sending belongs to. Of one
     * about an answer that somebody else did not get: the first of it.
     */
    aboutMessageId: uuid('about_message_id').$type<MessageId>(),
    /** Of a step of the ladder: the alert, the ladder's version, the step from 1, and its evidence. */
    alertId: uuid('alert_id').$type<AlertId>(),
    ladderVersion: integer('ladder_version'),
    step: integer('step'),
    evidenceAt: instant('evidence_at'),
    createdAt: instant('created_at').notNull(),
    dueAt: instant('due_at').notNull(),
    sentAt: instant('sent_at'),
    /** When it was no longer needed before it was sent. */
    cancelledAt: instant('cancelled_at'),
    attempts: integer('attempts').notNull(),
    /** Code of the last failure; never words of a relay, which could repeat an address. */
    failure: text('failure'),
    /** When it was given up: it stays listed until somebody has dealt with it. */
    gaveUpAt: instant('gave_up_at'),
    settledAt: instant('settled_at'),
    settledBy: uuid('settled_by').$type<StaffId>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.messageId] }),
    ofClient(table),
    ofStaff(table, table.staffId),
    ofStaff(table, table.settledBy),
    foreignKey({
      columns: [table.practiceId, table.alertId],
      foreignColumns: [alert.practiceId, alert.alertId],
    }),
    // A step tells one person once by one way about one piece of evidence, however often it is tried.
    uniqueIndex('message_step_once')
      .on(table.practiceId, table.alertId, table.evidenceAt, table.step, table.staffId, table.way)
      .where(sql`alert_id is not null`),
    index('message_unsent')
      .on(table.practiceId, table.dueAt)
      .where(sql`sent_at is null and cancelled_at is null and settled_at is null`),
    index('message_client').on(table.practiceId, table.clientId, table.createdAt),
    check('message_purpose', sql`purpose in ('checkIn', 'reminder', 'alert', 'answer')`),
    check('message_way', sql`way in ('email', 'text', 'browser')`),
    check('message_to_one', sql`num_nonnulls(client_id, staff_id) = 1`),
    check(
      'message_of_step',
      sql`num_nulls(alert_id, ladder_version, step, evidence_at) = case when purpose = 'alert' then 0 else 4 end`,
    ),
    check('message_settled', sql`(settled_at is null) = (settled_by is null)`),
    practiceOnly(),
  ],
);

/** What a practice has set, each kind by itself, from a moment on. Rows are never altered. */
export const practiceSetting = care.table(
  'practice_setting',
  {
    practiceId: practiceId(),
    kind: text('kind').$type<'protocol' | 'ladder' | 'wording' | 'planTemplates'>().notNull(),
    /** 1, 2, 3 ... of each kind without a gap. */
    version: integer('version').notNull(),
    /** As the contract of its kind says. */
    value: jsonb('value').notNull(),
    setBy: uuid('set_by').$type<StaffId>().notNull(),
    inForceFrom: instant('in_force_from').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.kind, table.version] }),
    foreignKey({ columns: [table.practiceId], foreignColumns: [practice.practiceId] }),
    ofStaff(table, table.setBy),
    check('practice_setting_kind', sql`kind in ('protocol', 'ladder', 'wording', 'planTemplates')`),
    check('practice_setting_version', sql`version >= 1`),
    practiceOnly(),
  ],
);

/** Until when a client's evidence of an alert was read, and by whom. Rows are never altered. */
export const alertSeen = care.table(
  'alert_seen',
  {
    practiceId: practiceId(),
    alertId: uuid('alert_id').$type<AlertId>().notNull(),
    staffId: uuid('staff_id').$type<StaffId>().notNull(),
    /** The newest evidence that stood on the screen. */
    latestAt: instant('latest_at').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.alertId, table.staffId, table.latestAt] }),
    foreignKey({
      columns: [table.practiceId, table.alertId],
      foreignColumns: [alert.practiceId, alert.alertId],
    }),
    ofStaff(table, table.staffId),
    practiceOnly(),
  ],
);

/** When the part that sends messages last went round: the dead-man check looks here. */
export const deliveryBeat = directory.table('delivery_beat', {
  name: text('name').primaryKey(),
  beatAt: instant('beat_at').$type<Instant>().notNull(),
});
