import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import type { Scope } from './scope.ts';

/** What a repository is built from: one transaction, one practice, and ids. */
export interface Care {
  /** Drizzle on the transaction's connection. */
  readonly db: NodePgDatabase;
  /** The same connection, for the statements that are written out in SQL. */
  readonly connection: PoolClient;
  readonly scope: Scope;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
}
