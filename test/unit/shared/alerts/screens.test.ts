import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/alerts/evaluate.ts';
import { addDays } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers } from '#shared/contracts/response.ts';
import { asq } from '#shared/instruments/data/asq.ts';
import { core10 } from '#shared/instruments/data/core10.ts';
import { cssrsScreener } from '#shared/instruments/data/cssrs_screener.ts';
import { hark } from '#shared/instruments/data/hark.ts';
import { phqa } from '#shared/instruments/data/phqa.ts';
import { ypcore } from '#shared/instruments/data/ypcore.ts';
import { aResponse, FIRST_DAY } from '../a-history.ts';
import { itemsOf, optionsFrom } from '../scoring/an-instrument.ts';
import { firedFor, firing, setting } from './outcomes.ts';

const forms = (instrument: Instrument, days: number, ...answers: readonly Answers[]) =>
  answers.map((given, index) =>
    aResponse(instrument, given, { number: index + 1, on: addDays(FIRST_DAY, index * days) }),
  );
const fired = (instrument: Instrument, ...answers: readonly Answers[]) =>
  firedFor(forms(instrument, 14, ...answers), instrument);

/** Four questions about violence by a partner, as the HARK asks them. */
const partner: Instrument = {
  ...hark,
  items: itemsOf(4),
  options: optionsFrom(0, 1),
  wording: 'given',
};

/** CORE-10 answers with a given one to item 6, "I made plans to end my life". */
const core = (item6: number | null): Answers => [1, 3, 3, 1, 1, item6, 1, 1, 1, 1];

const NOTHING = [0, 0, null, null, null, 0, null];

describe('the C-SSRS screener', () => {
  it.each([
    ['intent', [1, 1, 0, 1, 0, 0, null], 'emergency'],
    ['a plan', [1, 1, 0, 0, 1, 0, null], 'emergency'],
    ['behaviour within three months', [0, 0, null, null, null, 1, 1], 'emergency'],
    ['a method', [1, 1, 1, 0, 0, 0, null], 'urgent'],
    ['behaviour longer ago', [0, 0, null, null, null, 1, 0], 'urgent'],
    ['thoughts', [0, 1, 0, 0, 0, 0, null], 'review'],
    ['a wish to be dead', [1, 0, null, null, null, 0, null], 'review'],
  ])('raises S4 alone for %s, as urgent as the triage says', (_, answers, tier) => {
    expect(fired(cssrsScreener, answers)).toEqual([`S4 ${tier} cssrs_screener`]);
  });

  it('raises nothing when nothing was answered yes, and ends nothing either', () => {
    const outcomes = evaluate(
      forms(cssrsScreener, 14, [1, 1, 0, 1, 0, 0, null], NOTHING),
      cssrsScreener,
      FIRST_DAY,
    );
    expect(outcomes.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual([
      'S3 clears',
      'S3 clears',
      'S3 clears',
    ]);
  });

  it('shows what it found before, within 60 days', () => {
    const twice = [
      [1, 0, null, null, null, 0, null],
      [0, 0, null, null, null, 1, 1],
    ];
    expect(firing('S4', forms(cssrsScreener, 60, ...twice), cssrsScreener).evidence).toMatchObject({
      kind: 'screen',
      now: { finding: 'high', label: 'high risk', on: '2026-03-08' },
      before: { finding: 'low', on: '2026-01-07' },
    });
    const longAgo = firing('S4', forms(cssrsScreener, 61, ...twice), cssrsScreener);
    expect(longAgo.evidence).toMatchObject({ before: null });
  });

  it('looks past a form without a finding for what it found before', () => {
    const found = [1, 0, null, null, null, 0, null];
    const blank = found.map(() => null);
    const history = forms(cssrsScreener, 14, found, blank, found);
    expect(history[1]?.score.status).not.toBe('screened');
    expect(firing('S4', history, cssrsScreener).evidence).toMatchObject({
      before: { finding: 'low', on: '2026-01-07' },
    });
  });

  it('reports a blank beside what it found', () => {
    expect(fired(cssrsScreener, [1, 1, null, 1, 0, 0, null])).toEqual([
      'S3 review cssrs_screener',
      'S4 emergency cssrs_screener',
    ]);
  });

  it('does not pass over an answer that a later change of another one withdrew', () => {
    const withdrawn = [0, 0, null, 1, null, 0, null];
    expect(fired(cssrsScreener, withdrawn)).toEqual(['S1 emergency cssrs_screener']);
    expect(fired(cssrsScreener, withdrawn, withdrawn)).toEqual(['S2 emergency cssrs_screener']);
  });
});

describe('the ASQ', () => {
  it('is acute with a yes to item 5, positive with any other', () => {
    expect(fired(asq, [1, 0, 0, 0, 1])).toEqual(['S4 emergency asq']);
    expect(fired(asq, [0, 0, 0, 1, 0])).toEqual(['S4 urgent asq']);
    expect(fired(asq, [0, 0, 0, 0, null])).toEqual([]);
  });

  it('takes a refusal for positive, and says that it was one', () => {
    expect(fired(asq, [0, null, 0, 0, 0])).toEqual(['S3 review asq', 'S4 urgent asq']);
  });
});

describe('CORE-10 item 6', () => {
  it.each([
    [1, 'urgent'],
    [3, 'urgent'],
    [4, 'emergency'],
  ])('answered with %i is new: %s', (answer, tier) => {
    expect(fired(core10, core(answer))).toEqual([`S1 ${tier} core10`]);
  });

  it('stays an emergency while it is the highest answer', () => {
    expect(fired(core10, core(4), core(4))).toContain('S2 emergency core10');
    expect(fired(core10, core(4), core(3))).toContain('S2 urgent core10');
    expect(fired(core10, core(2), core(1))).toContain('S2 review core10');
  });
});

describe('the same rules on forms for the young', () => {
  it('look at item 9 of the PHQ-A and item 4 of the YP-CORE', () => {
    expect(fired(phqa, [0, 0, 0, 0, 0, 0, 0, 0, 1])).toEqual(['S1 urgent phqa']);
    expect(fired(ypcore, [0, 0, 4, 1, 4, 0, 0, 0, 0, 4])).toContain('S1 urgent ypcore');
  });
});

describe('an answer about violence by a partner', () => {
  it('raises P2 for every yes, and no other alert', () => {
    expect(fired(partner, [0, 1, 0, 1])).toEqual(['P2 urgent hark', 'P2 urgent hark']);
    expect(fired(partner, [0, 0, 0, 0])).toEqual([]);
    expect(fired(partner, [0, null, 0, 0])).toEqual([]);
  });

  it('is raised again by the same answer on a later form', () => {
    const again = firing('P2', forms(partner, 14, [1, 0, 0, 0], [1, 0, 0, 0]), partner);
    expect(again.evidence).toMatchObject({ item: 1, now: { value: 1 }, before: { value: 1 } });
  });

  it('is said whatever a practice has set', () => {
    const history = forms(partner, 14, [1, 0, 0, 0]);
    const settings = setting('P2', {}, false);
    expect(firedFor(history, partner, { settings })).toEqual(['P2 urgent hark']);
  });
});
