import { describe, expect, it } from 'vitest';
import { cutOffSaid, rangesSaid } from '#extension/panel/trends/threshold-words.ts';
import { auditc } from '#shared/instruments/data/auditc.ts';
import { csi16 } from '#shared/instruments/data/csi16.ts';
import { dass21 } from '#shared/instruments/data/dass21.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { phq15 } from '#shared/instruments/data/phq15.ts';
import { rand36 } from '#shared/instruments/data/rand36.ts';

describe('ranges, as the panel says them', () => {
  it('stand with their source and with how far it can be relied on', () => {
    expect(rangesSaid(phq9)).toMatch(
      /^none-minimal 0 to 4, mild 5 to 9, .*\(read in the source\)\.$/,
    );
  });

  it('stand subscale by subscale', () => {
    expect(rangesSaid(dass21)).toContain('depression: normal 0 to 9');
    expect(rangesSaid(dass21)).toContain('; stress: normal 0 to 14');
  });

  it('are not shown where sources contradict each other', () => {
    expect(rangesSaid(auditc)).toBe(
      'None are shown: the sets in circulation contradict each other.',
    );
  });

  it('are said to be none where there are none', () => {
    expect(rangesSaid(rand36)).toBe('None are known.');
  });
});

describe('cut-offs, as the panel says them', () => {
  it('say which one is in use', () => {
    expect(phq9.cutOffs.map(cutOffSaid)[0]).toMatch(
      /^at least 10 \(the one in use\): clinical range/,
    );
  });

  it('say which side is the clinical one where higher is better', () => {
    expect(csi16.cutOffs.map(cutOffSaid)[0]).toMatch(/^below 51.5 \(the one in use\): notable/);
  });

  it('say for whom they were set', () => {
    expect(auditc.cutOffs.map(cutOffSaid).map((said) => said.split(':')[0])).toEqual([
      'at least 3 (women)',
      'at least 4 (men)',
    ]);
  });

  it('say what is counted', () => {
    expect(phq15.cutOffs.map(cutOffSaid)[0]).toMatch(
      /^at least 3 \(items with 2 or more points\):/,
    );
  });
});
