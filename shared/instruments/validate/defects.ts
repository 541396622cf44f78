import type { Instrument } from '../../contracts/instrument.ts';
import { bandDefects } from './bands.ts';
import { choiceDefects } from './choices.ts';
import { cutOffDefects } from './cut-offs.ts';
import { gateDefects } from './gates.ts';
import { itemDefects } from './items.ts';
import { loincDefects } from './loinc.ts';
import { missingRuleDefects } from './missing-rule.ts';
import { rangeDefects } from './range.ts';
import { referenceDefects } from './references.ts';
import { reliableChangeDefects } from './reliable-change.ts';
import { safetyDefects } from './safety.ts';
import { screenDefects } from './screen.ts';
import { thresholdDefects } from './thresholds.ts';

const CHECKS = [
  itemDefects,
  choiceDefects,
  gateDefects,
  rangeDefects,
  referenceDefects,
  safetyDefects,
  screenDefects,
  bandDefects,
  cutOffDefects,
  reliableChangeDefects,
  thresholdDefects,
  missingRuleDefects,
  loincDefects,
];

/**
 * Looks for contradictions inside an instrument's data that types can't see. Returns one sentence
 * per defect; an empty list means that scoring, alerts and text may rely on it.
 */
export function defectsOf(measure: Instrument): string[] {
  return CHECKS.flatMap((check) => check(measure));
}
