import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  text,
  timestamp,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import type { AdministrationId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { directory, instant } from './columns.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Keeps everything but fingerprints out of a column: a secret in clear is refused by the server. */
const fingerprinted = (column: string) =>
  check(`${column}_is_one`, sql.raw(`${column} ~ '^[0-9a-f]{64}$'`));

/** The practices there are. Jobs visit them one by one. */
export const practiceEntry = directory.table('practice', {
  practiceId: uuid('practice_id').$type<PracticeId>().primaryKey(),
  createdAt: instant('created_at').notNull(),
});

/** A staff member's sign-in. Fields as better-auth wants them, and whom it stands for. */
export const user = directory.table('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull(),
  image: text('image'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  practiceId: uuid('practice_id').$type<PracticeId>().notNull(),
  staffId: uuid('staff_id').$type<StaffId>().notNull().unique(),
});

/**
 * A signed-in browser or paired extension (better-auth). The token itself is known to its holder
 * alone.
 */
export const session = directory.table(
  'session',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Fingerprint of the token: lower-case hexadecimal HMAC-SHA-256. */
    token: text('token_fingerprint').notNull().unique('session_token_unique'),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    index('session_user_id').on(table.userId),
    index('session_expires_at').on(table.expiresAt),
    fingerprinted('token_fingerprint'),
  ],
);

/** How a user proves who they are: password hash or single sign-on (better-auth). */
export const account = directory.table(
  'account',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('account_user_id').on(table.userId)],
);

/** Short-lived proofs, such as a password reset (better-auth). */
export const verification = directory.table(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

/** One pairing of an extension under way (better-auth's device authorization). */
export const deviceCode = directory.table(
  'device_code',
  {
    id: text('id').primaryKey(),
    /** Fingerprint of what the extension asks its token with. */
    deviceCode: text('device_code_fingerprint').notNull().unique('device_code_device_code_unique'),
    /** Fingerprint of what a person compares and types. */
    userCode: text('user_code_fingerprint').notNull().unique('device_code_user_code_unique'),
    userId: text('user_id'),
    clientId: text('client_id'),
    scope: text('scope'),
    status: text('status').notNull(),
    expiresAt: moment('expires_at').notNull(),
    lastPolledAt: moment('last_polled_at'),
    pollingInterval: integer('polling_interval'),
  },
  (table) => [
    index('device_code_expires_at').on(table.expiresAt),
    fingerprinted('device_code_fingerprint'),
    fingerprinted('user_code_fingerprint'),
  ],
);

/** Counters of tries (rate-limiter-flexible's table, which may not be made by the app's role). */
export const rateLimit = directory.table(
  'rate_limit',
  {
    /** Name of the limit, and a fingerprint of whom it counts: no address stands here. */
    key: varchar('key', { length: 255 }).primaryKey(),
    points: integer('points').notNull(),
    /** Milliseconds since 1970; null never expires. */
    expire: bigint('expire', { mode: 'number' }),
  },
  (table) => [index('rate_limit_expire').on(table.expire)],
);

/**
 * Where a client's link leads. Only a SHA-256 of the link's secret is kept, so this table opens
 * nothing; it names neither client nor measure.
 */
export const portalLink = directory.table(
  'portal_link',
  {
    /** Lower-case hexadecimal SHA-256 of the secret in the link. */
    tokenHash: text('token_hash').primaryKey(),
    practiceId: uuid('practice_id').$type<PracticeId>().notNull(),
    administrationId: uuid('administration_id').$type<AdministrationId>().notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('portal_link_administration').on(table.practiceId, table.administrationId)],
);

/** The tables that better-auth's Drizzle adapter works on, under the names it asks for. */
export const authSchema = { user, session, account, verification, deviceCode };
