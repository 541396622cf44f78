import * as z from 'zod/mini';
import { ClientIdentity } from './brief.ts';
import { CalendarDate, Instant, TimeZone } from './calendar.ts';
import { Couple, CoupleView, SecretsPolicy } from './couple.ts';
import { EhrId } from './ehr.ts';
import { ClientId, ConsentId, CoupleId } from './ids.ts';
import { Subject } from './reading.ts';

/** Procedures about couples: what each chart may ask, and what the couple's own chart may. */

/** How the couple's view is set up, as each partner's own chart may show it: nothing of the other. */
export const OwnSharing = z.object({
  coupleId: CoupleId,
  since: CalendarDate,
  secretsPolicy: SecretsPolicy,
  policyAgreedOn: CalendarDate,
  /** That client's own consents that stand, oldest first. The other's are not told here. */
  consents: z.array(
    z.object({
      consentId: ConsentId,
      measureId: z.string(),
      /** `CSI-16`. */
      name: z.string(),
      givenAt: Instant,
      /** The last day on which it holds. */
      expiresOn: CalendarDate,
    }),
  ),
});
export type OwnSharing = z.infer<typeof OwnSharing>;

/** `couples.of` output: null where the client is in no couple. */
export const SharingOf = z.nullable(OwnSharing);
export type SharingOf = z.infer<typeof SharingOf>;

/**
 * A page that is about two people: a couple's own record, which gives both subjects its record id, or
 * an appointment of two records.
 */
export const CouplePage = z.object({ ehr: EhrId, subjects: z.tuple([Subject, Subject]) });
export type CouplePage = z.infer<typeof CouplePage>;

/**
 * Who a partner is, by two identifiers, as everywhere. `couples.choices` brings several: own clients whom one
 * of the names on the page fits, for whoever sets a couple up. Asked for when a person means to.
 */
export const PartnerIdentity = z.pick(ClientIdentity, {
  clientId: true,
  displayName: true,
  birthDate: true,
});
export type PartnerIdentity = z.infer<typeof PartnerIdentity>;

/**
 * `couples.ofPage` output. `couple`: record and names agree with a couple of which both partners are in
 * the own caseload. `unknown`: anything else, and nothing of anybody.
 */
export const CouplePageReply = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('couple'),
    couple: Couple,
    /** In the order of `couple.partners`. */
    people: z.tuple([PartnerIdentity, PartnerIdentity]),
    /** The practice's: for moments. */
    timeZone: TimeZone,
    view: CoupleView,
  }),
  z.object({ is: z.literal('unknown'), asOf: Instant }),
]);
export type CouplePageReply = z.infer<typeof CouplePageReply>;

/**
 * `couples.link` input. Both clients are in the own caseload, and their names fit what the page shows,
 * which a person has seen side by side. Idempotent by `coupleId`. The page's record becomes the couple's.
 */
export const LinkCouple = z.object({
  coupleId: CoupleId,
  partners: z.tuple([ClientId, ClientId]),
  page: CouplePage,
  secretsPolicy: SecretsPolicy,
  policyAgreedOn: CalendarDate,
});
export type LinkCouple = z.infer<typeof LinkCouple>;

/** `couples.setPolicy` input. Idempotent. */
export const SetSecretsPolicy = z.object({
  coupleId: CoupleId,
  secretsPolicy: SecretsPolicy,
  policyAgreedOn: CalendarDate,
});
export type SetSecretsPolicy = z.infer<typeof SetSecretsPolicy>;

/**
 * `couples.revokeConsent` input: taken back at that client's word. Idempotent; in force with the
 * answer. Nobody but the client can give one.
 */
export const RevokeConsent = z.object({ clientId: ClientId, consentId: ConsentId });
export type RevokeConsent = z.infer<typeof RevokeConsent>;

/** `couples.unlink` input. Idempotent; shared views end with the answer. */
export const UnlinkCouple = z.object({ coupleId: CoupleId });
export type UnlinkCouple = z.infer<typeof UnlinkCouple>;
