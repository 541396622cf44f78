import { and, gt, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Instant } from '#shared/contracts/calendar.ts';
import { session } from './schema.ts';

/** Which of these sessions are there and have not run out, by their tokens' fingerprints. */
export async function openSessions(
  db: NodePgDatabase,
  tokenFingerprints: readonly string[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  // One parameter for thousands of sessions: a list of as many would be planned anew each time.
  const isAsked = sql`${session.token} = any(${sql.param([...tokenFingerprints])})`;
  const rows = await db
    .select({ token: session.token })
    .from(session)
    .where(and(isAsked, gt(session.expiresAt, new Date(now))));
  return new Set(rows.map(({ token }) => token));
}
