import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from '#shared/alerts/catalogue/settings.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { SharedMeasure } from '#shared/contracts/couple.ts';
import { coupleView } from '#shared/couples/view.ts';
import {
  calledApart,
  gapInWords,
  NOTHING_SHARED,
  newestInWords,
  ownChangeInWords,
  standardsInWords,
  togetherInWords,
  wideningInWords,
} from '#shared/words/couples.ts';
import { aPartner, COUPLE, DANA, PEOPLE, SAM } from '#test/support/a-couple.ts';

type Scores = readonly (readonly [days: number, total: number])[];

function seen(sam: Scores, dana: Scores): SharedMeasure {
  const asOf = '2026-11-20T12:00:00.000Z' as Instant;
  const partners = [aPartner(SAM, sam), aPartner(DANA, dana)] as const;
  const view = coupleView({ coupleId: COUPLE, asOf }, ['csi16'], partners, NO_SETTINGS);
  if (view.is !== 'shared' || view.measures[0] === undefined) throw new Error('nothing is shared');
  return view.measures[0];
}

describe('a couple in words', () => {
  const APART = seen(
    [
      [0, 47],
      [90, 38],
    ],
    [
      [0, 53],
      [90, 55],
    ],
  );

  it('tells the gap beside measurement error', () => {
    expect(gapInWords(APART, PEOPLE)).toBe(
      "Sam Rivera's score is 17 points lower than Dana Rivera's; a difference below 7 is within measurement error, this one is beyond it.",
    );
    expect(gapInWords(seen([[0, 50]], [[0, 49]]), PEOPLE)).toBe(
      "Sam Rivera's score is 1 point higher than Dana Rivera's; a difference below 7 is within measurement error, as this one is.",
    );
    expect(gapInWords(seen([[0, 50]], [[0, 50]]), PEOPLE)).toBe(
      'Both newest scores are the same; a difference below 7 is within measurement error.',
    );
    expect(gapInWords(seen([[0, 50]], [[40, 49]]), PEOPLE)).toBe(
      'No two ratings lie close enough in time to be compared.',
    );
  });

  it('says about how far a score lies off in which a blank was filled in', () => {
    const { partners, gap } = seen([[0, 50]], [[0, 49]]);
    const [one, other] = partners;
    if (one.latest === null) throw new Error('Sam has no score');
    const filledIn = { ...one, latest: { ...one.latest, prorated: true } };
    expect(gapInWords({ gap, partners: [filledIn, other] }, PEOPLE)).toContain(
      'is about 1 point higher than',
    );
    expect(newestInWords(filledIn, 81)).toBe(
      '50/81 (prorated, a blank filled in by rule), 5 Jan 2026',
    );
  });

  it('names each by the own scores, in whichever order they are told, and namesakes apart', () => {
    const [sam, dana] = PEOPLE;
    expect(gapInWords(APART, [dana, sam])).toBe(gapInWords(APART, PEOPLE));
    expect(() => gapInWords(APART, [sam, sam])).toThrow('nobody in the couple');
    const namesake = { ...dana, displayName: sam.displayName };
    expect(calledApart([sam, namesake])).toEqual([
      'Sam Rivera (born 9 Jul 1985)',
      'Sam Rivera (born 17 Feb 1986)',
    ]);
  });

  it.each([
    ['switchedOff', /is switched off in this practice\.$/],
    ['noThreshold', /^No threshold is recommended for this measure/],
    ['noScore', /^There are not yet ratings by both/],
    ['apart', /^No two ratings lie close enough in time/],
  ] as const)('says why no gap is told: %s', (because, words) => {
    const { partners } = seen([[0, 50]], [[0, 49]]);
    expect(gapInWords({ gap: { is: 'untold', because }, partners }, PEOPLE)).toMatch(words);
  });

  it('tells each change from the own baseline', () => {
    expect(APART.partners.map(ownChangeInWords)).toEqual([
      '9 points lower, reliable worsening, from 47 on 5 Jan 2026',
      '2 points higher, no reliable change, from 53 on 5 Jan 2026',
    ]);
    const { partners } = seen([[0, 50]], []);
    expect(partners.map(ownChangeInWords)).toEqual([
      'too early to say, one score so far',
      'nothing to compare yet',
    ]);
    if (partners[0].latest === null) throw new Error('Sam has no score');
    const change = {
      ...partners[0],
      baseline: { ...partners[0].latest, displayed: 54, prorated: true },
      changeSinceBaseline: -4,
      notJudgedFor: 'noThreshold',
    } as const;
    expect(ownChangeInWords(change)).toBe(
      'about 4 points lower, change not judged, no recommended threshold, from 54 (prorated, a blank filled in by rule) on 5 Jan 2026',
    );
  });

  it('tells that a gap grew, and that courses part, where they do', () => {
    expect(wideningInWords(APART.gap)).toMatch(/^The difference has grown/);
    expect(wideningInWords(seen([[0, 50]], [[0, 49]]).gap)).toBeNull();
    expect(togetherInWords('discordant')).toBe(
      'One is reliably better and one reliably worse than at their own baselines.',
    );
    expect(togetherInWords('none')).toBeNull();
  });

  it('tells where its numbers come from, and what nobody has seen in the source', () => {
    expect(standardsInWords(APART)).toBe(
      'Higher is better; below 51.5: notable relationship dissatisfaction, not verified; threshold 7, computed, not verified (Funk & Rogge 2007).',
    );
  });

  it('never blames, and gives no reason for sharing nothing', () => {
    const words = [
      gapInWords(APART, PEOPLE),
      wideningInWords(APART.gap),
      ...(['bothBetter', 'bothWorse', 'discordant'] as const).map(togetherInWords),
      NOTHING_SHARED,
    ].join(' ');
    expect(words).not.toMatch(/\b(?:unhappier|right|wrong|fault|admits?|should|blame|violence)\b/i);
    expect(NOTHING_SHARED).not.toMatch(
      /revok|took|taken back|withdr|expired|ended|safety|switched/i,
    );
  });
});
