import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { type ConfirmedTerms, licenceConfirmation, staff } from './schema.ts';

export type { ConfirmedTerms } from './schema.ts';

/** A confirmation that nobody has withdrawn. */
export interface StandingConfirmation {
  readonly instrumentId: string;
  /** Fingerprint of the terms that were read. */
  readonly termsHash: string;
  /** Display name. */
  readonly by: string;
  readonly at: Instant;
}

/** A confirmation that somebody has withdrawn. */
export interface WithdrawnConfirmation {
  readonly instrumentId: string;
  readonly confirmed: { readonly by: string; readonly at: Instant };
  readonly withdrawn: { readonly by: string; readonly at: Instant };
}

const withdrawer = alias(staff, 'withdrawer');

/** Which licences the practice has confirmed its right under. */
export class LicenceRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Every standing confirmation, also those of terms that have changed since; oldest first. */
  async standing(): Promise<readonly StandingConfirmation[]> {
    return this.#care.db
      .select({
        instrumentId: licenceConfirmation.instrumentId,
        termsHash: licenceConfirmation.termsHash,
        by: staff.displayName,
        at: licenceConfirmation.confirmedAt,
      })
      .from(licenceConfirmation)
      .innerJoin(staff, this.#isStaff(staff, licenceConfirmation.confirmedBy))
      .where(
        and(
          eq(licenceConfirmation.practiceId, this.#care.scope.practiceId),
          isNull(licenceConfirmation.withdrawnAt),
        ),
      )
      .orderBy(asc(licenceConfirmation.confirmedAt), asc(licenceConfirmation.confirmationId));
  }

  /** Every confirmation that was withdrawn; the last withdrawn comes first. */
  async withdrawn(): Promise<readonly WithdrawnConfirmation[]> {
    const rows = await this.#care.db
      .select({
        instrumentId: licenceConfirmation.instrumentId,
        confirmed: { by: staff.displayName, at: licenceConfirmation.confirmedAt },
        withdrawnBy: withdrawer.displayName,
        withdrawnAt: licenceConfirmation.withdrawnAt,
      })
      .from(licenceConfirmation)
      .innerJoin(staff, this.#isStaff(staff, licenceConfirmation.confirmedBy))
      .innerJoin(withdrawer, this.#isStaff(withdrawer, licenceConfirmation.withdrawnBy))
      .where(
        and(
          eq(licenceConfirmation.practiceId, this.#care.scope.practiceId),
          isNotNull(licenceConfirmation.withdrawnAt),
        ),
      )
      .orderBy(desc(licenceConfirmation.withdrawnAt), desc(licenceConfirmation.confirmationId));
    return rows.flatMap(({ withdrawnBy: by, withdrawnAt: at, ...of }) =>
      at === null ? [] : [{ ...of, withdrawn: { by, at } }],
    );
  }

  /** Keeps a confirmation with the terms as they were read. False when the same one stands. */
  async confirm(
    instrumentId: string,
    { termsHash, terms }: { readonly termsHash: string; readonly terms: ConfirmedTerms },
    by: StaffId,
  ): Promise<boolean> {
    const rows = await this.#care.db
      .insert(licenceConfirmation)
      .values({
        practiceId: this.#care.scope.practiceId,
        confirmationId: this.#care.newId(),
        instrumentId,
        termsHash,
        terms,
        confirmedBy: by,
        confirmedAt: this.#care.scope.now,
      })
      .onConflictDoNothing()
      .returning({ confirmationId: licenceConfirmation.confirmationId });
    return rows.length > 0;
  }

  /** Withdraws whatever stands for a measure. False when nothing does. */
  async withdraw(instrumentId: string, by: StaffId): Promise<boolean> {
    const rows = await this.#care.db
      .update(licenceConfirmation)
      .set({ withdrawnBy: by, withdrawnAt: this.#care.scope.now })
      .where(
        and(
          eq(licenceConfirmation.practiceId, this.#care.scope.practiceId),
          eq(licenceConfirmation.instrumentId, instrumentId),
          isNull(licenceConfirmation.withdrawnAt),
        ),
      )
      .returning({ confirmationId: licenceConfirmation.confirmationId });
    return rows.length > 0;
  }

  #isStaff(
    who: typeof staff | typeof withdrawer,
    column: typeof licenceConfirmation.confirmedBy | typeof licenceConfirmation.withdrawnBy,
  ) {
    return and(eq(who.practiceId, this.#care.scope.practiceId), eq(who.staffId, column));
  }
}
