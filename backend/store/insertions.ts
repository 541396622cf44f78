import { and, desc, eq, inArray, isNull, notExists, or, sql } from 'drizzle-orm';
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core';
import { bodyHash } from '#backend/audit/canonical.ts';
import type { ClientId, InsertionId, StaffId } from '#shared/contracts/ids.ts';
import type { UndoOutcome } from '#shared/contracts/insertion.ts';
import { EarlierInsertion } from '#shared/contracts/overlay-procedures.ts';
import type { RecordInsertionInput } from '#shared/contracts/procedures.ts';
import type { EhrId } from '#shared/contracts/reading.ts';
import type { Care } from './care.ts';
import { insertion } from './schema.ts';

/** How many of a client's insertions are told at most. */
const NEWEST = 20;

/** What was put into notes. */
export class InsertionRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /**
   * Records an insertion once. `repeated`: exactly this was recorded before, by the same person.
   * `changed`: the id was used for something else; nothing was recorded.
   */
  async record(
    staffId: StaffId,
    input: RecordInsertionInput,
  ): Promise<'recorded' | 'repeated' | 'changed'> {
    const hash = bodyHash(input);
    const { parts, request, ...rest } = input;
    const added = await this.#care.db
      .insert(insertion)
      .values({
        practiceId: this.#care.scope.practiceId,
        staffId,
        recordedAt: this.#care.scope.now,
        bodyHash: hash,
        parts,
        ...request,
        ...rest,
      })
      .onConflictDoNothing()
      .returning({ insertionId: insertion.insertionId });
    if (added.length > 0) return 'recorded';
    const [standing] = await this.#care.db
      .select({ bodyHash: insertion.bodyHash, staffId: insertion.staffId })
      .from(insertion)
      .where(this.#isOne(input.insertionId));
    const same = standing?.bodyHash === hash && standing.staffId === staffId;
    return same ? 'repeated' : 'changed';
  }

  /** Whose note an insertion went into, and who made it; null when there is none. */
  async find(
    insertionId: InsertionId,
  ): Promise<{ readonly clientId: ClientId; readonly staffId: StaffId } | null> {
    const [row] = await this.#care.db
      .select({ clientId: insertion.clientId, staffId: insertion.staffId })
      .from(insertion)
      .where(this.#isOne(insertionId));
    return row ?? null;
  }

  /**
   * The newest {@link NEWEST} texts that may stand in a client's notes, newest first: those that were
   * written, or perhaps were; that were not taken back; and that no other one took the place of.
   */
  async standing(clientId: ClientId, ehr: EhrId): Promise<EarlierInsertion[]> {
    const { db, scope } = this.#care;
    const refresh = alias(insertion, 'refresh');
    const replaced = db
      .select({ one: sql`1` })
      .from(refresh)
      .where(
        and(
          eq(refresh.practiceId, scope.practiceId),
          eq(refresh.replaces, insertion.insertionId),
          eq(refresh.clientId, clientId),
          // One that is in doubt may have replaced nothing.
          inArray(statusOf(refresh.outcome), ['exact', 'changed']),
          notTakenBack(refresh),
        ),
      );
    const rows = await db
      .select()
      .from(insertion)
      .where(
        and(
          eq(insertion.practiceId, scope.practiceId),
          eq(insertion.clientId, clientId),
          eq(insertion.ehr, ehr),
          inArray(statusOf(insertion.outcome), ['exact', 'changed', 'unconfirmed']),
          notTakenBack(insertion),
          notExists(replaced),
        ),
      )
      .orderBy(desc(insertion.recordedAt), desc(insertion.insertionId))
      .limit(NEWEST);
    return rows.map((row) =>
      EarlierInsertion.parse({
        ...row,
        request: row,
        insertedAt: row.recordedAt,
        outcome: row.outcome.status,
      }),
    );
  }

  /** Records what became of an undo. True the first time; later ones change nothing. */
  async recordUndo(insertionId: InsertionId, outcome: UndoOutcome): Promise<boolean> {
    const rows = await this.#care.db
      .update(insertion)
      .set({ undoneAt: this.#care.scope.now, undoOutcome: outcome })
      .where(and(this.#isOne(insertionId), isNull(insertion.undoneAt)))
      .returning({ insertionId: insertion.insertionId });
    return rows.length > 0;
  }

  /** Picks one insertion of the practice. */
  #isOne(insertionId: InsertionId) {
    return and(
      eq(insertion.practiceId, this.#care.scope.practiceId),
      eq(insertion.insertionId, insertionId),
    );
  }
}

function statusOf(outcome: AnyPgColumn) {
  return sql<string>`${outcome}->>'status'`;
}

/** An undo that failed, or is in doubt, may have left the text where it was. */
function notTakenBack({
  undoneAt,
  undoOutcome,
}: Readonly<Record<'undoneAt' | 'undoOutcome', AnyPgColumn>>) {
  return or(isNull(undoneAt), sql`${statusOf(undoOutcome)} <> 'restored'`);
}
