import type { RuleOutcome } from '../contracts/alert.ts';
import type { CalendarDate } from '../contracts/calendar.ts';
import type { Instrument } from '../contracts/instrument.ts';
import type { ScoredResponse } from '../contracts/response.ts';
import { c1 } from './c1.ts';
import { c2 } from './c2.ts';
import { c3 } from './c3.ts';
import { c4 } from './c4.ts';
import { measureHistory } from './history.ts';
import type { Rule } from './rule.ts';
import { s1 } from './s1.ts';
import { s2 } from './s2.ts';
import { s3 } from './s3.ts';
import { t1 } from './t1.ts';

const SAFETY_RULES = [s1, s2, s3];
const SCORE_RULES: readonly Rule[] = [c1, c2, c3, c4, t1];

/**
 * Runs every rule for the newest of a client's responses to one measure.
 *
 * `history` holds all responses of the client to the measure, in any order, the newest included;
 * other measures and other versions of this one are ignored. The rules need the first score of the
 * episode of care that began on `inCareSince`, the last 60 days, and enough of the past to see where
 * an open stretch of worsening began: give them everything. Outcomes come in the order of the catalogue, safety first. The result depends on
 * nothing else, so any past alert can be worked out again by cutting the history short.
 */
export function evaluate(
  history: readonly ScoredResponse[],
  instrument: Instrument,
  inCareSince: CalendarDate,
): readonly RuleOutcome[] {
  const seen = measureHistory(history, instrument, inCareSince);
  if (seen === null) return [];
  const items = instrument.safetyItems.filter(({ kind }) => kind === 'suicidality');
  return [
    ...SAFETY_RULES.flatMap((rule) => items.map((item) => rule(seen, item))),
    ...SCORE_RULES.map((rule) => rule(seen)),
  ].filter((outcome) => outcome !== null);
}
