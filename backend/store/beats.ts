import { eq } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Instant } from '#shared/contracts/calendar.ts';
import { deliveryBeat } from './schema.ts';

/** Keeps that a part of the system, which others rely on, has gone round once more. */
export async function keepBeat(db: NodePgDatabase, name: string, beatAt: Instant): Promise<void> {
  await db
    .insert(deliveryBeat)
    .values({ name, beatAt })
    .onConflictDoUpdate({ target: deliveryBeat.name, set: { beatAt } });
}

/** When that part last went round; null when it never did. */
export async function lastBeat(db: NodePgDatabase, name: string): Promise<Instant | null> {
  const [row] = await db
    .select({ beatAt: deliveryBeat.beatAt })
    .from(deliveryBeat)
    .where(eq(deliveryBeat.name, name));
  return row?.beatAt ?? null;
}
