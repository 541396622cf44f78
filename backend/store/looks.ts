import { and, eq, max } from 'drizzle-orm';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId, StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { assignment, look } from './schema.ts';

/**
 * Looks less than this apart belong to one visit, in minutes. Longer than a session's note takes,
 * shorter than the gap between two sessions of one day. A design choice, not a published rule.
 */
export const VISIT_MINUTES = 60;

/** When a clinician looked at a client. */
export class LookRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /**
   * Notes that the brief read at `asOf` was on screen. Within a visit only its end moves; a new
   * visit makes the former one "since you last looked". Never moves backwards; repeats do nothing.
   */
  async mark(staffId: StaffId, clientId: ClientId, asOf: Instant): Promise<void> {
    const own = { practiceId: this.#care.scope.practiceId, staffId, clientId };
    await this.#care.db
      .insert(look)
      .values({ ...own, currentAt: asOf })
      .onConflictDoNothing();
    const isOwn = and(
      eq(look.practiceId, this.#care.scope.practiceId),
      eq(look.staffId, staffId),
      eq(look.clientId, clientId),
    );
    const [row] = await this.#care.db.select().from(look).where(isOwn).for('update');
    if (row === undefined || asOf <= row.currentAt) return;
    const previousAt = sameVisit(row.currentAt, asOf) ? row.previousAt : row.currentAt;
    await this.#care.db.update(look).set({ currentAt: asOf, previousAt }).where(isOwn);
  }

  /** The newest look of anybody who has or had the client in the caseload; null when nobody looked. */
  async newestOf(clientId: ClientId): Promise<Instant | null> {
    const [row] = await this.#care.db
      .select({ at: max(look.currentAt) })
      .from(assignment)
      .innerJoin(
        look,
        and(
          eq(look.practiceId, assignment.practiceId),
          eq(look.staffId, assignment.staffId),
          eq(look.clientId, assignment.clientId),
        ),
      )
      .where(
        and(
          eq(assignment.practiceId, this.#care.scope.practiceId),
          eq(assignment.clientId, clientId),
        ),
      );
    return row?.at ?? null;
  }
}

/** Whether two moments belong to one visit. */
function sameVisit(earlier: Instant, later: Instant): boolean {
  return Date.parse(later) - Date.parse(earlier) < VISIT_MINUTES * 60_000;
}
