import { and, asc, eq, isNull } from 'drizzle-orm';
import { dateInZone } from '#shared/contracts/calendar.ts';
import type { Couple, CoupleView } from '#shared/contracts/couple.ts';
import type { LinkCouple, SetSecretsPolicy } from '#shared/contracts/couple-procedures.ts';
import type { ClientId, CoupleId, StaffId } from '#shared/contracts/ids.ts';
import type { EhrId } from '#shared/contracts/reading.ts';
import { disclosable, type PartnerStanding } from '#shared/couples/disclosure.ts';
import { coupleView } from '#shared/couples/view.ts';
import type { Care } from '../care.ts';
import { PracticeRepository } from '../practice.ts';
import { RuleSettingsRepository } from '../rule-settings.ts';
import { couple, couplePartner, coupleRecord } from '../schema.ts';
import { standingConsents } from './consents.ts';
import { sharedRecords } from './shared-scores.ts';
import { TOLD_OF_VIOLENCE } from './violence.ts';

/** What a couple's record in an EHR is known by. */
interface EhrRecord {
  readonly ehr: EhrId;
  readonly recordId: string;
}

/**
 * Couples, and the only way to what partners may see of each other: {@link CoupleRepository.view} asks
 * what may be disclosed before it reads a score, and reads no other.
 */
export class CoupleRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** A couple, ended or not; null when there never was one. */
  async find(coupleId: CoupleId): Promise<Couple | null> {
    const [row] = await this.#care.db
      .select({
        coupleId: couple.coupleId,
        since: couple.since,
        endedAt: couple.endedAt,
        secretsPolicy: couple.secretsPolicy,
        policyAgreedOn: couple.policyAgreedOn,
      })
      .from(couple)
      .where(this.#isOne(coupleId));
    const [one, other] = await this.#partners(coupleId);
    return row === undefined || one === undefined || other === undefined
      ? null
      : { ...row, partners: [one, other] };
  }

  /** The couple that a client is in now; null where in none. */
  async ofClient(clientId: ClientId): Promise<Couple | null> {
    const [row] = await this.#care.db
      .select({ coupleId: couplePartner.coupleId })
      .from(couplePartner)
      .where(
        and(
          eq(couplePartner.practiceId, this.#care.scope.practiceId),
          eq(couplePartner.clientId, clientId),
          isNull(couplePartner.endedAt),
        ),
      );
    return row === undefined ? null : this.find(row.coupleId);
  }

  /** The couple whose own record this is now; null where it is nobody's or one client's. */
  async ofRecord({ ehr, recordId }: EhrRecord): Promise<Couple | null> {
    const [row] = await this.#care.db
      .select({ coupleId: coupleRecord.coupleId })
      .from(coupleRecord)
      .where(
        and(
          eq(coupleRecord.practiceId, this.#care.scope.practiceId),
          eq(coupleRecord.ehr, ehr),
          eq(coupleRecord.recordId, recordId),
          isNull(coupleRecord.endedAt),
        ),
      );
    return row === undefined ? null : this.find(row.coupleId);
  }

  /** Makes two clients a couple. Call while holding both, after making sure that neither is in one. */
  async link(made: Omit<LinkCouple, 'page'> & Pick<Couple, 'since'>, by: StaffId): Promise<void> {
    const { practiceId, now } = this.#care.scope;
    const { coupleId, partners, since, secretsPolicy, policyAgreedOn } = made;
    const agreed = { since, secretsPolicy, policyAgreedOn };
    await this.#care.db
      .insert(couple)
      .values({ practiceId, coupleId, ...agreed, linkedBy: by, linkedAt: now });
    await this.#care.db
      .insert(couplePartner)
      .values(partners.map((clientId) => ({ practiceId, coupleId, clientId })));
  }

  /** Makes a record of an EHR the couple's own. False when it is another couple's. */
  async bind(coupleId: CoupleId, { ehr, recordId }: EhrRecord, by: StaffId): Promise<boolean> {
    const { practiceId, now } = this.#care.scope;
    await this.#care.db
      .insert(coupleRecord)
      .values({
        practiceId,
        bondId: this.#care.newId(),
        coupleId,
        ehr,
        recordId,
        linkedBy: by,
        linkedAt: now,
      })
      .onConflictDoNothing();
    return (await this.ofRecord({ ehr, recordId }))?.coupleId === coupleId;
  }

  /** Ends a couple and the bonds of its records. True when it had not ended before. */
  async end(coupleId: CoupleId, by: StaffId): Promise<boolean> {
    const { practiceId, now: endedAt } = this.#care.scope;
    const rows = await this.#care.db
      .update(couple)
      .set({ endedAt, endedBy: by })
      .where(and(this.#isOne(coupleId), isNull(couple.endedAt)))
      .returning({ coupleId: couple.coupleId });
    for (const part of [couplePartner, coupleRecord]) {
      await this.#care.db
        .update(part)
        .set({ endedAt })
        .where(
          and(eq(part.practiceId, practiceId), eq(part.coupleId, coupleId), isNull(part.endedAt)),
        );
    }
    return rows.length > 0;
  }

  /** Records what was agreed about secrets. */
  async setPolicy({ coupleId, ...agreed }: SetSecretsPolicy): Promise<void> {
    await this.#care.db.update(couple).set(agreed).where(this.#isOne(coupleId));
  }

  /**
   * What the couple's view may say now. What may be disclosed is decided by {@link disclosable} from
   * consents and answers about violence; of anything else no score is read. `off`, and why not, look alike
   * and take the same statements.
   */
  async view({ coupleId, endedAt, partners }: Couple): Promise<CoupleView> {
    const { now } = this.#care.scope;
    const practice = await new PracticeRepository(this.#care).read();
    if (practice === null) throw new Error('A couple belongs to a practice that is not there.');
    const consents = await standingConsents(this.#care, coupleId);
    const [one, other] = await this.#standing(coupleId);
    if (one === undefined || other === undefined) throw new Error('A couple lacks its partners.');
    const shared = disclosable(
      { coupleId, endedAt, partners: [one, other], consents },
      dateInZone(now, practice.timeZone),
    );
    const records = await sharedRecords(this.#care, partners, shared);
    const { settings } = await new RuleSettingsRepository(this.#care).inForce();
    return coupleView({ coupleId, asOf: now }, shared, records, settings);
  }

  async #standing(coupleId: CoupleId): Promise<readonly PartnerStanding[]> {
    const { rows } = await this.#care.connection.query<PartnerStanding>({
      name: 'couple-told-of-violence',
      text: TOLD_OF_VIOLENCE,
      values: [this.#care.scope.practiceId, coupleId],
    });
    return rows;
  }

  async #partners(coupleId: CoupleId): Promise<readonly ClientId[]> {
    const rows = await this.#care.db
      .select({ clientId: couplePartner.clientId })
      .from(couplePartner)
      .where(
        and(
          eq(couplePartner.practiceId, this.#care.scope.practiceId),
          eq(couplePartner.coupleId, coupleId),
        ),
      )
      .orderBy(asc(couplePartner.clientId));
    return rows.map(({ clientId }) => clientId);
  }

  #isOne(coupleId: CoupleId) {
    return and(eq(couple.practiceId, this.#care.scope.practiceId), eq(couple.coupleId, coupleId));
  }
}
