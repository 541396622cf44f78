import { expect, it } from 'vitest';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { defectsOf } from '#shared/instruments/validate/defects.ts';

/** A way to break the data: what was done, the broken instrument, the sentence that finds it. */
export type Broken = readonly [string, Instrument, RegExp];

/** Expects each contradiction to be found. */
export function findsEach(broken: readonly Broken[]): void {
  it.each(broken)('%s', (_, measure, sentence) => {
    expect(defectsOf(measure).join('; ')).toMatch(sentence);
  });
}
