import type { Instrument } from '../contracts/instrument.ts';
import type { CutOff } from '../contracts/thresholds.ts';

/** On which side of a scale the worse scores lie. */
export type Direction = Instrument['direction'];

/** A value and the side of it on which the clinical range lies. */
export type ClinicalRange = Pick<CutOff, 'value' | 'op'>;

/** How many points worse `to` is than `from`: positive when worse, negative when better. */
export function pointsWorse(from: number, to: number, direction: Direction): number {
  return direction === 'higherWorse' ? to - from : from - to;
}

const COMPARE: {
  readonly [op in CutOff['op']]: (displayed: number, value: number) => boolean;
} = {
  '>=': (displayed, value) => displayed >= value,
  '>': (displayed, value) => displayed > value,
  '<=': (displayed, value) => displayed <= value,
  '<': (displayed, value) => displayed < value,
};

/** Whether a displayed score lies in the clinical range of a cut-off. */
export function isClinical(displayed: number, { value, op }: ClinicalRange): boolean {
  return COMPARE[op](displayed, value);
}
