import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId, PauseId, StaffId } from '#shared/contracts/ids.ts';
import type { Pause } from '#shared/contracts/plan.ts';
import type { Care } from './care.ts';
import { pause, staff } from './schema.ts';

/** A pause as it was set, and when somebody ended it. */
export interface KeptPause extends Pause {
  readonly clientId: ClientId;
  /** Null while nobody has. */
  readonly endedAt: Instant | null;
}

/** Times in which nothing is sent to a client. */
export class PauseRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Every pause of a client, also those that are over; oldest first. */
  async of(clientId: ClientId): Promise<readonly KeptPause[]> {
    return this.#read(eq(pause.clientId, clientId));
  }

  /** One pause; null when there is none. */
  async find(pauseId: PauseId): Promise<KeptPause | null> {
    const [found] = await this.#read(eq(pause.pauseId, pauseId));
    return found ?? null;
  }

  /** Sets a pause. Call while holding the client. False when the id is taken. */
  async add(
    { clientId, pauseId, reason, from, until }: Omit<KeptPause, 'by' | 'at' | 'endedAt'>,
    setBy: StaffId,
  ): Promise<boolean> {
    const { practiceId, now } = this.#care.scope;
    const added = await this.#care.db
      .insert(pause)
      .values({
        practiceId,
        pauseId,
        clientId,
        reason,
        fromDay: from,
        untilDay: until,
        setBy,
        setAt: now,
      })
      .onConflictDoNothing()
      .returning({ pauseId: pause.pauseId });
    return added.length > 0;
  }

  /** Ends a pause. False when it was ended before, or is not there. */
  async end(pauseId: PauseId, endedBy: StaffId): Promise<boolean> {
    const { practiceId, now } = this.#care.scope;
    const ended = await this.#care.db
      .update(pause)
      .set({ endedAt: now, endedBy })
      .where(
        and(eq(pause.practiceId, practiceId), eq(pause.pauseId, pauseId), isNull(pause.endedAt)),
      )
      .returning({ pauseId: pause.pauseId });
    return ended.length > 0;
  }

  async #read(which: ReturnType<typeof eq>): Promise<readonly KeptPause[]> {
    const { practiceId } = this.#care.scope;
    return this.#care.db
      .select({
        pauseId: pause.pauseId,
        clientId: pause.clientId,
        reason: pause.reason,
        from: pause.fromDay,
        until: pause.untilDay,
        by: staff.displayName,
        at: pause.setAt,
        endedAt: pause.endedAt,
      })
      .from(pause)
      .innerJoin(staff, and(eq(staff.practiceId, practiceId), eq(staff.staffId, pause.setBy)))
      .where(and(eq(pause.practiceId, practiceId), which))
      .orderBy(asc(pause.setAt), asc(pause.pauseId));
  }
}
