import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from '#shared/alerts/catalogue/settings.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { SharedMeasure } from '#shared/contracts/couple.ts';
import { coupleView } from '#shared/couples/view.ts';
import {
  gapInWords,
  NOTHING_SHARED,
  ownChangeInWords,
  standardsInWords,
  togetherInWords,
  wideningInWords,
} from '#shared/words/couples.ts';
import { aPartner, COUPLE, DANA, SAM } from '#test/support/a-couple.ts';

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
    expect(gapInWords(APART.gap)).toBe(
      'The ratings differ by 17 points, more than measurement error (7).',
    );
    expect(gapInWords(seen([[0, 50]], [[0, 49]]).gap)).toBe(
      'The ratings differ by 1 point, not more than measurement error (7).',
    );
    expect(gapInWords(seen([[0, 50]], [[40, 49]]).gap)).toBe(
      'No two ratings lie close enough in time to be compared.',
    );
  });

  it.each([
    ['switchedOff', /^Your practice has switched off/],
    ['noThreshold', /^No threshold is recommended for this measure/],
    ['noScore', /^There are not yet ratings by both/],
    ['apart', /^No two ratings lie close enough in time/],
  ] as const)('says why no gap is told: %s', (because, words) => {
    expect(gapInWords({ is: 'untold', because })).toMatch(words);
  });

  it('tells each change from the own baseline', () => {
    expect(APART.partners.map(ownChangeInWords)).toEqual([
      '9 points lower, reliable worsening',
      '2 points higher, no reliable change',
    ]);
    const { partners } = seen([[0, 50]], []);
    expect(partners.map(ownChangeInWords)).toEqual(['too early to say', 'no score yet']);
    const change = {
      ...partners[0],
      changeSinceBaseline: -4,
      notJudgedFor: 'noThreshold',
    } as const;
    expect(ownChangeInWords(change)).toBe(
      '4 points lower, change not judged, no recommended threshold',
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
      gapInWords(APART.gap),
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
