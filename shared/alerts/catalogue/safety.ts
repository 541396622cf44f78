import type { RuleDefinition } from './definition.ts';

/** Rules about what a client said of danger: nothing to set, and no way to switch them off. */
const SAFETY = {
  parameters: [],
  endedBy: 'person',
} as const;

/** New risk answer. */
export const S1 = {
  ...SAFETY,
  code: 'S1',
  version: 2,
  tiers: ['emergency', 'urgent'],
  standing: {
    provenance: 'proposal',
    source:
      'our rule, looking back 60 days; that the answer foretells attempts: Simon 2013, Simon 2016',
  },
} as const satisfies RuleDefinition;

/** Ongoing risk answer. */
export const S2 = {
  ...SAFETY,
  code: 'S2',
  version: 2,
  tiers: ['emergency', 'urgent', 'review'],
  standing: {
    provenance: 'proposal',
    source:
      'our rule: urgent when it rose or is 2 or more; that the hazard grows with the answer: VA 2016',
  },
} as const satisfies RuleDefinition;

/** Risk question left unanswered. Ends with the answer that was missing. */
export const S3 = {
  ...SAFETY,
  code: 'S3',
  version: 3,
  endedBy: 'laterAnswer',
  tiers: ['review'],
  standing: { provenance: 'proposal', source: 'our rule: a blank is neither a yes nor a no' },
} as const satisfies RuleDefinition;

/** Finding of a screen. */
export const S4 = {
  ...SAFETY,
  code: 'S4',
  version: 1,
  tiers: ['emergency', 'urgent', 'review'],
  standing: {
    provenance: 'published',
    source: 'the owners’ triage: Columbia Lighthouse Project (C-SSRS), NIMH toolkit (ASQ)',
  },
} as const satisfies RuleDefinition;

/** Answer about violence by a partner. */
export const P2 = {
  ...SAFETY,
  code: 'P2',
  version: 1,
  tiers: ['urgent'],
  standing: { provenance: 'proposal', source: 'our rule: any yes, shown to the clinician alone' },
} as const satisfies RuleDefinition;
