import { type ClinicalRange, isClinical } from './direction.ts';

/** Which border between the clinical and the functional range a client crossed. */
export type Crossing = 'intoFunctional' | 'intoClinical' | 'none';

/**
 * The statistical method: which of two populations a score belongs to, by a cut-off alone (Jacobson
 * & Truax 1991, the first half of clinical significance). Without a reliable change a crossing may
 * be nothing but measurement error.
 */
export function crossing(pre: number, post: number, cutOff: ClinicalRange): Crossing {
  const before = isClinical(pre, cutOff);
  if (before === isClinical(post, cutOff)) return 'none';
  return before ? 'intoFunctional' : 'intoClinical';
}
