import type { Instrument } from '../contracts/instrument.ts';

/**
 * Whether a measure may be given to clients.
 * `sendable`: yes. `practiceMustConfirm`: once a person of the practice has read the licence and
 * confirmed the practice's right. `locked`: nobody has read the owner's terms, or they contradict
 * each other. `wordingAbsent`: the owner's form is not at hand. `derived`: it is worked out from
 * other measures and has no questions of its own.
 */
export type Sendability =
  | 'sendable'
  | 'practiceMustConfirm'
  | 'locked'
  | 'wordingAbsent'
  | 'derived';

/**
 * Says whether a practice may send a measure. `confirmedByPractice` holds the `Instrument.id` of
 * those whose licence a person of the practice has confirmed; it opens nothing that is locked.
 */
export function sendability(
  measure: Pick<Instrument, 'id' | 'licence' | 'wording'>,
  confirmedByPractice: ReadonlySet<string>,
): Sendability {
  if (measure.licence.use === 'locked') return 'locked';
  if (measure.wording === 'derived') return 'derived';
  if (measure.wording === 'absent') return 'wordingAbsent';
  const mustConfirm = measure.licence.use === 'practiceConfirms';
  return mustConfirm && !confirmedByPractice.has(measure.id) ? 'practiceMustConfirm' : 'sendable';
}
