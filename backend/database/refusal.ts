import type { Instant } from '#shared/contracts/calendar.ts';

/** Why the backend does not get a database. Names processes and settings, never data. */
export type DatabaseRefusal =
  /** Another backend works on this directory. */
  | {
      readonly reason: 'alreadyRunning';
      /** Process id of that backend. */
      readonly pid: number;
      readonly since: Instant;
      /** Process id of its database server; null while that is not up. */
      readonly databasePid: number | null;
    }
  /** Running as root, and no unprivileged system user exists or could be made. */
  | { readonly reason: 'noSystemUser'; readonly detail: string }
  /** The server's binaries are missing for this platform, or don't run. */
  | { readonly reason: 'binariesUnusable'; readonly detail: string }
  /** The socket's folder belongs to somebody else or is open to others. */
  | { readonly reason: 'unsafeFolder'; readonly folder: string }
  /** The files were made by another major version of PostgreSQL. */
  | { readonly reason: 'otherVersion'; readonly found: string; readonly wanted: string }
  /** The server ended before it was ready. */
  | {
      readonly reason: 'startFailed';
      readonly log: string;
      /** What the server said last; it logs no statement values. */
      readonly lastWords: string;
    }
  /** The server named by the configuration can't be reached, or refuses the login. */
  | { readonly reason: 'unreachable'; readonly detail: string }
  /** The login for migrations may not act as `throughline_owner`, or that role is missing. */
  | { readonly reason: 'notOwner' }
  /** A migration could not be run; nothing of it was kept. */
  | {
      readonly reason: 'migrationFailed';
      /** What PostgreSQL calls it: five characters, `42501` for a missing privilege. */
      readonly sqlstate: string;
    }
  /** The server would lose acknowledged data in a power cut. */
  | {
      readonly reason: 'weakDurability';
      readonly settings: readonly { readonly name: string; readonly value: string }[];
    }
  /** The application's login could step around row security. */
  | { readonly reason: 'unsafeRole'; readonly why: readonly RoleDanger[] }
  /** The database was migrated by a newer version, or a migration was edited afterwards. */
  | {
      readonly reason: 'migrationsDiffer';
      readonly migration: string;
      readonly how: 'unknownHere' | 'edited';
    };

/** What makes a login unfit to serve requests. */
export type RoleDanger = 'superuser' | 'bypassesRowSecurity' | 'ownsTables';

/** A refusal as the person at the console reads it: what is wrong, and what to do. */
export function refusalText(refusal: DatabaseRefusal): string {
  switch (refusal.reason) {
    case 'alreadyRunning':
      return alreadyRunning(refusal);
    case 'noSystemUser':
      return `PostgreSQL does not run as root, and no system user "throughline" could be made (${refusal.detail}). Make one with "useradd --system throughline", or start as an ordinary user.`;
    case 'binariesUnusable':
      return `The PostgreSQL binaries do not run here (${refusal.detail}). Run "npm ci" again, or set DATABASE_URL.`;
    case 'unsafeFolder':
      return `The folder ${refusal.folder} belongs to somebody else or is open to others. Remove it and start again.`;
    case 'otherVersion':
      return `The data was written by PostgreSQL ${refusal.found}; this version brings ${refusal.wanted}. Start the version of Throughline that wrote it.`;
    case 'startFailed':
      return `PostgreSQL did not start: ${refusal.lastWords}. Its log is ${refusal.log}.`;
    case 'unreachable':
      return `The database server can't be reached (${refusal.detail}). Check DATABASE_URL and DATABASE_OWNER_URL.`;
    case 'notOwner':
      return 'The login in DATABASE_OWNER_URL must be a member of the role throughline_owner. See backend/database/README.md for the roles to make.';
    case 'migrationFailed':
      return `The database could not be brought up to date (SQLSTATE ${refusal.sqlstate}); nothing was changed. Make throughline_owner the owner of the database, as backend/database/README.md says, and start again.`;
    case 'weakDurability':
      return `The database server would lose saved answers in a power cut: ${refusal.settings.map(({ name, value }) => `${name} is ${value}`).join(', ')}. Turn it on and start again.`;
    case 'unsafeRole':
      return `The login in DATABASE_URL must not be ${refusal.why.map((danger) => DANGERS[danger]).join(' or ')}. Use a member of throughline_app.`;
    case 'migrationsDiffer':
      return refusal.how === 'edited'
        ? `Migration ${refusal.migration} was edited after it was run. Restore the file.`
        : `The database was migrated by a newer version (${refusal.migration}). Start that version.`;
    default:
      return refusal satisfies never;
  }
}

const DANGERS: Readonly<Record<RoleDanger, string>> = {
  superuser: 'a superuser',
  bypassesRowSecurity: 'exempt from row-level security',
  ownsTables: 'the owner of tables',
};

function alreadyRunning(refusal: Extract<DatabaseRefusal, { reason: 'alreadyRunning' }>): string {
  const database =
    refusal.databasePid === null ? '' : `, its database is process ${refusal.databasePid}`;
  return `Another backend runs on this directory: process ${refusal.pid}, since ${refusal.since}${database}. Stop it first.`;
}
