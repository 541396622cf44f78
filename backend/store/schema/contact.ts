import { sql } from 'drizzle-orm';
import { check, date, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { Channel, ClientLanguage } from '#shared/contracts/contact.ts';
import type { ClientId, StaffId } from '#shared/contracts/ids.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { ofClient, ofStaff } from './keys.ts';

/** Where a client wants to be written to; a client without a row is not written to. */
export const clientContact = care.table(
  'client_contact',
  {
    practiceId: practiceId(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    email: text('email'),
    phone: text('phone'),
    channel: text('channel').$type<Channel>(),
    language: text('language').$type<ClientLanguage>().notNull(),
    /** ISO 3166-1 alpha-2. */
    country: text('country').notNull(),
    agreedAt: instant('agreed_at'),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.clientId] }),
    ofClient(table),
    check('client_contact_channel', sql`channel in ('email', 'text')`),
    check(
      'client_contact_reachable',
      sql`case channel when 'email' then email is not null when 'text' then phone is not null else true end`,
    ),
    check('client_contact_language', sql`language in ('english', 'spanish')`),
    practiceOnly(),
  ],
);

/** Where somebody who works in the practice is told that something waits. */
export const staffContact = care.table(
  'staff_contact',
  {
    practiceId: practiceId(),
    staffId: uuid('staff_id').$type<StaffId>().notNull(),
    email: text('email'),
    phone: text('phone'),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.staffId] }),
    ofStaff(table, table.staffId),
    practiceOnly(),
  ],
);

/** A day on which a client has an appointment, as far as somebody told or a panel read it. */
export const appointmentDay = care.table(
  'appointment_day',
  {
    practiceId: practiceId(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    day: date('day').$type<CalendarDate>().notNull(),
    toldBy: uuid('told_by').$type<StaffId>().notNull(),
    toldAt: instant('told_at').notNull(),
    /** When a person took it back; null while it stands. */
    takenBackAt: instant('taken_back_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.clientId, table.day] }),
    ofClient(table),
    ofStaff(table, table.toldBy),
    practiceOnly(),
  ],
);
