import type { Instrument } from '../contracts/instrument.ts';

/** On which side of a scale the worse scores lie. */
export type Direction = Instrument['direction'];

/** How many points worse `to` is than `from`: positive when worse, negative when better. */
export function pointsWorse(from: number, to: number, direction: Direction): number {
  return direction === 'higherWorse' ? to - from : from - to;
}

/** Whether a displayed score lies in the clinical range of a cut-off. */
export function isClinical(
  displayed: number,
  cutOff: { readonly value: number; readonly op: '>=' | '<=' },
): boolean {
  return cutOff.op === '>=' ? displayed >= cutOff.value : displayed <= cutOff.value;
}
