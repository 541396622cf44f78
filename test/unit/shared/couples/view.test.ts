import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from '#shared/alerts/catalogue/settings.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { SharedMeasure } from '#shared/contracts/couple.ts';
import type { RuleSettings } from '#shared/contracts/rule-settings.ts';
import { coupleView } from '#shared/couples/view.ts';
import { aPartner, COUPLE, DANA, SAM } from '#test/support/a-couple.ts';

const MOMENT = { coupleId: COUPLE, asOf: '2026-11-20T12:00:00.000Z' as Instant };

type Scores = readonly (readonly [days: number, total: number])[];

function seen(sam: Scores, dana: Scores, settings: RuleSettings = NO_SETTINGS): SharedMeasure {
  const partners = [aPartner(SAM, sam), aPartner(DANA, dana)] as const;
  const view = coupleView(MOMENT, ['csi16'], partners, settings);
  if (view.is !== 'shared' || view.measures[0] === undefined) throw new Error('nothing is shared');
  return view.measures[0];
}

/** The gap, where one is told. */
function told(sam: Scores, dana: Scores) {
  const { gap } = seen(sam, dana);
  if (gap.is === 'untold') throw new Error(`not told: ${gap.because}`);
  return gap;
}

/** Whether the gap widened from 2 points to 50 beside a score of today. */
function widening(dana: number) {
  const before: Scores = [
    [0, 50],
    [60, 50],
  ];
  return told(before, [
    [0, 48],
    [60, dana],
  ]).widening;
}

const p1 = (parameters: Record<string, number>, enabled = true): RuleSettings => ({
  version: 1,
  rules: [{ rule: 'P1', enabled, parameters }],
});

describe('a couple’s view', () => {
  it('is off without a measure to share, and says nothing else', () => {
    const partners = [aPartner(SAM, [[0, 38]]), aPartner(DANA, [[0, 55]])] as const;
    expect(coupleView(MOMENT, [], partners, NO_SETTINGS)).toEqual({ is: 'off', ...MOMENT });
  });

  it('holds each partner against the own baseline', () => {
    const { partners, name, outOf, cutOff, threshold } = seen(
      [
        [0, 47],
        [90, 38],
      ],
      [
        [0, 53],
        [90, 55],
      ],
    );
    expect({ name, outOf }).toEqual({ name: 'CSI-16', outOf: 81 });
    expect(cutOff).toMatchObject({ value: 51.5, op: '<' });
    expect(threshold).toMatchObject({ value: 7, kind: 'computed', provenance: 'recalled' });
    expect(partners).toMatchObject([
      { clientId: SAM, latest: { displayed: 38 }, changeSinceBaseline: -9, verdict: 'worse' },
      { clientId: DANA, latest: { displayed: 55 }, changeSinceBaseline: 2, verdict: 'noChange' },
    ]);
  });

  it('says which scores have a blank filled in, the baseline’s as well', () => {
    const scores: Scores = [
      [0, 47],
      [60, 44],
      [90, 38],
    ];
    const partners = [
      aPartner(SAM, scores, 'csi16', [0]),
      aPartner(DANA, scores, 'csi16', [90]),
    ] as const;
    const view = coupleView(MOMENT, ['csi16'], partners, NO_SETTINGS);
    expect(view.is === 'shared' && view.measures[0]?.partners).toMatchObject([
      { latest: { prorated: false }, baseline: { displayed: 47, prorated: true } },
      { latest: { prorated: true }, baseline: { displayed: 47, prorated: false } },
    ]);
  });

  it('does not judge a first score, and shows none where there is none', () => {
    const { partners, gap, together } = seen([[0, 47]], []);
    expect(partners[0]).toMatchObject({
      verdict: 'notJudged',
      notJudgedFor: 'onlyOneScore',
      changeSinceBaseline: null,
    });
    expect(partners[1]).toEqual({
      clientId: DANA,
      latest: null,
      baseline: null,
      changeSinceBaseline: null,
      verdict: 'notJudged',
      notJudgedFor: 'noScore',
    });
    expect(gap).toEqual({ is: 'untold', because: 'noScore' });
    expect(together).toBe('none');
  });

  it.each([
    [[30, 44], [51, 65], 'bothBetter'],
    [[44, 30], [65, 51], 'bothWorse'],
    [[30, 44], [65, 51], 'discordant'],
    [[30, 44], [51, 52], 'none'],
    [[30, 31], [51, 52], 'none'],
  ] as const)('tells %j beside %j as %s', ([from, to], [before, after], together) => {
    const sam: Scores = [
      [0, from],
      [60, to],
    ];
    const dana: Scores = [
      [0, before],
      [60, after],
    ];
    expect(seen(sam, dana).together).toBe(together);
  });
});

const APART = { is: 'untold', because: 'apart' };

describe('the gap between two ratings', () => {
  it('is beyond error from the reliable-change value on', () => {
    expect(seen([[0, 50]], [[0, 43]]).gap).toEqual({
      is: 'told',
      points: 7,
      threshold: 7,
      beyondError: true,
      widening: null,
    });
    expect(seen([[0, 50]], [[0, 44]]).gap).toMatchObject({ points: 6, beyondError: false });
  });

  it('is of scores at most 14 days apart', () => {
    expect(told([[0, 50]], [[14, 40]]).points).toBe(10);
    expect(seen([[0, 50]], [[15, 40]]).gap).toEqual(APART);
    expect(
      seen(
        [
          [0, 50],
          [40, 50],
        ],
        [[0, 40]],
      ).gap,
    ).toEqual(APART);
  });

  it('is not told of a measure without a recommended threshold, nor is a change judged', () => {
    const scores: Scores = [
      [0, 30],
      [30, 22],
    ];
    const partners = [aPartner(SAM, scores, 'k10'), aPartner(DANA, scores, 'k10')] as const;
    const view = coupleView(MOMENT, ['k10'], partners, NO_SETTINGS);
    const [measure] = view.is === 'shared' ? view.measures : [];
    expect(measure?.gap).toEqual({ is: 'untold', because: 'noThreshold' });
    expect(measure?.partners[0]).toMatchObject({
      changeSinceBaseline: -8,
      verdict: 'notJudged',
      notJudgedFor: 'noThreshold',
    });
  });

  it('widens when it grew by the square root of two times the error: 9.4 points', () => {
    expect(widening(39)).toBe(false);
    expect(widening(38)).toBe(true);
  });

  it('does not widen by closing', () => {
    const { gap } = seen(
      [
        [0, 60],
        [60, 50],
      ],
      [
        [0, 40],
        [60, 50],
      ],
    );
    expect(gap).toMatchObject({ points: 0, widening: false });
  });

  it('follows what the practice has set, and is not said when it switched the rule off', () => {
    expect(seen([[0, 50]], [[0, 40]], p1({ share: 1.5 })).gap).toMatchObject({
      threshold: 10.5,
      beyondError: false,
    });
    expect(seen([[0, 50]], [[10, 40]], p1({ days: 9 })).gap).toEqual(APART);
    expect(seen([[0, 50]], [[0, 40]], p1({}, false)).gap).toEqual({
      is: 'untold',
      because: 'switchedOff',
    });
  });
});
