import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Provenance } from '#shared/contracts/provenance.ts';
import { linked } from './source.ts';
import { bandsInWords, cutOffInShort, STANDING } from './words.ts';

/** A fact that somebody has to look up. */
interface Open {
  readonly fact: string;
  readonly value: string;
  readonly source: string;
  readonly provenance: Provenance;
}

/** Every value that was not seen in a source, by measure: what a reader has to look up. */
export function unverifiedIn(measures: readonly Instrument[]): string {
  const rows = measures.flatMap((measure) =>
    openFacts(measure).map(
      ({ fact, value, source, provenance }) =>
        `| ${measure.shortTitle} | ${fact} | ${cell(value)} | ${cell(linked(source))} | ${STANDING[provenance]} |`,
    ),
  );
  return [
    `## Not verified (${rows.length})`,
    '',
    'What was recalled, what sources disagree about, and wordings of which no source is named. The panel labels such a',
    'value where it uses it; what is unsettled is applied nowhere. Our own proposals are not in this list: they claim no source.',
    '',
    '| measure | fact | value | source to look it up in | standing |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function openFacts(measure: Instrument): Open[] {
  return [
    ...aboutForm(measure),
    ...thresholds(measure),
    ...changes(measure),
    ...saidInWords(measure),
  ].filter(({ provenance }) => provenance === 'recalled' || provenance === 'unsettled');
}

/** What stands in the words of a fact alone: a caution, a population, what has to be settled. */
function saidInWords({ cautions, unsettled, reliableChange, otherReliableChange }: Instrument) {
  const values = [...(reliableChange === null ? [] : [reliableChange]), ...otherReliableChange];
  return [
    ...values
      .filter(({ population, provenance }) => IS_RECALLED.test(population) && provenance === 'seen')
      .map(({ population, source }) => ({ fact: 'population', value: population, source })),
    ...cautions
      .filter((caution) => IS_RECALLED.test(caution))
      .map((caution) => ({ fact: 'caution', value: caution, source: '–' })),
  ]
    .map((fact): Open => ({ ...fact, provenance: 'recalled' }))
    .concat(
      unsettled.map((value) => ({
        fact: 'to be settled',
        value,
        source: '–',
        provenance: 'unsettled' as const,
      })),
    );
}

const IS_RECALLED = /\brecalled\b/i;

function aboutForm(measure: Instrument): Open[] {
  const { licence, wording, wordingSources, missing, safetyItems } = measure;
  const isCompared = wording !== 'given' || wordingSources.length > 0;
  const { attribution, attributionProvenance } = licence;
  return [
    {
      fact: 'licence',
      value: licence.permission,
      source: licence.sources.join('; '),
      provenance: licence.provenance,
    },
    {
      fact: 'attribution',
      value: attribution,
      source: 'the owner’s form',
      provenance: attributionProvenance,
    },
    {
      fact: 'wording',
      value: 'compared with no source',
      source: 'the owner’s form',
      provenance: isCompared ? 'seen' : 'recalled',
    },
    {
      fact: 'missing items',
      value: missing.method === 'none' ? 'none may be missing' : `up to ${missing.maxMissing}`,
      source: missing.source,
      provenance: missing.provenance,
    },
    ...safetyItems.map(({ item, positiveFrom, source, provenance }) => ({
      fact: 'item looked at by itself',
      value: `item ${item}, from ${positiveFrom}`,
      source,
      provenance,
    })),
  ];
}

function thresholds(measure: Instrument): Open[] {
  const { bands, subscales, bandsSource, bandsProvenance, scoring } = measure;
  const all = [bands, ...subscales.map((subscale) => subscale.bands)].filter(
    (set) => set.length > 0,
  );
  const findings = scoring.method === 'screen' ? scoring.findings : [];
  return [
    ...all.map((set) => ({
      fact: 'bands',
      value: bandsInWords(set),
      source: bandsSource,
      provenance: bandsProvenance,
    })),
    ...measure.cutOffs.map((cutOff) => ({
      fact: 'cut-off',
      value: cutOffInShort(cutOff),
      source: cutOff.source,
      provenance: cutOff.provenance,
    })),
    ...findings.map(({ label, source, provenance }) => ({
      fact: 'finding',
      value: label,
      source,
      provenance,
    })),
    ...measure.nonResponse.map(({ week, score, source, provenance }) => ({
      fact: 'non-response',
      value: `week ${week}, ${score} or more`,
      source,
      provenance,
    })),
  ];
}

function changes(measure: Instrument): Open[] {
  const { reliableChange, otherReliableChange, minimallyImportant, outcome } = measure;
  const inUse =
    reliableChange === null ? [] : [{ fact: 'reliable change in use', of: reliableChange }];
  const others = otherReliableChange.map((of) => ({ fact: 'reliable change, not used', of }));
  return [
    ...[...inUse, ...others].map(({ fact, of }) => ({
      fact,
      value: `${of.value}: ${of.basis}`,
      source: of.source,
      provenance: of.provenance,
    })),
    ...minimallyImportant.map(({ value, unit, source, provenance }) => ({
      fact: 'minimally important difference',
      value: `${value}${unit === 'points' ? ' points' : ' % of baseline'}`,
      source,
      provenance,
    })),
    ...(outcome === null
      ? []
      : [
          {
            fact: 'response and remission',
            value: `${outcome.responsePercent} % lower; below ${outcome.remissionBelow}`,
            source: outcome.source,
            provenance: outcome.provenance,
          },
        ]),
  ];
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
