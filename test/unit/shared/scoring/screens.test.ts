import { describe, expect, it } from 'vitest';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScreenFinding } from '#shared/contracts/scoring-rule.ts';
import { score } from '#shared/scoring/score.ts';
import { anInstrument, aRiskItem, itemsOf, optionsFrom } from './an-instrument.ts';

const finding = (
  id: string,
  tier: ScreenFinding['tier'],
  anyOf: number[],
  orBlank = false,
): ScreenFinding => ({
  id,
  label: `${id} risk`,
  anyOf,
  atLeast: 1,
  orBlank,
  tier,
  provenance: 'proposal',
  source: 'invented',
});

/** Built like the triage of a suicide screener: items 3 to 5 after item 2, item 7 after item 6. */
const triage = anInstrument({
  options: optionsFrom(0, 1),
  items: itemsOf(7, {
    3: { askedWhen: { anyOf: [2], atLeast: 1 } },
    4: { askedWhen: { anyOf: [2], atLeast: 1 } },
    5: { askedWhen: { anyOf: [2], atLeast: 1 } },
    7: { askedWhen: { anyOf: [6], atLeast: 1 } },
  }),
  scoring: {
    method: 'screen',
    findings: [
      finding('high', 'emergency', [4, 5, 7]),
      finding('moderate', 'urgent', [3, 6]),
      finding('low', 'review', [1, 2]),
    ],
    otherwise: { id: 'none', label: 'no finding' },
  },
  range: null,
  bands: [],
  safetyItems: [1, 2, 3, 4, 5, 6, 7].map((item) => aRiskItem(item)),
});

describe('a screen with a rule in place of a number', () => {
  it.each([
    ['nothing but no', [0, 0, null, null, null, 0, null], 'none', null],
    ['item 1 only', [1, 0, null, null, null, 0, null], 'low', 'review'],
    ['items 1 and 2', [1, 1, 0, 0, 0, 0, null], 'low', 'review'],
    ['item 3', [1, 1, 1, 0, 0, 0, null], 'moderate', 'urgent'],
    ['item 6 with item 7 denied', [0, 0, null, null, null, 1, 0], 'moderate', 'urgent'],
    ['item 4', [1, 1, 0, 1, 0, 0, null], 'high', 'emergency'],
    ['item 7', [0, 0, null, null, null, 1, 1], 'high', 'emergency'],
  ])('finds by the first that holds: %s', (_, answers, found, tier) => {
    expect(score(triage, answers)).toMatchObject({
      status: 'screened',
      finding: found,
      tier,
      missingItems: [],
    });
  });

  it('gives no number', () => {
    expect(score(triage, [1, 0, null, null, null, 0, null])).not.toHaveProperty('total');
  });

  it('keeps a finding although the question before it was left blank', () => {
    expect(score(triage, [0, null, null, 1, null, 0, null])).toMatchObject({
      finding: 'high',
      missingItems: [2],
    });
    expect(score(triage, [null, null, null, null, null, 1, 1])).toMatchObject({
      finding: 'high',
      missingItems: [1, 2],
    });
  });

  it('never says that there is none over a blank', () => {
    expect(score(triage, [0, null, null, null, null, 0, null])).toMatchObject({
      status: 'unscorable',
      reason: 'gateUnanswered',
      missingItems: [2],
    });
    expect(score(triage, [null, 0, null, null, null, 0, null])).toMatchObject({
      status: 'unscorable',
      reason: 'tooManyMissing',
      missingItems: [1],
    });
    expect(
      score(
        triage,
        triage.items.map(() => null),
      ),
    ).toMatchObject({
      status: 'unscorable',
      reason: 'nothingAnswered',
    });
  });

  it('leaves out an answer that is no longer asked, and still reports it', () => {
    const { safety, ...rest } = score(triage, [1, 0, 1, 1, null, 0, null]);
    expect(rest).toMatchObject({ finding: 'low' });
    expect(safety.filter(({ withdrawn }) => withdrawn === true)).toMatchObject([
      { item: 3, positive: true },
      { item: 4, positive: true },
    ]);
  });
});

describe('a screen on which a refusal counts as positive', () => {
  const asked = anInstrument({
    options: optionsFrom(0, 1),
    items: itemsOf(5, { 5: { askedWhen: { anyOf: [1, 2, 3, 4], atLeast: 1, orBlank: true } } }),
    scoring: {
      method: 'screen',
      findings: [
        finding('acute', 'emergency', [5]),
        finding('positive', 'urgent', [1, 2, 3, 4], true),
      ],
      otherwise: { id: 'negative', label: 'negative' },
    },
    range: null,
    bands: [],
    safetyItems: [1, 2, 3, 4, 5].map((item) => aRiskItem(item)),
  });

  it.each([
    ['four denials', [0, 0, 0, 0, null], 'negative'],
    ['a yes', [0, 0, 1, 0, 0], 'positive'],
    ['a refusal', [0, null, 0, 0, 0], 'positive'],
    ['a refusal and a yes to the last', [0, null, 0, 0, 1], 'acute'],
    ['nothing but refusals', [null, null, null, null, null], 'positive'],
  ])('%s', (_, answers, found) => {
    expect(score(asked, answers)).toMatchObject({ status: 'screened', finding: found });
  });

  it('takes no blank for a refusal at an item that was never asked', () => {
    const loud: Instrument = {
      ...asked,
      scoring: {
        method: 'screen',
        findings: [finding('acute', 'emergency', [5], true)],
        otherwise: { id: 'negative', label: 'negative' },
      },
    };
    expect(score(loud, [0, 0, 0, 0, null])).toMatchObject({ finding: 'negative' });
    expect(score(loud, [0, 1, 0, 0, null])).toMatchObject({ finding: 'acute' });
  });

  it('lists a refusal as a blank, not as a yes', () => {
    const { safety } = score(asked, [0, null, 0, 0, null]);
    expect(safety[1]).toMatchObject({ item: 2, value: null, positive: false });
    expect(safety).toHaveLength(5);
  });
});
