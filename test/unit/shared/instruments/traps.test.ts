import { describe, expect, it } from 'vitest';
import { asrs6 } from '#shared/instruments/data/asrs6.ts';
import { auditc } from '#shared/instruments/data/auditc.ts';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { cesdr } from '#shared/instruments/data/cesdr.ts';
import { csi4 } from '#shared/instruments/data/csi4.ts';
import { csi16 } from '#shared/instruments/data/csi16.ts';
import { cssrsScreener } from '#shared/instruments/data/cssrs_screener.ts';
import { dass21 } from '#shared/instruments/data/dass21.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { hark } from '#shared/instruments/data/hark.ts';
import { k6 } from '#shared/instruments/data/k6.ts';
import { k10 } from '#shared/instruments/data/k10.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { pcptsd5 } from '#shared/instruments/data/pcptsd5.ts';
import { phq4 } from '#shared/instruments/data/phq4.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { phq15 } from '#shared/instruments/data/phq15.ts';
import { phqa } from '#shared/instruments/data/phqa.ts';
import { psc17 } from '#shared/instruments/data/psc17.ts';
import { rand36 } from '#shared/instruments/data/rand36.ts';
import { rses } from '#shared/instruments/data/rses.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { shownPlaces } from '#shared/instruments/shown.ts';
import { roundHalfUp } from '#shared/scoring/rounding.ts';

const labels = (options: readonly { label: string }[]) => options.map(({ label }) => label);
const values = (options: readonly { value: number }[] = []) => options.map(({ value }) => value);

describe('wording that copies in circulation get wrong', () => {
  it('prints "Not at all" at the zero of the GAD-7, not "Not at all sure"', () => {
    expect(gad7.options[0]).toEqual({ value: 0, label: 'Not at all' });
  });

  it('asks the GAD-7 about "the following problems", the PHQ-9 about "any of the following"', () => {
    expect(gad7.stem).toContain('bothered by the following problems?');
    expect(phq9.stem).toContain('bothered by any of the following problems?');
  });

  it('prints "Most or all of the time" at the top of the CES-D', () => {
    expect(cesd.options.at(-1)?.label).toBe('Most or all of the time (5-7 days)');
  });

  it('keeps the dash and the question marks of the long items', () => {
    expect(phq9.items[5]?.text).toContain('yourself — or that you are a failure');
    expect(pcl5.items[9]?.text).toMatch(/what happened after it\?$/);
    expect(cesd.items[19]?.text).toBe('I could not “get going”');
  });

  it('asks the adolescent form in its own order, about two weeks', () => {
    expect(phqa.items[0]?.text).toMatch(/^Feeling down, depressed, irritable/);
    expect(phqa.items[3]?.text).toMatch(/^Poor appetite/);
    expect(phqa.recall).toEqual({ label: '2 weeks', days: 14 });
    expect(phqa.stem).not.toContain('7 days');
  });

  it('says "About the same" in item 2 of the RAND-36, as the SF-36 does not', () => {
    expect(rand36.items[1]?.options?.[2]?.label).toBe('About the same');
  });

  it('asks the lifetime questions of the C-SSRS without "In the past month"', () => {
    expect(cssrsScreener.items.slice(5).map(({ stem }) => stem)).toEqual(['', '']);
  });
});

