import { and, desc, eq, isNull } from 'drizzle-orm';
import type { ClientId, ResponseId, StaffId } from '#shared/contracts/ids.ts';
import type { EpisodeMark } from '#shared/contracts/record-procedures.ts';
import type { Care } from './care.ts';
import { type StatedCourse, statedCourse } from './course-history.ts';
import { COURSE, type CourseRow, IS_RESPONSE_OF } from './course-statement.ts';
import { baselineChoice, episodeMark } from './schema.ts';

/** Where care began and ended, and which baselines were chosen: what divides a client's lines. */
export class EpisodeRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** All that was ever stated of a client's course, as it stands now and as it stood before. */
  async courseOf(clientId: ClientId): Promise<StatedCourse> {
    const { rows } = await this.#care.connection.query<CourseRow>({
      name: 'course-of-client',
      text: COURSE,
      values: [this.#care.scope.practiceId, clientId],
    });
    return statedCourse(rows);
  }

  /** Marks a day. The mark's id; null when it stands already. */
  async mark({ clientId, kind, on }: EpisodeMark, by: StaffId): Promise<string | null> {
    const [row] = await this.#care.db
      .insert(episodeMark)
      .values({
        practiceId: this.#care.scope.practiceId,
        markId: this.#care.newId(),
        clientId,
        kind,
        markedOn: on,
        addedBy: by,
        addedAt: this.#care.scope.now,
      })
      .onConflictDoNothing()
      .returning({ markId: episodeMark.markId });
    return row?.markId ?? null;
  }

  /** Takes a mark back. Its id; null when none stands. */
  async unmark({ clientId, kind, on }: EpisodeMark, by: StaffId): Promise<string | null> {
    const [row] = await this.#care.db
      .update(episodeMark)
      .set(this.#removedBy(by))
      .where(
        and(
          eq(episodeMark.practiceId, this.#care.scope.practiceId),
          eq(episodeMark.clientId, clientId),
          eq(episodeMark.kind, kind),
          eq(episodeMark.markedOn, on),
          isNull(episodeMark.removedAt),
        ),
      )
      .returning({ markId: episodeMark.markId });
    return row?.markId ?? null;
  }

  /** Whether a response of whatever kind is the client's. */
  async isResponseOf(clientId: ClientId, responseId: ResponseId): Promise<boolean> {
    const { rows } = await this.#care.connection.query<{ known: boolean }>({
      name: 'is-response-of-client',
      text: IS_RESPONSE_OF,
      values: [this.#care.scope.practiceId, clientId, responseId],
    });
    return rows[0]?.known === true;
  }

  /**
   * Makes a score the last chosen baseline. True when it was not that before. Call while holding the
   * client.
   */
  async choose(clientId: ClientId, responseId: ResponseId, by: StaffId): Promise<boolean> {
    const [last] = await this.#care.db
      .select({ responseId: baselineChoice.responseId })
      .from(baselineChoice)
      .where(this.#standingChoices(clientId))
      .orderBy(desc(baselineChoice.addedAt), desc(baselineChoice.choiceId))
      .limit(1);
    if (last?.responseId === responseId) return false;
    await this.clear(clientId, responseId, by);
    await this.#care.db.insert(baselineChoice).values({
      practiceId: this.#care.scope.practiceId,
      choiceId: this.#care.newId(),
      clientId,
      responseId,
      addedBy: by,
      addedAt: this.#care.scope.now,
    });
    return true;
  }

  /** Takes a choice back. True when it stood until now. */
  async clear(clientId: ClientId, responseId: ResponseId, by: StaffId): Promise<boolean> {
    const rows = await this.#care.db
      .update(baselineChoice)
      .set(this.#removedBy(by))
      .where(and(this.#standingChoices(clientId), eq(baselineChoice.responseId, responseId)))
      .returning({ choiceId: baselineChoice.choiceId });
    return rows.length > 0;
  }

  /** Picks the choices of a client that were not taken back. */
  #standingChoices(clientId: ClientId) {
    return and(
      eq(baselineChoice.practiceId, this.#care.scope.practiceId),
      eq(baselineChoice.clientId, clientId),
      isNull(baselineChoice.removedAt),
    );
  }

  #removedBy(staffId: StaffId) {
    return { removedBy: staffId, removedAt: this.#care.scope.now };
  }
}
