import { STATED_LIMITS } from '../../trajectory/limits.ts';
import { ORDINARY, type RuleDefinition } from './definition.ts';

/** Where the weeks and scores come from at which a high PHQ-9 foretells little benefit. */
export const PUBLISHED_POINTS = 'PMID 26077754';

/** Not on track. */
export const N1 = {
  ...ORDINARY,
  code: 'N1',
  version: 1,
  parameters: [
    {
      name: 'measurements',
      meaning: 'from which measurement on it is judged, the baseline included',
      default: STATED_LIMITS.onTrackMeasurements.value,
      min: 3,
      max: 10,
      unit: 'measurements',
    },
    {
      name: 'days',
      meaning: 'how long after the baseline it is judged at the earliest',
      default: STATED_LIMITS.onTrackDays.value,
      min: 7,
      max: 90,
      unit: 'days',
    },
    {
      name: 'percentBetter',
      meaning: 'how large an improvement of the baseline is enough',
      default: STATED_LIMITS.onTrackPercent.value,
      min: 5,
      max: 50,
      unit: 'percent',
    },
    {
      name: 'lastReminder',
      meaning: 'up to which measurement it is said again',
      default: STATED_LIMITS.actMeasurements.value,
      min: 3,
      max: 20,
      unit: 'measurements',
    },
    {
      name: 'weekWindow',
      meaning: 'how far from a published week a score may lie and be taken for it',
      default: STATED_LIMITS.nonResponseWindowDays.value,
      min: 1,
      max: 14,
      unit: 'days',
    },
  ],
  tiers: ['review'],
  standing: {
    provenance: 'proposal',
    source: `our rule, because recovery curves are proprietary or unpublished; published are the PHQ-9’s points alone, 17 at week 4, 13 at week 9 and 9 at week 14 (${PUBLISHED_POINTS})`,
  },
} as const satisfies RuleDefinition;

/** No reliable improvement. */
export const N2 = {
  ...ORDINARY,
  code: 'N2',
  version: 1,
  parameters: [
    {
      name: 'measurements',
      meaning: 'after how many measurements, the baseline included, improvement should show',
      default: STATED_LIMITS.improvementMeasurements.value,
      min: 4,
      max: 20,
      unit: 'measurements',
    },
    {
      name: 'days',
      meaning: 'how long after the baseline improvement should show',
      default: STATED_LIMITS.improvementDays.value,
      min: 28,
      max: 180,
      unit: 'days',
    },
  ],
  tiers: ['review'],
  standing: {
    provenance: 'proposal',
    source: 'our rule: 6 measurements, for sessions are not known here, or 8 weeks',
  },
} as const satisfies RuleDefinition;
