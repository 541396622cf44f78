import { OfClient } from '#shared/contracts/between-procedures.ts';
import {
  CouplePage,
  type CouplePageReply,
  LinkCouple,
  type PartnerIdentity,
  RevokeConsent,
  SetSecretsPolicy,
  type SharingOf,
  UnlinkCouple,
} from '#shared/contracts/couple-procedures.ts';

/** Calls about couples; joined to `WORKER_CALLS`. */
export const COUPLE_CALLS = {
  'couples.of': OfClient,
  'couples.ofPage': CouplePage,
  'couples.choices': CouplePage,
  'couples.link': LinkCouple,
  'couples.unlink': UnlinkCouple,
  'couples.setPolicy': SetSecretsPolicy,
  'couples.revokeConsent': RevokeConsent,
} as const;

/** What these calls bring. */
export interface CoupleResults {
  'couples.of': SharingOf;
  'couples.ofPage': CouplePageReply;
  'couples.choices': readonly PartnerIdentity[];
  'couples.link': null;
  'couples.unlink': null;
  'couples.setPolicy': null;
  'couples.revokeConsent': null;
}
