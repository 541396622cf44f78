import { and, desc, eq } from 'drizzle-orm';
import type { ClientId, ResponseId, StaffId } from '#shared/contracts/ids.ts';
import type { EnterHandTotalInput } from '#shared/contracts/record-procedures.ts';
import type { Care } from './care.ts';
import { handTotal } from './schema.ts';

/** An entry with when it was made. */
export type StoredTotal = typeof handTotal.$inferSelect;

/** Totals that clinicians brought along. */
export class HandTotalRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** The entry, corrected since or not; null when there is none. */
  async find(responseId: ResponseId): Promise<StoredTotal | null> {
    const [row] = await this.#care.db
      .select()
      .from(handTotal)
      .where(
        and(
          eq(handTotal.practiceId, this.#care.scope.practiceId),
          eq(handTotal.responseId, responseId),
        ),
      );
    return row ?? null;
  }

  /** Whether an entry was corrected. Call while holding the client. */
  async isCorrected(responseId: ResponseId): Promise<boolean> {
    const rows = await this.#care.db
      .select({ responseId: handTotal.responseId })
      .from(handTotal)
      .where(
        and(
          eq(handTotal.practiceId, this.#care.scope.practiceId),
          eq(handTotal.supersedes, responseId),
        ),
      );
    return rows.length > 0;
  }

  /**
   * Adds an entry by a statement of its measure. Call while holding the client. False when another
   * client's record took its id meanwhile.
   */
  async enter(input: EnterHandTotalInput, edition: number, by: StaffId): Promise<boolean> {
    const { clientId, responseId, handMeasureId: code, on: answeredOn, total, supersedes } = input;
    const rows = await this.#care.db
      .insert(handTotal)
      .values({
        practiceId: this.#care.scope.practiceId,
        responseId,
        clientId,
        code,
        edition,
        ordinal: (await this.#count(clientId, code)) + 1,
        answeredOn,
        total,
        enteredBy: by,
        enteredAt: this.#care.scope.now,
        supersedes,
      })
      .onConflictDoNothing({ target: [handTotal.practiceId, handTotal.responseId] })
      .returning({ responseId: handTotal.responseId });
    return rows.length > 0;
  }

  async #count(clientId: ClientId, code: string): Promise<number> {
    const [row] = await this.#care.db
      .select({ ordinal: handTotal.ordinal })
      .from(handTotal)
      .where(
        and(
          eq(handTotal.practiceId, this.#care.scope.practiceId),
          eq(handTotal.clientId, clientId),
          eq(handTotal.code, code),
        ),
      )
      .orderBy(desc(handTotal.ordinal))
      .limit(1);
    return row?.ordinal ?? 0;
  }
}
