import { join } from 'node:path';

/** Where a backend keeps its embedded database in its data directory. */
export function databaseFolder(data: string): string {
  return join(data, 'database');
}
