import { ORDINARY, type RuleDefinition } from './definition.ts';

const MISSED = [
  {
    name: 'inARow',
    meaning: 'how many check-ins missed one after the other',
    default: 2,
    min: 2,
    max: 6,
    unit: 'check-ins',
  },
  {
    name: 'window',
    meaning: 'over how many days the share of completed check-ins is taken',
    default: 28,
    min: 14,
    max: 90,
    unit: 'days',
  },
  {
    name: 'completed',
    meaning: 'below which share of completed check-ins it fires',
    default: 0.5,
    min: 0.1,
    max: 0.9,
    unit: 'share',
  },
] as const;

/** Missed check-ins with a concern. */
export const M1 = {
  ...ORDINARY,
  code: 'M1',
  version: 2,
  parameters: [
    ...MISSED,
    {
      name: 'concern',
      meaning: 'for how long a positive risk answer makes it urgent',
      default: 365,
      min: 90,
      max: 730,
      unit: 'days',
    },
  ],
  tiers: ['urgent'],
  standing: {
    provenance: 'proposal',
    source:
      'our rule: two in a row, or fewer than half in four weeks, after a score or answer of concern',
  },
} as const satisfies RuleDefinition;

/** Missed check-ins without one. */
export const M2 = {
  ...ORDINARY,
  code: 'M2',
  version: 2,
  parameters: MISSED,
  tiers: ['info'],
  standing: {
    provenance: 'proposal',
    source: 'our rule: two in a row, or fewer than half in four weeks',
  },
} as const satisfies RuleDefinition;
