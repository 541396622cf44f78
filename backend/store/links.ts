import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId, EhrLinkId, StaffId } from '#shared/contracts/ids.ts';
import type { EhrId } from '#shared/contracts/reading.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Care } from './care.ts';
import { ehrLink } from './schema.ts';

/** The bond between a client and a record of an EHR. */
export interface EhrLink {
  readonly linkId: EhrLinkId;
  readonly ehr: EhrId;
  readonly recordId: string;
  readonly clientId: ClientId;
  /** The name that the page showed when a person confirmed the bond. */
  readonly confirmedName: string;
  readonly linkedAt: Instant;
}

/** A bond that a person has just confirmed. */
export type NewEhrLink = Omit<EhrLink, 'linkId' | 'linkedAt'> & { readonly linkedBy: StaffId };

const columns = {
  linkId: ehrLink.linkId,
  ehr: ehrLink.ehr,
  recordId: ehrLink.recordId,
  clientId: ehrLink.clientId,
  confirmedName: ehrLink.confirmedName,
  linkedAt: ehrLink.linkedAt,
};

/** The bonds that are in force. Ended ones stay in the table and are never reused. */
export class LinkRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** The bond of a record, if one is in force. */
  async ofRecord(ehr: EhrId, recordId: string): Promise<EhrLink | null> {
    const [row] = await this.#care.db
      .select(columns)
      .from(ehrLink)
      .where(and(this.#inForce(), eq(ehrLink.ehr, ehr), eq(ehrLink.recordId, recordId)));
    return row ?? null;
  }

  /** A bond by its id, in force or ended; null when there never was one. */
  async everMade(linkId: EhrLinkId): Promise<EhrLink | null> {
    const [row] = await this.#care.db
      .select(columns)
      .from(ehrLink)
      .where(and(eq(ehrLink.practiceId, this.#care.scope.practiceId), eq(ehrLink.linkId, linkId)));
    return row ?? null;
  }

  /**
   * Holds a record of an EHR until the transaction ends, linked or not. Whoever makes it a client's or a
   * couple's holds it first, then asks whose it is: the two bonds lie in two tables, and no index spans both.
   */
  async hold(ehr: EhrId, recordId: string): Promise<void> {
    const key = JSON.stringify([this.#care.scope.practiceId, ehr, recordId]);
    await this.#care.db.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${key}::text, 0))`,
    );
  }

  /**
   * Binds a record to a client. The same bond again is the same bond; a record that belongs to
   * another client is refused, also when two people try at the same moment. Call while holding the
   * record, after making sure that it is no couple's.
   */
  async link(bond: NewEhrLink): Promise<Result<EhrLink, 'alreadyLinked'>> {
    await this.#care.db
      .insert(ehrLink)
      .values({
        practiceId: this.#care.scope.practiceId,
        linkId: this.#care.newId() as EhrLinkId,
        linkedAt: this.#care.scope.now,
        ...bond,
      })
      .onConflictDoNothing();
    const standing = await this.ofRecord(bond.ehr, bond.recordId);
    return standing?.clientId === bond.clientId ? ok(standing) : refuse('alreadyLinked');
  }

  /** Ends a bond. True when it was in force until now. */
  async unlink(linkId: EhrLinkId, unlinkedBy: StaffId): Promise<boolean> {
    const rows = await this.#care.db
      .update(ehrLink)
      .set({ unlinkedBy, unlinkedAt: this.#care.scope.now })
      .where(and(this.#inForce(), eq(ehrLink.linkId, linkId)))
      .returning({ linkId: ehrLink.linkId });
    return rows.length > 0;
  }

  /** Picks the bonds of the practice that have not ended. */
  #inForce() {
    return and(eq(ehrLink.practiceId, this.#care.scope.practiceId), isNull(ehrLink.unlinkedAt));
  }
}
