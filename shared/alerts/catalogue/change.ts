import {
  HALF_RELIABLE_CHANGE,
  ORDINARY,
  type RuleDefinition,
  WHOLE_RELIABLE_CHANGE,
} from './definition.ts';

/** What the rules about a reliable change rest on. */
const RELIABLE_CHANGE =
  'reliable change after Jacobson & Truax 1991, doi 10.1037/0022-006X.59.1.12, with the value that the measure states';

/** Reliable worsening since the previous score. */
export const C1 = {
  ...ORDINARY,
  code: 'C1',
  version: 2,
  parameters: [WHOLE_RELIABLE_CHANGE],
  tiers: ['review'],
  standing: { provenance: 'proposal', source: `our rule on ${RELIABLE_CHANGE}` },
} as const satisfies RuleDefinition;

/** Reliable worsening since baseline. */
export const C2 = {
  ...ORDINARY,
  code: 'C2',
  version: 2,
  parameters: [WHOLE_RELIABLE_CHANGE],
  tiers: ['urgent', 'review'],
  standing: {
    provenance: 'proposal',
    source: `our rule, urgent the first time only, on ${RELIABLE_CHANGE}`,
  },
} as const satisfies RuleDefinition;

/** Severity band rose. */
export const C3 = {
  ...ORDINARY,
  code: 'C3',
  version: 3,
  parameters: [
    {
      ...HALF_RELIABLE_CHANGE,
      meaning: 'what share of the reliable-change value makes a worse band more than information',
    },
    {
      name: 'belowEdge',
      meaning:
        'how far below the edge of the band that was entered the alert ends, in steps of the scale',
      default: 1,
      min: 0,
      max: 3,
      unit: 'points',
    },
  ],
  tiers: ['review', 'info'],
  standing: {
    provenance: 'proposal',
    source: 'our rule: half the reliable-change value, ended one point below the edge',
  },
} as const satisfies RuleDefinition;

/** Entered the clinical range. */
export const C4 = {
  ...ORDINARY,
  code: 'C4',
  version: 2,
  parameters: [WHOLE_RELIABLE_CHANGE],
  tiers: ['review'],
  standing: {
    provenance: 'proposal',
    source: `our rule on the measure’s cut-off and ${RELIABLE_CHANGE}`,
  },
} as const satisfies RuleDefinition;
