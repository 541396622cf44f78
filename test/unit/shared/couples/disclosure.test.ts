import { describe, expect, it } from 'vitest';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { CoupleId } from '#shared/contracts/ids.ts';
import { disclosable } from '#shared/couples/disclosure.ts';
import { sharable } from '#shared/couples/sharable.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { aConsent, aCouple, DANA, SAM } from '#test/support/a-couple.ts';

const TODAY = '2026-11-20' as CalendarDate;
const NOW = '2026-11-20T12:00:00.000Z' as Instant;
const BOTH = [aConsent(SAM), aConsent(DANA)];

describe('what partners may see of each other', () => {
  it('is what both agreed to', () => {
    expect(disclosable(aCouple(BOTH), TODAY)).toEqual(['csi16']);
    const more = [...BOTH, aConsent(SAM, 'phq9'), aConsent(DANA, 'gad7')];
    expect(disclosable(aCouple(more), TODAY)).toEqual(['csi16']);
    expect(disclosable(aCouple([...more, aConsent(DANA, 'phq9')]), TODAY)).toEqual([
      'csi16',
      'phq9',
    ]);
  });

  it.each([
    ['nobody', []],
    ['the first alone', [aConsent(SAM)]],
    ['the second alone', [aConsent(DANA)]],
    ['the same one twice', [aConsent(SAM), aConsent(SAM)]],
    ['the second for another measure', [aConsent(SAM), aConsent(DANA, 'csi4')]],
    [
      'the second for another couple',
      [aConsent(SAM), aConsent(DANA, 'csi16', { coupleId: SAM as string as CoupleId })],
    ],
    ['the second until it was taken back', [aConsent(SAM), { ...aConsent(DANA), revokedAt: NOW }]],
  ])('is nothing when %s agreed', (_, consents) => {
    expect(disclosable(aCouple(consents), TODAY)).toEqual([]);
  });

  it('ends after the last day of either consent', () => {
    const until = { expiresOn: TODAY };
    const consents = [aConsent(SAM), aConsent(DANA, 'csi16', until)];
    expect(disclosable(aCouple(consents), TODAY)).toEqual(['csi16']);
    expect(disclosable(aCouple(consents), '2026-11-21' as CalendarDate)).toEqual([]);
  });

  it('stands again by a further consent', () => {
    const consents = [...BOTH, { ...aConsent(DANA), revokedAt: NOW }];
    expect(disclosable(aCouple(consents), TODAY)).toEqual(['csi16']);
  });

  it('is nothing once the couple has ended', () => {
    expect(disclosable(aCouple(BOTH, { endedAt: NOW }), TODAY)).toEqual([]);
  });

  it.each([SAM, DANA])('is nothing when either told of violence', (who) => {
    const couple = aCouple(BOTH);
    const [sam, dana] = couple.partners.map((partner) => ({
      ...partner,
      toldOfViolence: partner.clientId === who,
    }));
    if (sam === undefined || dana === undefined) throw new Error('two partners expected');
    expect(disclosable({ ...couple, partners: [sam, dana] }, TODAY)).toEqual([]);
  });
});

describe('a measure that partners may agree on', () => {
  it('is the CSI in each of its lengths', () => {
    for (const id of ['csi16', 'csi4', 'csi32']) expect(sharable(id)?.id).toBe(id);
  });

  it.each([
    ['asks about violence by a partner', 'hark'],
    ['asks about the childhood', 'ace10'],
    ['is a screen', 'cssrs_screener'],
    ['is the sum of two others', 'phqads'],
    ['is an own form', 'form:00000000-0000-7000-8000-000000000001.1'],
    ['is a total brought along', 'hand:oq45'],
    ['is not known', 'csi64'],
  ])('is none that %s', (_, measureId) => {
    expect(sharable(measureId)).toBeNull();
    const consents = [aConsent(SAM, measureId), aConsent(DANA, measureId)];
    expect(disclosable(aCouple(consents), TODAY)).toEqual([]);
  });

  it('is none of any form with a question about violence by a partner', () => {
    const asking = INSTRUMENTS.filter(({ safetyItems }) =>
      safetyItems.some(({ kind }) => kind === 'partnerViolence'),
    );
    expect(asking.map(({ id }) => id)).toContain('hark');
    for (const { id, subscales } of asking) {
      expect(sharable(id)).toBeNull();
      for (const part of subscales) expect(sharable(`${id}.${part.id}`)).toBeNull();
    }
  });
});
