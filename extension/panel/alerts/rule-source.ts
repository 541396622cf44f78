import { standingOf } from '#shared/alerts/catalogue/catalogue.ts';
import { cutOffInUse } from '#shared/change/in-use.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import type { Provenance } from '#shared/contracts/provenance.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { measure } from '#shared/measures/lookup.ts';
import { standingInWords } from '#shared/words/alerts.ts';
import { askedInWords } from '#shared/words/asked.ts';

/** How far a source can be relied on, as people read it. */
export const PROVENANCE_WORDS: Readonly<Record<Provenance, string>> = {
  seen: 'read in the source',
  recalled: 'to be verified in the source before it is relied on',
  proposal: 'Throughline’s own proposal, not a published rule',
  unsettled: 'sources contradict each other; not applied',
};

/**
 * Which rule in which version, where the number it used comes from, what it asked for, and whether
 * the rule itself was published.
 */
export function ruleSource(alert: Alert): string {
  const rule = `Rule ${alert.rule}, version ${alert.ruleVersion}.`;
  const newest = alert.evidence.at(-1);
  if (newest === undefined) return rule;
  const known = measure(alert.instrumentId);
  const asked = known === null ? null : askedInWords(newest, known, alert.parameters);
  const standing = standingInWords(standingOf(alert.rule, newest));
  return [
    rule,
    ...sourcesOf(newest, alert),
    asked === null ? null : `Asked for: ${asked}.`,
    `The rule is ${standing}.`,
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function sourcesOf(evidence: AlertEvidence, { instrumentId }: Alert): string[] {
  if (evidence.kind === 'safetyAnswer') return safetySource(evidence.item, instrumentId);
  const known = measure(instrumentId);
  if (known === null || !('threshold' in evidence) || evidence.kind === 'validity') return [];
  const cutOff = evidence.kind === 'cutOff' ? cutOffInUse(known.cutOffs) : null;
  if (cutOff !== null) return [`Cut-off ${cutOff.value}: ${sourced(cutOff)}.`];
  const ranges = { source: known.bandsSource, provenance: known.bandsProvenance };
  const change = known.reliableChange;
  return [
    ...(evidence.kind === 'band' ? [`Ranges: ${sourced(ranges)}.`] : []),
    ...(change === null ? [] : [`Reliable change ${change.value}: ${sourced(change)}.`]),
  ];
}

function safetySource(item: number, instrumentId: string): string[] {
  const safety = instrument(instrumentId)?.safetyItems.find((candidate) => candidate.item === item);
  if (safety === undefined) return [];
  const points = safety.positiveFrom === 1 ? '1 point' : `${safety.positiveFrom} points`;
  return [`Item ${item} counts from ${points}: ${sourced(safety)}.`];
}

function sourced({
  source,
  provenance,
}: {
  readonly source: string;
  readonly provenance: Provenance;
}): string {
  return `${source} (${PROVENANCE_WORDS[provenance]})`;
}
