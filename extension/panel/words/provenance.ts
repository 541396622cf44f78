import type { Provenance } from '#shared/contracts/provenance.ts';

/** How far a source can be relied on, as people read it. */
export const PROVENANCE_WORDS: Readonly<Record<Provenance, string>> = {
  seen: 'read in the source',
  recalled: 'to be verified in the source before it is relied on',
  proposal: 'Throughline’s own proposal, not a published rule',
  unsettled: 'sources contradict each other; not applied',
};
