import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from '#shared/alerts/catalogue/settings.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { Couple } from '#shared/contracts/couple.ts';
import { CouplePageReply } from '#shared/contracts/couple-procedures.ts';
import { closingLinesIn } from '#shared/contracts/own-mark.ts';
import { sharable } from '#shared/couples/sharable.ts';
import { coupleUpdate, isSameUpdate } from '#shared/couples/update.ts';
import { coupleView, type PartnerRecord } from '#shared/couples/view.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { measuresOf } from '#shared/measures/of-instrument.ts';
import { violations } from '#shared/update/forbidden/forbidden.ts';
import { aPartner, COUPLE, DANA, PEOPLE, SAM } from '#test/support/a-couple.ts';

const AS_OF = '2026-11-21T00:58:00.000Z' as Instant;

/** The reply for a couple's page on which these measures are shared. */
function replyOf(
  measureIds: readonly string[],
  partners: readonly [PartnerRecord, PartnerRecord],
  asOf = AS_OF,
): CouplePageReply {
  return CouplePageReply.parse({
    is: 'couple',
    couple: Couple.parse({
      coupleId: COUPLE,
      partners: [SAM, DANA],
      since: '2026-01-07',
      endedAt: null,
      secretsPolicy: 'limited',
      policyAgreedOn: '2026-01-07',
    }),
    people: PEOPLE,
    timeZone: 'America/Chicago',
    view: coupleView({ coupleId: COUPLE, asOf }, measureIds, partners, NO_SETTINGS),
  });
}

const PARTED = [
  aPartner(
    SAM,
    [
      [0, 47],
      [90, 33],
    ],
    'csi16',
    [90],
  ),
  aPartner(DANA, [
    [0, 44],
    [92, 55],
  ]),
] as const;

describe('a couple’s Update', () => {
  it('tells each against the own baseline, the gap beside its error, and where it comes from', () => {
    expect(coupleUpdate(replyOf(['csi16'], PARTED))?.split('\n')).toEqual([
      "Couple: Sam Rivera (born 9 Jul 1985) and Dana Rivera (born 17 Feb 1986). For the couple's own record.",
      'Client self-report on what both agreed to share; each compared with the own baseline.',
      'CSI-16:',
      'Sam Rivera: 33/81 (prorated, a blank filled in by rule), 5 Apr 2026; about 14 points lower, reliable worsening, from 47 on 5 Jan 2026.',
      'Dana Rivera: 55/81, 7 Apr 2026; 11 points higher, reliable improvement, from 44 on 5 Jan 2026.',
      "Sam Rivera's score is about 22 points lower than Dana Rivera's; a difference below 7 is within measurement error, this one is beyond it.",
      'The difference has grown since their first two ratings, by more than measurement error.',
      'One is reliably better and one reliably worse than at their own baselines.',
      'Higher is better; threshold 7, computed, not verified (Funk and Rogge 2007).',
      "From the couple's page in Throughline, 20 Nov 2026, 6:58 pm.",
    ]);
  });

  it('says what is missing and claims nothing in its place', () => {
    const text = coupleUpdate(replyOf(['csi16'], [aPartner(SAM, [[0, 47]]), aPartner(DANA, [])]));
    expect(text).toContain('Sam Rivera: 47/81, 5 Jan 2026; too early to say, one score so far.');
    expect(text).toContain('Dana Rivera: No score yet.');
    expect(text).toContain('There are not yet ratings by both to compare.');
    expect(text).not.toMatch(/points? (?:lower|higher)|reliabl|difference/);
  });

  it('is no text at all where nothing is shared or the page is no couple’s', () => {
    expect(coupleUpdate(replyOf([], PARTED))).toBeNull();
    expect(coupleUpdate({ is: 'unknown', asOf: AS_OF })).toBeNull();
  });

  it('tells of no measure that is not in the reply, and of none that asks about violence', () => {
    const records = [aPartner(SAM, [[0, 4]], 'hark'), aPartner(DANA, [[0, 4]], 'hark')] as const;
    expect(coupleUpdate(replyOf(['hark'], records))).toBeNull();
    const text = coupleUpdate(replyOf(['csi16', 'hark'], PARTED));
    expect(text).not.toMatch(/HARK|violen|item \d|PHQ|alert|consent|withdr|policy|secret/i);
  });

  it('blames nobody, and is not taken for a client’s Update in a note', () => {
    const text = coupleUpdate(replyOf(['csi16'], PARTED)) ?? '';
    expect(text).not.toMatch(/\b(?:unhappier|right|wrong|fault|admits?|should|blame)\b/i);
    expect(closingLinesIn(text)).toEqual([]);
  });

  it('says nothing that an Update may not, whichever measure is shared', () => {
    const ids = INSTRUMENTS.flatMap((form) => measuresOf(form).map(({ id }) => id));
    const shared = [...new Set(ids)].filter((id) => sharable(id) !== null);
    expect(shared.length).toBeGreaterThan(10);
    const said = shared.flatMap((id) => {
      const scores = [
        [0, 4],
        [60, 9],
      ] as const;
      const text = coupleUpdate(
        replyOf([id], [aPartner(SAM, scores, id), aPartner(DANA, scores, id)]),
      );
      return violations(text ?? 'nothing').map((because) => `${id}: ${because} in ${text}`);
    });
    expect(said).toEqual([]);
  });
});

describe('a couple’s Update that was read', () => {
  const read = replyOf(['csi16'], PARTED);
  const LATER = '2026-11-21T00:59:00.000Z' as Instant;

  it('is the same a minute later, and another once anything of it changed', () => {
    expect(isSameUpdate(read, replyOf(['csi16'], PARTED, LATER))).toBe(true);
    const [sam] = PARTED;
    const newer = aPartner(DANA, [
      [0, 44],
      [92, 56],
    ]);
    expect(isSameUpdate(read, replyOf(['csi16'], [sam, newer], LATER))).toBe(false);
    expect(isSameUpdate(read, replyOf([], PARTED, LATER))).toBe(false);
    expect(isSameUpdate(read, { is: 'unknown', asOf: LATER })).toBe(false);
  });
});
