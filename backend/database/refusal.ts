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
  /** The passwords of an embedded database are gone, or are not those it was made with. */
  | {
      readonly reason: 'secretsUnusable';
      readonly file: string;
      /** `missing`, though there is data; `damaged`: not what we wrote; `refused` by the server. */
      readonly how: 'missing' | 'damaged' | 'refused';
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
      readonly settings: readonly WeakSetting[];
    }
  /** The application's login could step around row security. */
  | { readonly reason: 'unsafeRole'; readonly why: readonly RoleDanger[] }
  /** The database was migrated by a newer version, or a migration was edited afterwards. */
  | {
      readonly reason: 'migrationsDiffer';
      readonly migration: string;
      readonly how: 'unknownHere' | 'edited';
    };

/** A setting of PostgreSQL, and what it is set to. */
export interface WeakSetting {
  readonly name: string;
  readonly value: string;
}

/** What makes a login unfit to serve requests. */
export type RoleDanger =
  | 'superuser'
  | 'bypassesRowSecurity'
  | 'ownsTables'
  /** May make roles, copy the whole server, or is in a role of PostgreSQL's own. */
  | 'runsServer'
  /** May delete clinical rows, or alter those that are only ever added. */
  | 'altersHistory'
  /** May add tables, functions or triggers. */
  | 'reshapesTables';

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
    case 'secretsUnusable':
      return `${SECRETS[refusal.how](refusal.file)} Nothing was changed. Put the file back as it was beside this data, from your backup, and start again. Without a backup, see "Lost passwords" in backend/database/README.md.`;
    case 'unreachable':
      return `The database server can't be reached (${refusal.detail}). Check DATABASE_URL and DATABASE_OWNER_URL.`;
    case 'notOwner':
      return 'The login in DATABASE_OWNER_URL must be a member of the role throughline_owner. See backend/database/README.md for the roles to make.';
    case 'migrationFailed':
      return `The database could not be brought up to date (SQLSTATE ${refusal.sqlstate}); nothing was changed. Make throughline_owner the owner of the database, as backend/database/README.md says, and start again.`;
    case 'weakDurability':
      return `The database server would lose saved answers in a power cut: ${refusal.settings.map(({ name, value }) => `${name} is ${value}`).join(', ')}. Turn it on and start again.`;
    case 'unsafeRole':
      return `The application's login must not be ${refusal.why.map((danger) => DANGERS[danger]).join(', nor ')}. Let DATABASE_URL name a login that is a member of throughline_app and of nothing else, and take back what was granted beside the migrations.`;
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
  runsServer: 'able to run the server (createrole, replication, or a pg_ role)',
  altersHistory: 'able to alter or delete what is kept for good',
  reshapesTables: 'able to add tables, functions or triggers',
};

const SECRETS: Readonly<
  Record<Extract<DatabaseRefusal, { reason: 'secretsUnusable' }>['how'], (file: string) => string>
> = {
  missing: (file) =>
    `The database's passwords are lost: ${file} is missing, but its data is there.`,
  damaged: (file) => `The database's passwords can't be read: ${file} is not as it was written.`,
  refused: (file) =>
    `The database does not take the passwords in ${file}: they belong to other data.`,
};

function alreadyRunning(refusal: Extract<DatabaseRefusal, { reason: 'alreadyRunning' }>): string {
  const database =
    refusal.databasePid === null ? '' : `, its database is process ${refusal.databasePid}`;
  return `Another backend runs on this directory: process ${refusal.pid}, since ${refusal.since}${database}. Stop it first.`;
}
