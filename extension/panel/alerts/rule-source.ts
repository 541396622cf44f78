import type { Alert } from '#shared/contracts/alert.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Provenance } from '#shared/contracts/provenance.ts';
import { defaultCutOff } from '#shared/instruments/registry.ts';
import { changeAskedInWords } from '#shared/words/alerts.ts';

/** How far a source can be relied on, as people read it. */
export const PROVENANCE_WORDS: Readonly<Record<Provenance, string>> = {
  seen: 'read in the source',
  recalled: 'to be verified in the source before it is relied on',
  proposal: 'Throughline’s own proposal, not a published rule',
  unsettled: 'sources contradict each other; not applied',
};

/** Which rule in which version, what it asked for, and where each number it used comes from. */
export function ruleSource(alert: Alert, known: Instrument | null): string {
  const rule = `Rule ${alert.rule}, version ${alert.ruleVersion}.`;
  const newest = alert.evidence.at(-1);
  if (known === null || newest === undefined) return rule;
  const sources =
    newest.kind === 'safetyAnswer' ? safetySource(newest.item, known) : scoreSources(newest, known);
  return [rule, ...sources].join(' ');
}

function safetySource(item: number, known: Instrument): string[] {
  const safety = known.safetyItems.find((candidate) => candidate.item === item);
  if (safety === undefined) return [];
  const points = safety.positiveFrom === 1 ? '1 point' : `${safety.positiveFrom} points`;
  return [`Item ${item} counts from ${points}: ${sourced(safety)}.`];
}

/** The yardstick of the rule first, then the change that it asked for. */
function scoreSources(evidence: AlertEvidence, known: Instrument): string[] {
  const cutOff = evidence.kind === 'cutOff' ? defaultCutOff(known) : null;
  const ranges = { source: known.bandsSource, provenance: known.bandsProvenance };
  const asked = changeAskedInWords(evidence, known);
  const change = known.reliableChange;
  return [
    ...(cutOff === null ? [] : [`Cut-off ${cutOff.value}: ${sourced(cutOff)}.`]),
    ...(evidence.kind === 'band' ? [`Ranges: ${sourced(ranges)}.`] : []),
    ...(asked === null ? [] : [`It asks for a change of ${asked}.`]),
    ...(change === null ? [] : [`Reliable change ${change.value}: ${sourced(change)}.`]),
  ];
}

function sourced({ source, provenance }: { source: string; provenance: Provenance }): string {
  return `${source} (${PROVENANCE_WORDS[provenance]})`;
}
