import { addDays, type CalendarDate, type Instant } from '#shared/contracts/calendar.ts';
import type { Consent } from '#shared/contracts/couple.ts';
import type { PartnerIdentity } from '#shared/contracts/couple-procedures.ts';
import type { ClientId, ConsentId, CoupleId } from '#shared/contracts/ids.ts';
import type { CoupleStanding } from '#shared/couples/disclosure.ts';
import type { PartnerRecord, SharedObservation } from '#shared/couples/view.ts';
import { dayOf, lineId } from './a-line.ts';

/** An id that reads as its number. */
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** The couple of the tests: Sam and Dana. */
export const COUPLE = id(900) as CoupleId;
export const SAM = id(901) as ClientId;
export const DANA = id(902) as ClientId;

/** Who they are, in the order of the couple. */
export const PEOPLE: readonly [PartnerIdentity, PartnerIdentity] = [
  { clientId: SAM, displayName: 'Sam Rivera', birthDate: '1985-07-09' as CalendarDate },
  { clientId: DANA, displayName: 'Dana Rivera', birthDate: '1986-02-17' as CalendarDate },
];

/** A consent that stands until a day; `over` is what a test is about. */
export function aConsent(
  clientId: ClientId,
  measureId = 'csi16',
  over: Partial<Consent> = {},
): Consent {
  return {
    consentId: id(950) as ConsentId,
    coupleId: COUPLE,
    clientId,
    measureId,
    givenAt: '2026-01-07T12:00:00.000Z' as Instant,
    expiresOn: '2026-12-31' as CalendarDate,
    revokedAt: null,
    ...over,
  };
}

/** A couple that has not ended, of whom nobody told of violence. */
export function aCouple(
  consents: readonly Consent[],
  over: Partial<CoupleStanding> = {},
): CoupleStanding {
  return {
    coupleId: COUPLE,
    endedAt: null,
    partners: [
      { clientId: SAM, toldOfViolence: false },
      { clientId: DANA, toldOfViolence: false },
    ],
    consents,
    ...over,
  };
}

/** A partner's scores on one measure from `[days since the first, total]`. */
export function aPartner(
  clientId: ClientId,
  scores: readonly (readonly [days: number, total: number])[],
  measureId = 'csi16',
  /** The days whose score has a blank filled in. */
  prorated: readonly number[] = [],
): PartnerRecord {
  const from = clientId === SAM ? 1000 : 2000;
  const observations = scores.map(([days, total], index): SharedObservation => {
    const on = dayOf(days);
    return {
      responseId: lineId(from + index),
      on,
      submittedAt: `${on}T20:00:00.000Z` as Instant,
      version: 1,
      corrects: null,
      total,
      displayed: total,
      band: null,
      prorated: prorated.includes(days),
    };
  });
  return {
    clientId,
    care: { inCareSince: addDays(dayOf(0), -7) },
    observations: new Map([[measureId, observations]]),
  };
}
