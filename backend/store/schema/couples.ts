import { sql } from 'drizzle-orm';
import {
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
import type { SecretsPolicy } from '#shared/contracts/couple.ts';
import type { EhrId } from '#shared/contracts/ehr.ts';
import type { ClientId, ConsentId, CoupleId, StaffId } from '#shared/contracts/ids.ts';
import { care, instant, practiceId, practiceOnly } from './columns.ts';
import { ofClient, ofStaff } from './keys.ts';

/** Two clients in therapy as a couple. Ended ones stay. */
export const couple = care.table(
  'couple',
  {
    practiceId: practiceId(),
    coupleId: uuid('couple_id').$type<CoupleId>().notNull(),
    since: date('since').$type<CalendarDate>().notNull(),
    secretsPolicy: text('secrets_policy').$type<SecretsPolicy>().notNull(),
    policyAgreedOn: date('policy_agreed_on').$type<CalendarDate>().notNull(),
    linkedBy: uuid('linked_by').$type<StaffId>().notNull(),
    linkedAt: instant('linked_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by').$type<StaffId>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.coupleId] }),
    ofStaff(table, table.linkedBy),
    ofStaff(table, table.endedBy),
    check('couple_policy', sql`secrets_policy in ('noSecrets', 'limited', 'separate')`),
    check('couple_ended', sql`(ended_at is null) = (ended_by is null)`),
    practiceOnly(),
  ],
);

/** One of the two. Nobody is in two couples at a time. */
export const couplePartner = care.table(
  'couple_partner',
  {
    practiceId: practiceId(),
    coupleId: uuid('couple_id').$type<CoupleId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    /** As the couple's own; kept here too, for the index. */
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.coupleId, table.clientId] }),
    foreignKey({
      columns: [table.practiceId, table.coupleId],
      foreignColumns: [couple.practiceId, couple.coupleId],
    }),
    ofClient(table),
    uniqueIndex('couple_partner_of_one')
      .on(table.practiceId, table.clientId)
      .where(sql`ended_at is null`),
    practiceOnly(),
  ],
);

/** One partner's consent that the other sees one measure. Given by that partner; revoked ones stay. */
export const coupleConsent = care.table(
  'couple_consent',
  {
    practiceId: practiceId(),
    consentId: uuid('consent_id').$type<ConsentId>().notNull(),
    coupleId: uuid('couple_id').$type<CoupleId>().notNull(),
    clientId: uuid('client_id').$type<ClientId>().notNull(),
    /** `Measure.id`. */
    measureId: text('measure').notNull(),
    givenAt: instant('given_at').notNull(),
    /** The last day on which it holds. */
    expiresOn: date('expires_on').$type<CalendarDate>().notNull(),
    revokedAt: instant('revoked_at'),
    /** Who of the practice revoked it at the partner's word; null for the partner in person. */
    revokedBy: uuid('revoked_by').$type<StaffId>(),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.consentId] }),
    foreignKey({
      columns: [table.practiceId, table.coupleId, table.clientId],
      foreignColumns: [couplePartner.practiceId, couplePartner.coupleId, couplePartner.clientId],
    }),
    ofStaff(table, table.revokedBy),
    index('couple_consent_standing')
      .on(table.practiceId, table.coupleId)
      .where(sql`revoked_at is null`),
    check('couple_consent_revoked', sql`revoked_by is null or revoked_at is not null`),
    practiceOnly(),
  ],
);

/**
 * A record of an EHR that is the couple's own, as a person bound it. Not a client's: nobody's scores are
 * shown by it but what both agreed to share. Ended bonds stay.
 */
export const coupleRecord = care.table(
  'couple_record',
  {
    practiceId: practiceId(),
    bondId: uuid('bond_id').notNull(),
    coupleId: uuid('couple_id').$type<CoupleId>().notNull(),
    ehr: text('ehr').$type<EhrId>().notNull(),
    recordId: text('record_id').notNull(),
    linkedBy: uuid('linked_by').$type<StaffId>().notNull(),
    linkedAt: instant('linked_at').notNull(),
    /** As the couple's own; kept here too, for the index. */
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.practiceId, table.bondId] }),
    foreignKey({
      columns: [table.practiceId, table.coupleId],
      foreignColumns: [couple.practiceId, couple.coupleId],
    }),
    ofStaff(table, table.linkedBy),
    uniqueIndex('couple_record_of_one')
      .on(table.practiceId, table.ehr, table.recordId)
      .where(sql`ended_at is null`),
    practiceOnly(),
  ],
);
