import { and, eq } from 'drizzle-orm';
import type { ErrorCode } from '#shared/contracts/errors.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { sealedDelivery } from './schema.ts';

/** An entry that arrived. */
export type Arrival = Pick<
  typeof sealedDelivery.$inferSelect,
  'entryId' | 'staffId' | 'what' | 'happenedAt'
>;

/** What arrived sealed from browsers' disks. */
export class SealedDeliveryRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /**
   * Notes an entry's arrival. False when it arrived before; one that is arriving elsewhere at this
   * moment is waited for.
   */
  async arrive(arrival: Arrival): Promise<boolean> {
    const rows = await this.#care.db
      .insert(sealedDelivery)
      .values({
        practiceId: this.#care.scope.practiceId,
        arrivedAt: this.#care.scope.now,
        ...arrival,
      })
      .onConflictDoNothing()
      .returning({ entryId: sealedDelivery.entryId });
    return rows.length > 0;
  }

  /** What became of an entry that arrived, and whose it is; null when it did not. */
  async find(
    entryId: string,
  ): Promise<{ readonly staffId: StaffId; readonly because: ErrorCode | null } | null> {
    const [row] = await this.#care.db
      .select({ staffId: sealedDelivery.staffId, because: sealedDelivery.because })
      .from(sealedDelivery)
      .where(this.#isOne(entryId));
    return row ?? null;
  }

  /** Notes that nothing was recorded, and why. */
  async refuse(entryId: string, because: ErrorCode): Promise<void> {
    await this.#care.db.update(sealedDelivery).set({ because }).where(this.#isOne(entryId));
  }

  #isOne(entryId: string) {
    return and(
      eq(sealedDelivery.practiceId, this.#care.scope.practiceId),
      eq(sealedDelivery.entryId, entryId),
    );
  }
}
