import { inArray, lte } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Instant } from '#shared/contracts/calendar.ts';
import { deviceCode, rateLimit, session } from './schema.ts';

/**
 * Removes what has expired of sessions, pairings and counters of tries, at most `limit` rows of
 * each table, so that no statement holds others up. The value is how many went; 0 when nothing is
 * left.
 */
export async function removeExpired(
  db: NodePgDatabase,
  now: Instant,
  limit: number,
): Promise<number> {
  const at = new Date(now);
  const sessions = db.select({ id: session.id }).from(session).where(lte(session.expiresAt, at));
  const pairings = db
    .select({ id: deviceCode.id })
    .from(deviceCode)
    .where(lte(deviceCode.expiresAt, at));
  const counters = db
    .select({ key: rateLimit.key })
    .from(rateLimit)
    .where(lte(rateLimit.expire, at.getTime()));
  const removals = [
    db.delete(session).where(inArray(session.id, sessions.limit(limit))),
    db.delete(deviceCode).where(inArray(deviceCode.id, pairings.limit(limit))),
    db.delete(rateLimit).where(inArray(rateLimit.key, counters.limit(limit))),
  ];
  let removed = 0;
  for (const removal of removals) removed += (await removal).rowCount ?? 0;
  return removed;
}
