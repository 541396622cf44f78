import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from '#shared/alerts/catalogue/settings.ts';
import { addDays, type CalendarDate, type Instant } from '#shared/contracts/calendar.ts';
import { type Consent, CoupleView, type SharedMeasure } from '#shared/contracts/couple.ts';
import { disclosable, stands } from '#shared/couples/disclosure.ts';
import { coupleView } from '#shared/couples/view.ts';
import { aConsent, aCouple, aPartner, COUPLE, DANA, SAM } from '#test/support/a-couple.ts';

const TODAY = '2026-06-15' as CalendarDate;
const ASKED = { coupleId: COUPLE, asOf: '2026-06-15T12:00:00.000Z' as Instant };

const anyConsent: fc.Arbitrary<Consent> = fc
  .record({
    who: fc.constantFrom(SAM, DANA),
    measureId: fc.constantFrom('csi16', 'csi4', 'phq9', 'gad7', 'hark', 'phqads'),
    days: fc.integer({ min: -3, max: 3 }),
    revoked: fc.boolean(),
  })
  .map(({ who, measureId, days, revoked }) =>
    aConsent(who, measureId, {
      expiresOn: addDays(TODAY, days),
      revokedAt: revoked ? ASKED.asOf : null,
    }),
  );
const anyConsents = fc.array(anyConsent, { maxLength: 20 });

const anyScores = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 81 })),
  { maxLength: 8 },
);

describe('what any couple discloses', () => {
  it('has the consent of both, each standing on the day', () => {
    fc.assert(
      fc.property(anyConsents, (consents) => {
        for (const id of disclosable(aCouple(consents), TODAY)) {
          for (const who of [SAM, DANA]) {
            const agreed = consents.filter(
              (consent) => consent.clientId === who && consent.measureId === id,
            );
            expect(agreed.some((consent) => stands(consent, TODAY))).toBe(true);
          }
          expect(['hark', 'phqads']).not.toContain(id);
        }
      }),
    );
  });

  it('is the same whoever is named first', () => {
    fc.assert(
      fc.property(anyConsents, (consents) => {
        const couple = aCouple(consents);
        const [sam, dana] = couple.partners;
        expect(disclosable({ ...couple, partners: [dana, sam] }, TODAY)).toEqual(
          disclosable(couple, TODAY),
        );
      }),
    );
  });

  it('never grows when a partner takes a consent back, or a day goes by', () => {
    fc.assert(
      fc.property(anyConsents, fc.nat(), (consents, which) => {
        const before = disclosable(aCouple(consents), TODAY);
        const fewer = consents.map((consent, index) =>
          index === which % Math.max(1, consents.length)
            ? { ...consent, revokedAt: ASKED.asOf }
            : consent,
        );
        expect(before).toEqual(expect.arrayContaining([...disclosable(aCouple(fewer), TODAY)]));
        expect(before).toEqual(
          expect.arrayContaining([...disclosable(aCouple(consents), addDays(TODAY, 1))]),
        );
      }),
    );
  });

  it('is nothing when anybody told of violence, or the couple ended', () => {
    fc.assert(
      fc.property(anyConsents, fc.constantFrom(0, 1, 2), (consents, why) => {
        const couple = aCouple(consents, why === 2 ? { endedAt: ASKED.asOf } : {});
        const told = couple.partners.map((partner, index) => ({
          ...partner,
          toldOfViolence: index === why,
        })) as unknown as typeof couple.partners;
        const none = disclosable({ ...couple, partners: told }, TODAY);
        expect(none).toEqual([]);
        const partners = [aPartner(SAM, [[0, 40]]), aPartner(DANA, [[0, 60]])] as const;
        expect(coupleView(ASKED, none, partners, NO_SETTINGS)).toEqual({ is: 'off', ...ASKED });
      }),
    );
  });
});

describe('any couple’s view', () => {
  it('mirrors itself when the partners are named the other way round', () => {
    fc.assert(
      fc.property(anyScores, anyScores, (sam, dana) => {
        const [one, other] = [aPartner(SAM, sam), aPartner(DANA, dana)];
        const given = coupleView(ASKED, ['csi16'], [one, other], NO_SETTINGS);
        const toldTurned = coupleView(ASKED, ['csi16'], [other, one], NO_SETTINGS);
        expect(mirrored(toldTurned)).toEqual(given);
        expect(CoupleView.parse(given)).toEqual(given);
      }),
    );
  });

  it('says of one partner the same whatever the other answered', () => {
    fc.assert(
      fc.property(anyScores, anyScores, anyScores, (sam, dana, otherwise) => {
        const course = (other: typeof dana) => {
          const view = coupleView(
            ASKED,
            ['csi16'],
            [aPartner(SAM, sam), aPartner(DANA, other)],
            NO_SETTINGS,
          );
          return view.is === 'shared' ? view.measures[0]?.partners[0] : null;
        };
        expect(course(otherwise)).toEqual(course(dana));
      }),
    );
  });

  it('holds nothing of a measure that is not shared', () => {
    fc.assert(
      fc.property(anyScores, anyScores, (sam, dana) => {
        const [one, other] = [aPartner(SAM, sam), aPartner(DANA, dana, 'gad7')];
        const view = coupleView(ASKED, ['csi16'], [one, other], NO_SETTINGS);
        const course = view.is === 'shared' ? view.measures[0]?.partners[1] : null;
        expect(course?.latest).toBeNull();
        expect(course?.changeSinceBaseline).toBeNull();
      }),
    );
  });
});

function mirrored(view: CoupleView): CoupleView {
  return view.is === 'off' ? view : { ...view, measures: view.measures.map(turned) };
}

function turned(shared: SharedMeasure): SharedMeasure {
  const [one, other] = shared.partners;
  return { ...shared, partners: [other, one] };
}
