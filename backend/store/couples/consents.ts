import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Consent } from '#shared/contracts/couple.ts';
import type { ClientId, ConsentId, CoupleId, StaffId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Care } from '../care.ts';
import { coupleConsent } from '../schema.ts';

const columns = {
  consentId: coupleConsent.consentId,
  coupleId: coupleConsent.coupleId,
  clientId: coupleConsent.clientId,
  measureId: coupleConsent.measureId,
  givenAt: coupleConsent.givenAt,
  expiresOn: coupleConsent.expiresOn,
  revokedAt: coupleConsent.revokedAt,
};

/** What a partner agrees to. */
export type NewConsent = Omit<Consent, 'givenAt' | 'revokedAt'>;

/** The consents of a couple that were not taken back, of both: for deciding what may be disclosed. */
export function standingConsents(
  { db, scope }: Care,
  coupleId: CoupleId,
): Promise<readonly Consent[]> {
  return db
    .select(columns)
    .from(coupleConsent)
    .where(
      and(
        eq(coupleConsent.practiceId, scope.practiceId),
        eq(coupleConsent.coupleId, coupleId),
        isNull(coupleConsent.revokedAt),
      ),
    );
}

/** What each partner agreed that the other sees. Asked for by partner: nobody reads both at once here. */
export class ConsentRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** A client's own consents that were not taken back, also those that have run out; oldest first. */
  async ofPartner(coupleId: CoupleId, clientId: ClientId): Promise<readonly Consent[]> {
    return this.#care.db
      .select(columns)
      .from(coupleConsent)
      .where(and(this.#ofPartner(coupleId, clientId), isNull(coupleConsent.revokedAt)))
      .orderBy(asc(coupleConsent.givenAt), asc(coupleConsent.consentId));
  }

  /** One of a client's own consents, standing or not; null where it is not that client's. */
  async find(clientId: ClientId, consentId: ConsentId): Promise<Consent | null> {
    const [row] = await this.#care.db
      .select(columns)
      .from(coupleConsent)
      .where(
        and(
          eq(coupleConsent.practiceId, this.#care.scope.practiceId),
          eq(coupleConsent.clientId, clientId),
          eq(coupleConsent.consentId, consentId),
        ),
      );
    return row ?? null;
  }

  /**
   * Keeps a consent. The same again is the same one (`false`: it was there before); other content under
   * its id is refused.
   */
  async give(consent: NewConsent): Promise<Result<boolean, 'alreadyRecorded'>> {
    const rows = await this.#care.db
      .insert(coupleConsent)
      .values({
        practiceId: this.#care.scope.practiceId,
        givenAt: this.#care.scope.now,
        ...consent,
      })
      .onConflictDoNothing()
      .returning({ consentId: coupleConsent.consentId });
    if (rows.length > 0) return ok(true);
    const kept = await this.find(consent.clientId, consent.consentId);
    return kept?.measureId === consent.measureId && kept.coupleId === consent.coupleId
      ? ok(false)
      : refuse('alreadyRecorded');
  }

  /** Takes a consent back. `by`: who does it at the client's word; null for the client. True when it stood. */
  async revoke(clientId: ClientId, consentId: ConsentId, by: StaffId | null): Promise<boolean> {
    const rows = await this.#care.db
      .update(coupleConsent)
      .set({ revokedAt: this.#care.scope.now, revokedBy: by })
      .where(
        and(
          eq(coupleConsent.practiceId, this.#care.scope.practiceId),
          eq(coupleConsent.clientId, clientId),
          eq(coupleConsent.consentId, consentId),
          isNull(coupleConsent.revokedAt),
        ),
      )
      .returning({ consentId: coupleConsent.consentId });
    return rows.length > 0;
  }

  #ofPartner(coupleId: CoupleId, clientId: ClientId) {
    return and(
      eq(coupleConsent.practiceId, this.#care.scope.practiceId),
      eq(coupleConsent.coupleId, coupleId),
      eq(coupleConsent.clientId, clientId),
    );
  }
}
