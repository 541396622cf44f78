import { cutOffInUse } from '#shared/change/in-use.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import type { Provenance } from '#shared/contracts/provenance.ts';
import { measure } from '#shared/measures/lookup.ts';
import { thresholdInWords } from '#shared/words/changes.ts';
import { bandInWords } from '#shared/words/measures.ts';
import { numberInWords } from '#shared/words/numbers.ts';

/**
 * The points that a rule asked for, with how they are known: `threshold 6, published` for the whole
 * reliable-change value of the measure; otherwise only whether that value was seen in its source.
 */
export function thresholdInUse(threshold: number, measureId: string): string {
  const whole = measure(measureId)?.reliableChange ?? null;
  if (whole?.value === threshold) return thresholdInWords(whole);
  return `threshold ${numberInWords(threshold)}${unlessSeen(whole?.provenance)}`;
}

/** `cut-off 10`, and whether nobody has seen it in its source. */
export function cutOffInWords(cutOff: number, measureId: string): string {
  const known = cutOffInUse(measure(measureId)?.cutOffs ?? []);
  return `cut-off ${cutOff}${known?.value === cutOff ? unlessSeen(known.provenance) : ''}`;
}

/** `moderately severe range, before: mild range`, and whether nobody has seen them in their source. */
export function bandsInWords(
  { from, to }: Extract<AlertEvidence, { kind: 'band' }>,
  measureId: string,
): string {
  const named = [to.band, from.band].map((band) =>
    band === null ? 'no range' : bandInWords(band),
  );
  return `${named.join(', before: ')}${unlessSeen(measure(measureId)?.bandsProvenance)}`;
}

function unlessSeen(provenance: Provenance | undefined): string {
  if (provenance === 'recalled') return ', not verified';
  return provenance === 'proposal' ? ', our proposal' : '';
}
