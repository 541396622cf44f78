import type { Instrument } from '#shared/contracts/instrument.ts';
import type { CutOff, SeverityBand } from '#shared/contracts/thresholds.ts';
import { PROVENANCE_WORDS } from '../words/provenance.ts';

/**
 * The severity ranges of a measure and of its subscales, with their source. Ranges about which
 * sources contradict each other are not shown.
 */
export function rangesSaid(known: Instrument): string {
  const sets = [
    { name: '', bands: known.bands },
    ...known.subscales.map(({ name, bands }) => ({ name: `${name}: `, bands })),
  ].filter(({ bands }) => bands.length > 0);
  if (sets.length === 0) return 'None are known.';
  if (known.bandsProvenance === 'unsettled') {
    return 'None are shown: the sets in circulation contradict each other.';
  }
  const words = sets.map(({ name, bands }) => `${name}${bandsSaid(bands)}`).join('; ');
  return `${words}. ${known.bandsSource} (${PROVENANCE_WORDS[known.bandsProvenance]}).`;
}

function bandsSaid(bands: readonly SeverityBand[]): string {
  return bands.map(({ label, min, max }) => `${label} ${min} to ${max}`).join(', ');
}

const OP_WORDS: Readonly<Record<CutOff['op'], string>> = {
  '>=': 'at least',
  '<=': 'at most',
  '>': 'above',
  '<': 'below',
};

/** A cut-off with what it is compared with, whom it is for, and its source. */
export function cutOffSaid(cutOff: CutOff): string {
  const { value, op, countFrom, subscale, group, meaning, source, provenance } = cutOff;
  const of = [
    cutOff.default ? 'the one in use' : null,
    countFrom === undefined ? null : `items with ${countFrom} or more points`,
    subscale ?? null,
    group ?? null,
  ].filter((part) => part !== null);
  const whose = of.length === 0 ? '' : ` (${of.join(', ')})`;
  return `${OP_WORDS[op]} ${value}${whose}: ${meaning}. ${source} (${PROVENANCE_WORDS[provenance]}).`;
}
