import { and, asc, count, desc, eq } from 'drizzle-orm';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { Goal, GoalRating } from '#shared/contracts/goal.ts';
import type { ClientId, GoalId, StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { goal, goalRating } from './schema.ts';

/** A goal as it is first put: what never changes afterwards. */
export type AgreedGoal = Pick<Goal, 'goalId' | 'words' | 'scale' | 'agreedOn' | 'targetOn'>;

/** A goal with whose it is, without its ratings. */
export interface StoredGoal extends AgreedGoal {
  readonly clientId: ClientId;
  readonly recordedAt: Instant;
  readonly status: Goal['status'];
  readonly closedOn: CalendarDate | null;
}

/** Whose rating of which day. */
export type RatedDay = Pick<GoalRating, 'by' | 'on'> & { readonly goalId: GoalId };

/** What was agreed with clients, and how it was rated. */
export class GoalRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Adds a goal. False when its id was used before; nothing is added then. */
  async add(clientId: ClientId, agreed: AgreedGoal, by: StaffId): Promise<boolean> {
    const { practiceId, now: recordedAt } = this.#care.scope;
    const rows = await this.#care.db
      .insert(goal)
      .values({ practiceId, clientId, recordedBy: by, recordedAt, status: 'open', ...agreed })
      .onConflictDoNothing()
      .returning({ goalId: goal.goalId });
    return rows.length > 0;
  }

  /** The goal, closed or not; null when there never was one. */
  async find(goalId: GoalId): Promise<StoredGoal | null> {
    const [row] = await this.#care.db.select().from(goal).where(this.#isOne(goalId));
    return row ?? null;
  }

  /** Those of a client that are open, the earliest agreed first, without their ratings. */
  async open(clientId: ClientId): Promise<readonly StoredGoal[]> {
    return this.#care.db
      .select()
      .from(goal)
      .where(this.#isOpenOf(clientId))
      .orderBy(asc(goal.agreedOn), asc(goal.goalId));
  }

  /** How many of a client's goals are open. */
  async countOpen(clientId: ClientId): Promise<number> {
    const [row] = await this.#care.db
      .select({ open: count() })
      .from(goal)
      .where(this.#isOpenOf(clientId));
    return row?.open ?? 0;
  }

  /** The newest rating of a day, and how many there were; null where there is none. */
  async ratingOf(day: RatedDay): Promise<{ value: number; at: Instant; revision: number } | null> {
    const [row] = await this.#care.db
      .select({ value: goalRating.value, at: goalRating.ratedAt, revision: goalRating.revision })
      .from(goalRating)
      .where(this.#isOfDay(day))
      .orderBy(desc(goalRating.revision))
      .limit(1);
    return row ?? null;
  }

  /** Every rating that counts, of each day and rater the newest; oldest first. */
  async ratings(goalId: GoalId): Promise<readonly GoalRating[]> {
    const rows = await this.#care.db
      .selectDistinctOn([goalRating.day, goalRating.rater])
      .from(goalRating)
      .where(
        and(eq(goalRating.practiceId, this.#care.scope.practiceId), eq(goalRating.goalId, goalId)),
      )
      .orderBy(asc(goalRating.day), asc(goalRating.rater), desc(goalRating.revision));
    return rows.map(({ rater: by, day: on, ratedAt: at, value }) => ({ by, on, at, value }));
  }

  /**
   * Adds a rating as a further revision of its day. `by` is null for the client. Whoever adds holds
   * the client (`clients.hold`): two at once would ask for one revision.
   */
  async rate(
    { goalId, by: rater, on: day }: RatedDay,
    rating: { readonly value: number; readonly revision: number; readonly staffId: StaffId | null },
  ): Promise<void> {
    const { practiceId, now: ratedAt } = this.#care.scope;
    await this.#care.db
      .insert(goalRating)
      .values({ practiceId, goalId, rater, day, ratedAt, ...rating });
  }

  /** Closes a goal. True when it was open until now. */
  async close(
    goalId: GoalId,
    closing: {
      readonly status: Exclude<Goal['status'], 'open'>;
      readonly closedOn: CalendarDate;
      readonly closedBy: StaffId;
    },
  ): Promise<boolean> {
    const rows = await this.#care.db
      .update(goal)
      .set(closing)
      .where(and(this.#isOne(goalId), eq(goal.status, 'open')))
      .returning({ goalId: goal.goalId });
    return rows.length > 0;
  }

  /** Picks one goal of the practice. */
  #isOne(goalId: GoalId) {
    return and(eq(goal.practiceId, this.#care.scope.practiceId), eq(goal.goalId, goalId));
  }

  /** Picks a client's open ones. */
  #isOpenOf(clientId: ClientId) {
    return and(
      eq(goal.practiceId, this.#care.scope.practiceId),
      eq(goal.clientId, clientId),
      eq(goal.status, 'open'),
    );
  }

  /** Picks the ratings of one day by one rater. */
  #isOfDay({ goalId, by, on }: RatedDay) {
    return and(
      eq(goalRating.practiceId, this.#care.scope.practiceId),
      eq(goalRating.goalId, goalId),
      eq(goalRating.rater, by),
      eq(goalRating.day, on),
    );
  }
}
