import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { Care } from './care.ts';
import { outbox } from './schema.ts';

/** Work that was written with its cause and waits to be done. */
export interface OutboxEntry {
  readonly entryId: string;
  readonly kind: string;
  /** Ids only. */
  readonly payload: Readonly<Record<string, string>>;
  /** How often it was tried before. */
  readonly attempts: number;
}

/** What is to be done after the commit. */
export class OutboxRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Adds an entry, to be done from `availableAt` on (at once when left out). Returns its id. */
  async add(
    kind: string,
    payload: Readonly<Record<string, string>>,
    availableAt: Instant = this.#care.scope.now,
  ): Promise<string> {
    const { practiceId, now } = this.#care.scope;
    const entryId = this.#care.newId();
    await this.#care.db
      .insert(outbox)
      .values({ practiceId, entryId, kind, payload, createdAt: now, availableAt, attempts: 0 });
    return entryId;
  }

  /**
   * Adds an entry that there may be one of, known by the id of what it is about, to be done at
   * once; one that was done, or was to be done, before `newsAt` is to be done anew. False, and
   * nothing changed, when there is one since then, done or not.
   */
  async addAnew(
    aboutId: string,
    kind: string,
    payload: Readonly<Record<string, string>>,
    newsAt: Instant,
  ): Promise<boolean> {
    const { practiceId, now } = this.#care.scope;
    const entry = { practiceId, entryId: aboutId, kind, payload, createdAt: now, attempts: 0 };
    const added = await this.#care.db
      .insert(outbox)
      .values({ ...entry, availableAt: now })
      .onConflictDoUpdate({
        target: [outbox.practiceId, outbox.entryId],
        set: { availableAt: now, doneAt: null },
        setWhere: sql`coalesce(${outbox.doneAt}, ${outbox.availableAt}) < ${newsAt}`,
      })
      .returning({ entryId: outbox.entryId });
    return added.length > 0;
  }

  /**
   * Takes the entries that are due, oldest first, for this transaction alone: a second worker
   * gets others. When the transaction rolls back they are due again.
   */
  async claim(limit: number): Promise<readonly OutboxEntry[]> {
    return this.#care.db
      .select({
        entryId: outbox.entryId,
        kind: outbox.kind,
        payload: outbox.payload,
        attempts: outbox.attempts,
      })
      .from(outbox)
      .where(
        and(
          eq(outbox.practiceId, this.#care.scope.practiceId),
          isNull(outbox.doneAt),
          lte(outbox.availableAt, this.#care.scope.now),
        ),
      )
      .orderBy(asc(outbox.availableAt))
      .limit(limit)
      .for('update', { skipLocked: true });
  }

  /** The entry is done. True when it was not until now: of two who say so at once, one hears it. */
  async done(entryId: string): Promise<boolean> {
    const rows = await this.#care.db
      .update(outbox)
      .set({ doneAt: this.#care.scope.now })
      .where(and(this.#isOne(entryId), isNull(outbox.doneAt)))
      .returning({ entryId: outbox.entryId });
    return rows.length > 0;
  }

  /** The entry failed and is due again at a later moment. */
  async postpone(entryId: string, availableAt: Instant): Promise<void> {
    await this.#care.db
      .update(outbox)
      .set({ availableAt, attempts: sql`${outbox.attempts} + 1` })
      .where(this.#isOne(entryId));
  }

  /** Picks one entry of the practice. */
  #isOne(entryId: string) {
    return and(eq(outbox.practiceId, this.#care.scope.practiceId), eq(outbox.entryId, entryId));
  }
}
