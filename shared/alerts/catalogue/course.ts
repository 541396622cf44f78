import { TREND_MINIMUM } from '../../change/slope.ts';
import { STATED_LIMITS } from '../../trajectory/limits.ts';
import {
  HALF_RELIABLE_CHANGE,
  ORDINARY,
  type RuleDefinition,
  WHOLE_RELIABLE_CHANGE,
} from './definition.ts';

/** Three rises in a row. */
export const T1 = {
  ...ORDINARY,
  code: 'T1',
  version: 2,
  parameters: [HALF_RELIABLE_CHANGE],
  tiers: ['review'],
  standing: {
    provenance: 'proposal',
    source: 'our rule: without a size three rises come by chance in 1 of 24 cases',
  },
} as const satisfies RuleDefinition;

/** Slope worsening. */
export const T2 = {
  ...ORDINARY,
  code: 'T2',
  version: 1,
  parameters: [
    {
      ...HALF_RELIABLE_CHANGE,
      meaning: 'what share of it the line must worsen by from end to end',
    },
    {
      name: 'window',
      meaning: 'on how many of the newest scores the line rests at most',
      default: STATED_LIMITS.trendWindow.value,
      min: TREND_MINIMUM,
      max: 12,
      unit: 'measurements',
    },
  ],
  tiers: ['info'],
  standing: {
    provenance: 'proposal',
    source: 'our rule: at least four scores, and a slope of more than twice its standard error',
  },
} as const satisfies RuleDefinition;

/** Relapse. */
export const R1 = {
  ...ORDINARY,
  code: 'R1',
  version: 1,
  parameters: [WHOLE_RELIABLE_CHANGE],
  tiers: ['urgent'],
  standing: { provenance: 'proposal', source: 'our rule on the definitions of Ali 2017' },
} as const satisfies RuleDefinition;

/** Good news. */
export const G1 = {
  ...ORDINARY,
  code: 'G1',
  version: 1,
  parameters: [WHOLE_RELIABLE_CHANGE],
  tiers: ['info'],
  standing: {
    provenance: 'proposal',
    source:
      'our rule on reliable change (Jacobson & Truax 1991) and the published definition of remission (doi 10.1176/appi.ps.201900295)',
  },
} as const satisfies RuleDefinition;
