import type { Caller } from '#backend/access/caller.ts';
import type { OfClient } from '#shared/contracts/between-procedures.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type {
  CouplePage,
  CouplePageReply,
  LinkCouple,
  PartnerIdentity,
  RevokeConsent,
  SetSecretsPolicy,
  SharingOf,
  UnlinkCouple,
} from '#shared/contracts/couple-procedures.ts';
import type { ConsentId, CoupleId } from '#shared/contracts/ids.ts';
import type { Done } from '#shared/contracts/procedures.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { LinkVisit } from '../client-care.ts';
import type { Recorded } from '../record-care.ts';

/**
 * What clinicians do with couples. Scores of a partner are seen through `coupleOfPage` alone, which
 * asks for a page about both; no call about one client tells anything of the other. Everything is
 * idempotent.
 */
export interface CoupleCare {
  /** The couple that a page is about, with what both agreed to share. */
  readonly coupleOfPage: (caller: Caller, page: CouplePage) => Promise<CouplePageReply>;
  /** Own clients whom the page's names fit, for setting a couple up. */
  readonly coupleChoices: (caller: Caller, page: CouplePage) => Promise<readonly PartnerIdentity[]>;
  /** How a client's own sharing stands. */
  readonly sharingOf: (caller: Caller, input: OfClient) => Promise<Result<SharingOf, 'notFound'>>;
  /** Makes two clients of the own caseload a couple. Nothing is shared by it. */
  readonly linkCouple: (
    caller: Caller,
    input: LinkCouple,
  ) => Recorded<
    'alreadyRecorded' | 'alreadyInCouple' | 'alreadyLinked' | 'identityDisagrees' | 'dayRefused'
  >;
  /** Ends a couple. Whoever has one of the two in the own caseload may: it only takes away. */
  readonly unlinkCouple: (caller: Caller, input: UnlinkCouple) => Recorded<never>;
  /** Records what was agreed about secrets. It widens nothing. */
  readonly setSecretsPolicy: (caller: Caller, input: SetSecretsPolicy) => Recorded<'dayRefused'>;
  /** Takes a consent back at the client's word. There is no giving one here. */
  readonly revokeConsent: (caller: Caller, input: RevokeConsent) => Recorded<never>;
}

/** One measure that a client may agree to share. */
export interface SharingChoice {
  /** `Measure.id`. */
  readonly measureId: string;
  /** In full, as the form is called. */
  readonly title: string;
  /** About the relationship itself; the others are kept private unless somebody wants otherwise. */
  readonly aboutTheCouple: boolean;
  /** The last day of the own consent that stands; null where none does. */
  readonly agreedUntil: CalendarDate | null;
}

/** What a client in a couple may agree to share. */
export interface OwnSharingChoices {
  /** The couple that the choices are about: a consent names it. */
  readonly coupleId: CoupleId;
  readonly choices: readonly SharingChoice[];
  /** False before answers were sent and once the thanks are over: then what stands can be taken back. */
  readonly mayGive: boolean;
}

/** What a client agrees to. */
export interface GivenConsent {
  /** The couple that the page was about. The client may be in another when this arrives. */
  readonly coupleId: CoupleId;
  /** Made with the page, so that pressing twice gives one. */
  readonly consentId: ConsentId;
  readonly measureId: string;
}

/**
 * What a client decides about sharing, with a link whose birth date was given and whose answers were
 * sent. Nothing here tells what the other partner decided.
 */
export interface ClientSharingCare {
  /**
   * What can be chosen, and what the client chose; null where the link is not open, without couple, and
   * where nothing can be given or taken back.
   */
  readonly ownSharing: (link: LinkVisit) => Promise<OwnSharingChoices | null>;
  /**
   * Agrees that the partner sees a measure, for six months. Resolves after the COMMIT. `notFound`: not
   * in this couple, or not among the choices.
   */
  readonly giveConsent: (
    link: LinkVisit,
    given: GivenConsent,
  ) => Promise<Result<Done, 'notFound' | 'alreadyRecorded'>>;
  /** Takes every consent to share a measure back: in force when this resolves. Idempotent. */
  readonly takeConsentBack: (
    link: LinkVisit,
    measureId: string,
  ) => Promise<Result<Done, 'notFound'>>;
}
