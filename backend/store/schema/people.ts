import { sql } from 'drizzle-orm';
import {
  boolean,
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
import type { ClientId, EhrLinkId, StaffId } from '#shared/contracts/ids.ts';
import type { EhrId } from '#shared/contracts/reading.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';

/** A practice as its people see it. */
export const practice = care.table(
  'practice',
  {
    practiceId: practiceId(),
    name: text('name').notNull(),
    /** IANA name; decides which day a response counts for. */
    timeZone: text('time_zone').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.practiceId] }), practiceOnly()],
);

/** Somebody who works in the practice. */
export const staff = care.table(
  'staff',
  {
    practiceId: practiceId(),
    staffId: uuid('staff_id').$type<StaffId>().notNull(),
    displayName: text('display_name').notNull(),
    role: text('role').$type<'clinician' | 'admin'>().notNull(),
    active: boolean('active').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.staffId] }),
    foreignKey({ columns: [table.practiceId], foreignColumns: [practice.practiceId] }),
    check('staff_role', sql`role in ('clinician', 'admin')`),
    practiceOnly(),
  ],
);

/** A person in therapy. */
export const client = care.table(
  'client',
  {
    practiceId: practiceId(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    displayName: text('display_name').notNull(),
    /** Other names of the same person: legal, preferred. One confirmed at linking is the link's. */
    otherNames: text('other_names').array().notNull(),
    birthDate: date('birth_date').$type<CalendarDate>().notNull(),
    inCareSince: date('in_care_since').$type<CalendarDate>().notNull(),
    active: boolean('active').notNull(),
    createdAt: instant('created_at').notNull(),
    /** The practice's day on which missed check-ins were last looked for; null before the first. */
    checkInsJudgedOn: date('check_ins_judged_on').$type<CalendarDate>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.clientId] }),
    foreignKey({ columns: [table.practiceId], foreignColumns: [practice.practiceId] }),
    practiceOnly(),
  ],
);

/** Whose caseload a client is in. Ended ones stay: what was done while they lasted is still told. */
export const assignment = care.table(
  'assignment',
  {
    practiceId: practiceId(),
    staffId: uuid('staff_id').$type<StaffId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    assignedAt: instant('assigned_at').notNull(),
    /** When the client left the caseload; null while in it. */
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({
      columns: [table.practiceId, table.staffId, table.clientId, table.assignedAt],
    }),
    foreignKey({
      columns: [table.practiceId, table.staffId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    uniqueIndex('assignment_standing')
      .on(table.practiceId, table.staffId, table.clientId)
      .where(sql`ended_at is null`),
    index('assignment_client').on(table.practiceId, table.clientId),
    practiceOnly(),
  ],
);

/** The bond between a client and a record of an EHR. Ended ones stay. */
export const ehrLink = care.table(
  'ehr_link',
  {
    practiceId: practiceId(),
    linkId: uuid('link_id').$type<EhrLinkId>().notNull(),
    ehr: text('ehr').$type<EhrId>().notNull(),
    recordId: text('record_id').notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    /**
     * The name that the page showed when a person confirmed the bond: a name of the client on this
     * record, while the bond is in force.
     */
    confirmedName: text('confirmed_name').notNull(),
    linkedBy: uuid('linked_by').$type<StaffId>().notNull(),
    linkedAt: instant('linked_at').notNull(),
    unlinkedBy: uuid('unlinked_by').$type<StaffId>(),
    unlinkedAt: instant('unlinked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.linkId] }),
    foreignKey({
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    foreignKey({
      columns: [table.practiceId, table.linkedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      columns: [table.practiceId, table.unlinkedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    // One record is one client: never the wrong client.
    uniqueIndex('ehr_link_one_client')
      .on(table.practiceId, table.ehr, table.recordId)
      .where(sql`unlinked_at is null`),
    index('ehr_link_client').on(table.practiceId, table.clientId).where(sql`unlinked_at is null`),
    check('ehr_link_ended', sql`(unlinked_at is null) = (unlinked_by is null)`),
    practiceOnly(),
  ],
);
