import type { CareDeps } from '#backend/care/deps.ts';
import { createPracticeRoster, type PracticeRoster } from '#backend/care/practice-roster.ts';
import { createPracticeSetup, type PracticeSetup } from '#backend/care/practice-setup.ts';
import type { BackendConfig } from '#backend/config.ts';
import { openDatabase } from '#backend/database/database.ts';
import type { DatabaseRefusal } from '#backend/database/refusal.ts';
import { hashPassword } from '#backend/identity/password.ts';
import { createStore } from '#backend/store/store.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { Channel } from '#shared/contracts/contact.ts';
import { ok, type Result } from '#shared/contracts/result.ts';

/** What the operator's commands take from their surroundings. */
export interface OperatorDeps {
  readonly now: () => Date;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
  /** Cryptographically strong bytes. */
  readonly randomBytes: (size: number) => Uint8Array;
  /** Uniformly in [0, 1). */
  readonly random: () => number;
}

/** What the operator's commands work with. */
export interface Operator {
  readonly setup: PracticeSetup;
  readonly roster: PracticeRoster;
  readonly care: CareDeps;
  /** Where clients' links open; null when that is not known. */
  readonly portal: URL | null;
}

/** An operator at work: the database is open until `close`. */
export interface OpenOperator {
  readonly operator: Operator;
  readonly close: () => Promise<void>;
}

/** No session is remembered in this process; those that serve ask again within three seconds. */
const forgetStaff = () => undefined;

/** One command runs one transaction after the other. */
const CONNECTIONS = { connections: 1 };

/**
 * Opens the database of a configuration, without serving anything. Refused while a backend holds
 * the directory of an embedded database; a server's own database may be served at the same time.
 */
export async function openOperator(
  config: BackendConfig,
  { now, newId, randomBytes, random }: OperatorDeps,
): Promise<Result<OpenOperator, DatabaseRefusal>> {
  const opened = await openDatabase(config.database, instantOf(now()), CONNECTIONS);
  if (!opened.ok) return opened;
  const { pool, isCluster, onLost, close } = opened.value;
  const store = createStore({ pool, isCluster, newId, random, onLost });
  const care: CareDeps = {
    store,
    now: () => instantOf(now()),
    newId,
    randomBytes,
    // This process sends nothing, and may run without the settings of the one that does: that one
    // turns to whoever stands in where it lacks a way.
    channels: Channel.options,
  };
  const operator: Operator = {
    setup: createPracticeSetup(care, { hashPassword, forgetStaff }),
    roster: createPracticeRoster(care),
    care,
    portal: portalOf(config),
  };
  return ok({ operator, close });
}

/** Where a backend of the same configuration serves; null when it takes any free port. */
function portalOf({ publicUrl, host, port }: BackendConfig): URL | null {
  if (publicUrl !== null || port === 0) return publicUrl;
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`);
}
