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
    sourceOf(newest, alert),
    asked === null ? null : `Asked for: ${asked}.`,
    `The rule is ${standing}.`,
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function sourceOf(evidence: AlertEvidence, { instrumentId }: Alert): string | null {
  if (evidence.kind === 'safetyAnswer') return safetySource(evidence.item, instrumentId);
  const known = measure(instrumentId);
  if (known === null || !('threshold' in evidence) || evidence.kind === 'validity') return null;
  const cutOff = evidence.kind === 'cutOff' ? cutOffInUse(known.cutOffs) : null;
  if (cutOff !== null) {
    return `Cut-off ${cutOff.value}: ${cutOff.source} (${PROVENANCE_WORDS[cutOff.provenance]}).`;
  }
  const change = known.reliableChange;
  if (change === null) return null;
  return `Reliable change ${change.value}: ${change.source} (${PROVENANCE_WORDS[change.provenance]}).`;
}

function safetySource(item: number, instrumentId: string): string | null {
  const safety = instrument(instrumentId)?.safetyItems.find((candidate) => candidate.item === item);
  if (safety === undefined) return null;
  return `Item ${item} counts from ${safety.positiveFrom} point: ${safety.source} (${PROVENANCE_WORDS[safety.provenance]}).`;
}
