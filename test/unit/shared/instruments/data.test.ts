import { describe, expect, it } from 'vitest';
import { Instrument } from '#shared/contracts/instrument.ts';
import { cesd } from '#shared/instruments/cesd.ts';
import { gad7 } from '#shared/instruments/gad7.ts';
import { pcl5 } from '#shared/instruments/pcl5.ts';
import { phq9 } from '#shared/instruments/phq9.ts';
import { defaultCutOff, INSTRUMENTS, instrument } from '#shared/instruments/registry.ts';
import { defectsOf } from '#shared/instruments/validate.ts';

describe.each(INSTRUMENTS)('$shortTitle', (measure) => {
  it('fits the contract', () => {
    expect(Instrument.parse(measure)).toEqual(measure);
  });

  it('does not contradict itself', () => {
    expect(defectsOf(measure)).toEqual([]);
  });

  it('names a source for every threshold', () => {
    const thresholds = [measure.reliableChange, ...measure.otherReliableChange, ...measure.cutOffs];
    for (const threshold of thresholds) expect(threshold?.source ?? 'none in use').not.toBe('');
  });

  it('is found by its id, and only in the version at hand', () => {
    expect(instrument(measure.id)).toBe(measure);
    expect(instrument(measure.id, measure.version)).toBe(measure);
    expect(instrument(measure.id, measure.version + 1)).toBeNull();
  });
});

describe('the registry', () => {
  it('knows no measure that is not in it', () => {
    expect(instrument('bdi2')).toBeNull();
  });

  it('holds every id once', () => {
    expect(new Set(INSTRUMENTS.map(({ id }) => id)).size).toBe(INSTRUMENTS.length);
  });
});

describe('facts that copies in circulation get wrong', () => {
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

  it('judges the PCL-5 by the values of Marx 2022, not by 5 and 10', () => {
    expect(pcl5.reliableChange.value).toBe(15);
    expect(pcl5.otherReliableChange.map(({ value }) => value)).toEqual([18, 18]);
  });

  it('keeps the dash and the question marks of the long items', () => {
    expect(phq9.items[5]?.text).toContain('yourself — or that you are a failure');
    expect(pcl5.items[9]?.text).toMatch(/what happened after it\?$/);
    expect(cesd.items[19]?.text).toBe('I could not “get going”');
  });
});

describe('thresholds in use', () => {
  it.each([
    ['phq9', 6, 10],
    ['gad7', 4, 10],
    ['pcl5', 15, 31],
    ['cesd', undefined, 16],
  ])('%s: reliable change %s, cut-off %s', (id, change, cutOff) => {
    const measure = instrument(id);
    expect(measure?.reliableChange?.value).toBe(change);
    expect(measure === null ? null : defaultCutOff(measure)?.value).toBe(cutOff);
  });

  it('keeps the one value of the CES-D, which nobody recommends, out of use', () => {
    expect(cesd.reliableChange).toBeNull();
    expect(cesd.otherReliableChange).toMatchObject([{ value: 10, sd: 8.58, kind: 'computed' }]);
  });

  it('watches item 9 of the PHQ-9 for risk and only shows item 16 of the PCL-5', () => {
    expect(phq9.safetyItems).toMatchObject([{ item: 9, positiveFrom: 1, kind: 'suicidality' }]);
    expect(pcl5.safetyItems).toMatchObject([{ item: 16, positiveFrom: 2, kind: 'informational' }]);
  });
});
