import type { Alert } from '#shared/contracts/alert.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Provenance } from '#shared/contracts/provenance.ts';
import { defaultCutOff } from '#shared/instruments/registry.ts';

/** How far a source can be relied on, as people read it. */
export const PROVENANCE_WORDS: Readonly<Record<Provenance, string>> = {
  seen: 'read in the source',
  recalled: 'to be verified in the source before it is relied on',
  proposal: 'Throughline’s own proposal, not a published rule',
  unsettled: 'sources contradict each other; not applied',
};

/** Which rule in which version, and where the number it used comes from. */
export function ruleSource(alert: Alert, known: Instrument | null): string {
  const rule = `Rule ${alert.rule}, version ${alert.ruleVersion}`;
  const newest = alert.evidence.at(-1);
  if (known === null || newest === undefined) return `${rule}.`;
  const source = sourceOf(newest, known);
  return source === null ? `${rule}.` : `${rule}. ${source}`;
}

function sourceOf(evidence: AlertEvidence, known: Instrument): string | null {
  if (evidence.kind === 'safetyAnswer') return safetySource(evidence.item, known);
  const cutOff = evidence.kind === 'cutOff' ? defaultCutOff(known) : null;
  if (cutOff !== null) {
    return `Cut-off ${cutOff.value}: ${cutOff.source} (${PROVENANCE_WORDS[cutOff.provenance]}).`;
  }
  const change = known.reliableChange;
  if (change === null) return null;
  return `Reliable change ${change.value}: ${change.source} (${PROVENANCE_WORDS[change.provenance]}).`;
}

function safetySource(item: number, known: Instrument): string | null {
  const safety = known.safetyItems.find((candidate) => candidate.item === item);
  if (safety === undefined) return null;
  return `Item ${item} counts from ${safety.positiveFrom} point: ${safety.source} (${PROVENANCE_WORDS[safety.provenance]}).`;
}