describe('ranges and codings that circulate mixed up', () => {
  it('codes the K10 from 1 to 5 and the K6 from 0 to 4', () => {
    expect(values(k10.options)).toEqual([1, 2, 3, 4, 5]);
    expect(k10.range).toEqual({ min: 10, max: 50 });
    expect(k10.bands.map(({ min }) => min)).toEqual([10, 16, 22, 30]);
    expect(values(k6.options)).toEqual([0, 1, 2, 3, 4]);
  });

  it('ends the PHQ-4 at 12, not at 27', () => {
    expect(phq4.range).toEqual({ min: 0, max: 12 });
  });

  it('lets only item 1 of the couples index go to 6', () => {
    for (const measure of [csi16, csi4]) {
      const highest = measure.items.map(({ options }) => Math.max(...values(options)));
      expect(highest).toEqual(measure.items.map(({ number }) => (number === 1 ? 6 : 5)));
    }
    expect(csi16.range.max).toBe(6 + 15 * 5);
  });

  it('ends the couples index with "enjoyable", not with "lonely", and keeps printed order', () => {
    const poles = csi16.items.slice(10);
    expect(poles.map(({ anchors }) => anchors?.[0])).toEqual([
      'INTERESTING',
      'BAD',
      'FULL',
      'STURDY',
      'DISCOURAGING',
      'ENJOYABLE',
    ]);
    expect(poles.map(({ options }) => values(options)[0])).toEqual([5, 0, 5, 5, 0, 5]);
    expect(values(csi16.items[1]?.options)).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it('doubles the DASS-21 and keeps the lists of depression and anxiety apart', () => {
    const lists = Object.fromEntries(dass21.subscales.map((one) => [one.id, one.items]));
    expect(lists['depression']).toEqual([3, 5, 10, 13, 16, 17, 21]);
    expect(lists['anxiety']).toEqual([2, 4, 7, 9, 15, 19, 20]);
    expect(dass21.subscales.map(({ multiplier }) => multiplier)).toEqual([2, 2, 2]);
    expect(dass21.subscales[0]?.bands.at(-1)).toEqual({
      min: 28,
      max: 42,
      label: 'extremely severe',
    });
  });

  it('keeps the reverse key that belongs to its item order', () => {
    expect(rses.items[0]?.text).toMatch(/^On the whole/);
    expect(rses.reverseItems).toEqual([2, 5, 6, 8, 9]);
    expect(cesd.reverseItems).toEqual([4, 8, 12, 16]);
    expect(psc17.subscales.find(({ id }) => id === 'attention')?.items).toEqual([6, 7, 8, 9, 10]);
  });

  it('counts the two highest answers of the CESD-R alike and keeps them apart as answers', () => {
    expect(cesdr.options.slice(3)).toEqual([
      { value: 3, label: '5-7 days' },
      { value: 4, label: 'Nearly every day for 2 weeks', points: 3 },
    ]);
  });

  it('keeps the ASRS v1.1 apart from the ASRS-5: a count of six with a cut-off of 4', () => {
    expect(asrs6.range).toEqual({ min: 0, max: 6 });
    expect(asrs6.cutOffs).toMatchObject([{ value: 4, default: true }]);
  });
});

describe('cut-offs and changes that are taken for something else', () => {
  it('judges the PCL-5 by the values of Marx 2022, not by 5 and 10', () => {
    expect(pcl5.reliableChange.value).toBe(15);
    expect(pcl5.otherReliableChange.map(({ value }) => value)).toEqual([18, 18]);
  });

  it('shows that alpha and test-retest give the K6 values that differ by a factor of two', () => {
    expect(k6.reliableChange.value).toBe(9);
    expect(k6.otherReliableChange.map(({ value }) => value)).toEqual([9, 4]);
  });

  it('takes the cut-off of the PHQ-15 for a count of items, where "Does not apply" never counts', () => {
    expect(phq15.cutOffs).toMatchObject([{ value: 3, countFrom: 2, default: false }]);
    const notApplicable = phq15.items[3]?.options?.at(-1);
    expect(notApplicable).toEqual({ value: -1, label: 'Does not apply', points: 0 });
    expect(labels(phq15.options)).not.toContain('Does not apply');
  });

  it('shows the cut-offs of the AUDIT-C for women and men and puts neither in use', () => {
    expect(auditc.cutOffs.map(({ group, value }) => [group, value])).toEqual([
      ['women', 3],
      ['men', 4],
    ]);
    expect(auditc.cutOffs.some((cutOff) => cutOff.default)).toBe(false);
  });

  it('holds back the bands of the AUDIT-C, which match no published set', () => {
    expect(auditc.bandsProvenance).toBe('unsettled');
  });

  it('keeps the one value of the CES-D, which nobody recommends, out of use', () => {
    expect(cesd.reliableChange).toBeNull();
    expect(cesd.otherReliableChange).toMatchObject([{ value: 10, sd: 8.58, kind: 'computed' }]);
  });
});

describe('questions that are asked only after others', () => {
  it('asks the PTSD screen nothing after a "No" to its gate, which counts in no score', () => {
    const [gate, ...rest] = pcptsd5.items;
    expect(gate).toMatchObject({ printed: '', scored: false, stem: '' });
    expect(rest.map(({ printed }) => printed)).toEqual(['1', '2', '3', '4', '5']);
    for (const { askedWhen } of rest) expect(askedWhen).toEqual({ anyOf: [1], atLeast: 1 });
  });

  it('asks questions 3 to 5 of the C-SSRS after question 2 and the time frame after question 6', () => {
    expect(cssrsScreener.items.map(({ askedWhen }) => askedWhen?.anyOf[0] ?? null)).toEqual([
      null,
      null,
      2,
      2,
      2,
      null,
      6,
    ]);
  });
});

describe('codes', () => {
  it('gives 76504-0 to the HARK and to nothing else, and 71969-0 to nothing', () => {
    const totals = INSTRUMENTS.map(({ id, loinc }) => [id, loinc.total]);
    expect(totals.filter(([, code]) => code === '76504-0')).toEqual([['hark', '76504-0']]);
    expect(hark.loinc.total).toBe('76504-0');
    expect(auditc.loinc.total).toBe('75626-2');
    expect(totals.some(([, code]) => code === '71969-0')).toBe(false);
  });

  it('keeps panel and total of the PHQ-A apart', () => {
    expect(phqa.loinc).toMatchObject({ panel: '89206-7', total: '89204-2' });
  });
});

describe('means', () => {
  it('never come to lie on the wrong side of a band’s edge by being shown', () => {
    const edges = [2.5, 3.5];
    const sums = Array.from({ length: 60 }, (_, sum) => sum);
    const means = [10, 11, 12].flatMap((answered) => sums.map((sum) => sum / answered));
    for (const mean of means) {
      const shown = roundHalfUp(mean, shownPlaces('mean'));
      for (const edge of edges) expect([mean, shown < edge]).toEqual([mean, mean < edge]);
    }
  });
});
