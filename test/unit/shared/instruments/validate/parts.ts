import type { CutOff } from '#shared/contracts/thresholds.ts';
import { anInstrument, aSubscale } from '../../scoring/an-instrument.ts';

/** An invented measure with a subscale from 0 to 3 and one from 0 to 9. */
export const twoParts = anInstrument({
  subscales: [aSubscale('short', [1]), aSubscale('long', [2, 3, 4])],
});

/** A cut-off for one of its subscales. */
export function partCutOff(subscale: 'short' | 'long', value: number): CutOff {
  return {
    value,
    op: '>=',
    meaning: 'invented',
    provenance: 'proposal',
    source: 'invented',
    default: false,
    subscale,
  };
}
