import type { Instrument } from '#shared/contracts/instrument.ts';
import type { AnswerOption } from '#shared/contracts/items.ts';
import type { Provenance } from '#shared/contracts/provenance.ts';
import type { CutOff, SeverityBand } from '#shared/contracts/thresholds.ts';
import { linked } from './source.ts';

/** How far a fact can be relied on, as the page says it. */
export const STANDING: Record<Provenance, string> = {
  seen: 'seen in the source',
  recalled: 'recalled, to be verified',
  proposal: 'our proposal',
  unsettled: 'unsettled, not applied',
};

/** Whether a measure may be sent to clients, and what stands in the way. */
export function sendabilityInWords({ licence, wording }: Instrument): string {
  if (licence.use === 'locked') return 'not yet: locked until its licence is confirmed';
  if (wording === 'derived') return 'worked out from other measures';
  if (wording === 'absent') return 'not yet: the owner’s wording is not at hand';
  return licence.use === 'open' ? 'yes' : 'yes, once the practice has confirmed its right';
}

/** How answers become a score. */
export function scoringInWords({ scoring, range, reverseItems }: Instrument): string {
  const reversed =
    reverseItems.length === 0
      ? ''
      : ` Scored in reverse: ${reverseItems.length === 1 ? 'item' : 'items'} ${reverseItems.join(', ')}.`;
  const within = range === null ? '' : `, ${range.min} to ${range.max}`;
  if (scoring.method === 'screen') return 'A rule in place of a number.';
  if (scoring.method === 'composite') {
    return `Sum of the totals of ${scoring.of.join(' and ')}${within}, answered at most ${days(scoring.withinDays)} apart.`;
  }
  return {
    sum: `Sum of the points of all scored items${within}.${reversed}`,
    mean: `Mean of the points of all scored items${within}.${reversed}`,
    subscales: `Every subscale for itself${within}; no total.${reversed}`,
  }[scoring.method];
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** What happens to a form that is not complete. */
export function missingInWords({ missing, itemCount }: Instrument): string {
  const { method, maxMissing, minAnsweredShare, provenance, source } = missing;
  const rule = {
    none: 'No score unless every item that is asked is answered.',
    prorate: `Up to ${maxMissing} of ${itemCount} may be missing; the score is filled in with the mean of the answered items.`,
    proratePerSubscale: `Each subscale needs ${Math.round(minAnsweredShare * 100)} % of its items and is filled in with their mean.`,
    blankCountsZero: `Up to ${maxMissing} of ${itemCount} may be missing; a blank counts 0.`,
  }[method];
  return `${rule} ${said(source, provenance)}`;
}

/** `0-4 minimal; 5-9 mild`. */
export function bandsInWords(bands: readonly SeverityBand[]): string {
  return bands
    .map(({ min, max, label }) => `${min === max ? min : `${min}-${max}`} ${label}`)
    .join('; ');
}

/** A cut-off with all that it is for. */
export function cutOffInWords(cutOff: CutOff): string {
  const { meaning, source, provenance } = cutOff;
  return `${cutOffInShort(cutOff)}: ${meaning}. ${said(source, provenance)}`;
}

/** `>= 10 (in use)`. */
export function cutOffInShort(cutOff: CutOff): string {
  const { value, op, countFrom, group, subscale } = cutOff;
  const of = [
    countFrom === undefined ? null : `items that score ${countFrom} or more`,
    group === undefined ? null : group,
    subscale === undefined ? null : `subscale ${subscale}`,
    cutOff.default ? 'in use' : null,
  ].filter((part) => part !== null);
  const whose = of.length === 0 ? '' : ` (${of.join(', ')})`;
  return `${op} ${value}${whose}`;
}

/** `0 Not at all; 1 Several days`, with the points where they differ from the printed value. */
export function optionsInWords(options: readonly AnswerOption[]): string {
  return options
    .map(({ value, label, points }) => {
      const number = label === String(value) ? label : `${value} ${label}`;
      return points === undefined ? number : `${number} (scores ${points})`;
    })
    .join('; ');
}

/** A source with how far it can be relied on. */
export function said(source: string, provenance: Provenance): string {
  return `*${linked(source)} (${STANDING[provenance]})*`;
}
