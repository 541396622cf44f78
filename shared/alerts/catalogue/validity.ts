import { ORDINARY, type RuleDefinition } from './definition.ts';

/** Straight-lining. */
export const V1 = {
  ...ORDINARY,
  code: 'V1',
  version: 1,
  parameters: [],
  tiers: ['info'],
  standing: {
    provenance: 'proposal',
    source: 'our rule; that several indicators are needed: Meade & Craig 2012',
  },
} as const satisfies RuleDefinition;

/** Answered too fast. */
export const V2 = {
  ...ORDINARY,
  code: 'V2',
  version: 1,
  parameters: [
    {
      name: 'perItem',
      meaning: 'how many seconds an answer takes at least',
      default: 2,
      min: 1,
      max: 4,
      unit: 'seconds',
    },
  ],
  tiers: ['info'],
  standing: {
    provenance: 'proposal',
    source: 'our rule; the two seconds are Huang’s, recalled and to be verified in the paper',
  },
} as const satisfies RuleDefinition;

/** Long run of one answer. */
export const V3 = {
  ...ORDINARY,
  code: 'V3',
  version: 1,
  parameters: [
    {
      name: 'items',
      meaning: 'how many items a measure has at least',
      default: 10,
      min: 10,
      max: 30,
      unit: 'items',
    },
    {
      name: 'run',
      meaning: 'what share of the items the longest run of one answer covers at least',
      default: 0.8,
      min: 0.7,
      max: 1,
      unit: 'share',
    },
    {
      name: 'spread',
      meaning: 'how far the answers spread at most, as a share of the width of the scale',
      default: 0.25,
      min: 0.05,
      max: 0.5,
      unit: 'share',
    },
  ],
  tiers: ['info'],
  standing: {
    provenance: 'proposal',
    source:
      'our rule; by itself the longest run performed poorly in five experiments (doi 10.3758/s13428-024-02484-3), so the spread is looked at as well',
  },
} as const satisfies RuleDefinition;
