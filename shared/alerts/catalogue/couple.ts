import { ORDINARY, type RuleDefinition, WHOLE_RELIABLE_CHANGE } from './definition.ts';

/** Couple gap. */
export const P1 = {
  ...ORDINARY,
  code: 'P1',
  version: 1,
  parameters: [
    WHOLE_RELIABLE_CHANGE,
    {
      name: 'days',
      meaning: 'how far apart the two answers may lie',
      default: 14,
      min: 1,
      max: 28,
      unit: 'days',
    },
  ],
  tiers: ['info'],
  standing: {
    provenance: 'proposal',
    source:
      'our rule: the error of a difference of two people’s scores is that of two scores of one person',
  },
} as const satisfies RuleDefinition;
