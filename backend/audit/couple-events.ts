import type { ConsentId, CoupleId } from '#shared/contracts/ids.ts';
import type { EhrId } from '#shared/contracts/reading.ts';
import type { Entry } from './entry.ts';

/**
 * What is done about couples. Each is written once for each partner whom it concerns, so that what one
 * asks to see of the own log says nothing of the other but that there is a couple.
 */
export type CoupleEvent =
  /**
   * Two clients became a couple, or are one no more; what was agreed about secrets was recorded. Once
   * for each partner.
   */
  | Entry<'couple.linked' | 'couple.ended' | 'couple.policySet', { readonly coupleId: CoupleId }>
  /**
   * What both agreed to share was read, be it nothing. Once for each partner. Which of the two it was is
   * not told here: it depends on answers.
   */
  | Entry<'couple.read', { readonly coupleId: CoupleId }>
  /**
   * A page was asked about that is surely no couple's of the own caseload. It doesn't tell whose it is:
   * neither who asked nor who reads the log is told that somebody is in a couple.
   */
  | Entry<'couple.refused', { readonly ehr: EhrId }, null>
  /** A client's own consents were read, by a clinician or by the client. */
  | Entry<'sharing.read', { readonly coupleId: CoupleId }>
  /** A client agreed that a measure is shared, or took that back, in person or by a clinician. */
  | Entry<
      'consent.given' | 'consent.revoked',
      { readonly coupleId: CoupleId; readonly consentId: ConsentId; readonly measureId: string }
    >;
