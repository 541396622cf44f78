import { betterAuth } from 'better-auth';
import { type DB, drizzleAdapter } from 'better-auth/adapters/drizzle';
import { deviceAuthorization } from 'better-auth/plugins/device-authorization';
import type { Fingerprint } from './fingerprint.ts';
import { EXTENSION_CLIENT, newUserCode } from './pairing-code.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.ts';
import { veiled } from './veiled-adapter.ts';

/** Longest life of a session, in seconds; it is never extended (NIST SP 800-63B AAL2: 12 hours). */
export const SESSION_SECONDS = 12 * 60 * 60;

/** What better-auth is built from. */
export interface AccountDeps {
  /** Drizzle on the application's connections. */
  readonly database: DB;
  /** The directory's tables under better-auth's names. */
  readonly schema: Record<string, unknown>;
  /** Signs the console's cookie; at least 32 characters. */
  readonly secret: string;
  /** Stands in the database for tokens and codes. */
  readonly fingerprint: Fingerprint;
  readonly publicUrl: URL;
  readonly newId: () => string;
  readonly randomBytes: (size: number) => Uint8Array;
}

/**
 * Accounts, passwords, sessions and the pairing of extensions, by better-auth. Its HTTP handler is
 * not mounted: only the few calls that we use are reachable, through routes of our own. Nobody can
 * sign up; accounts are made with a member of staff.
 */
export function createAccounts(deps: AccountDeps) {
  return betterAuth({
    appName: 'Throughline',
    baseURL: deps.publicUrl.origin,
    secret: deps.secret,
    database: veiled(
      drizzleAdapter(deps.database, { provider: 'pg', schema: deps.schema }),
      deps.fingerprint,
    ),
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    user: {
      additionalFields: {
        practiceId: { type: 'string', required: true, input: false },
        staffId: { type: 'string', required: true, input: false },
      },
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    // Tries are counted by our own limiter: this one only sees calls through the handler.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'throughline',
      useSecureCookies: deps.publicUrl.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: () => deps.newId() },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      deviceAuthorization({
        expiresIn: '10m',
        interval: '2s',
        verificationUri: '/connect',
        validateClient: (clientId) => clientId === EXTENSION_CLIENT,
        generateUserCode: () => newUserCode(deps.randomBytes),
      }),
    ],
  });
}

/** better-auth, configured for Throughline. */
export type Accounts = ReturnType<typeof createAccounts>;
