import type { CalendarDate, Instant } from '../contracts/calendar.ts';
import type { Consent } from '../contracts/couple.ts';
import type { ClientId, CoupleId } from '../contracts/ids.ts';
import { sharable } from './sharable.ts';

/** All that decides whether anything of one partner may be seen in the couple's view. */
export interface PartnerStanding {
  readonly clientId: ClientId;
  /**
   * Whether any answer about violence by a partner was ever positive: sent or left unsent, corrected
   * afterwards or not. Such an answer is never taken to have become untrue.
   */
  readonly toldOfViolence: boolean;
}

/** A couple as far as disclosure asks. */
export interface CoupleStanding {
  readonly coupleId: CoupleId;
  readonly endedAt: Instant | null;
  readonly partners: readonly [PartnerStanding, PartnerStanding];
  /** Of whomever, for whatever couple: what doesn't count is passed over here. */
  readonly consents: readonly Consent[];
}

/**
 * The measures (`Measure.id`, in order) whose scores each partner may see of the other on a day of the
 * practice. Both must have agreed to the very measure, and both agreements must stand. Nothing once the
 * couple has ended, and nothing when either told of violence: from outside that is the same as if nothing
 * had ever been agreed. What can't be shared by its nature is not shared by consent either.
 *
 * Scores and their dates only: single answers, words and alerts are in no couple's view.
 */
export function disclosable(couple: CoupleStanding, today: CalendarDate): readonly string[] {
  const { partners, endedAt } = couple;
  if (endedAt !== null || partners.some(({ toldOfViolence }) => toldOfViolence)) return [];
  const [one, other] = partners.map(({ clientId }) => agreedBy(couple, clientId, today));
  return [...(one ?? [])].filter((id) => other?.has(id) && sharable(id) !== null).toSorted();
}

/** Whether a consent stands on a day: not taken back, and not past its last day. */
export function stands({ revokedAt, expiresOn }: Consent, today: CalendarDate): boolean {
  return revokedAt === null && today <= expiresOn;
}

function agreedBy(
  { coupleId, consents }: CoupleStanding,
  clientId: ClientId,
  today: CalendarDate,
): ReadonlySet<string> {
  const standing = consents.filter(
    (consent) =>
      consent.coupleId === coupleId && consent.clientId === clientId && stands(consent, today),
  );
  return new Set(standing.map(({ measureId }) => measureId));
}
