import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ReliableChangeValue } from '#shared/contracts/thresholds.ts';
import { linked } from './source.ts';
import { answersOf, recodingOf, wordingOf } from './wording.ts';
import {
  bandsInWords,
  cutOffInWords,
  missingInWords,
  said,
  scoringInWords,
  sendabilityInWords,
} from './words.ts';

/** A fact about a measure: what it is about, and one line for each thing that is known. */
type Fact = readonly [string, readonly string[]];

/** Everything that is known of a measure, as a section of the page. */
export function sectionOf(measure: Instrument): string {
  const facts: readonly Fact[] = [
    ...identity(measure),
    ...form(measure),
    ...scoring(measure),
    ...thresholds(measure),
    ...safety(measure),
    ...codes(measure),
    ['Sources', measure.sources.map(linked)],
    ['Cautions', measure.cautions],
    ['Unsettled', measure.unsettled],
  ];
  const lines = facts.filter(([, values]) => values.length > 0).flatMap(factLines);
  const wording = wordingOf(measure);
  const folded = wording === null ? [] : [wording];
  return [`### ${measure.shortTitle}`, '', measure.title, '', ...lines, '', ...folded].join('\n');
}

function factLines([name, values]: Fact): string[] {
  const [only] = values;
  if (values.length === 1) return [`- **${name}:** ${only}`];
  return [`- **${name}:**`, ...values.map((value) => `  - ${value}`)];
}

function identity(measure: Instrument): Fact[] {
  const { licence, domain, population } = measure;
  return [
    ['Id and version', [`\`${measure.id}\`, version ${measure.version}`]],
    ['For', [`${domain}; ${population}`]],
    ['May be sent', [sendabilityInWords(measure)]],
    [
      'Licence',
      [
        `${linked(licence.permission)} ${said(licence.sources.join('; '), licence.provenance)} Evidence: ${EVIDENCE[licence.evidence]}.`,
      ],
    ],
    [
      'The client reads',
      [`“${linked(licence.attribution)}” ${said('attribution', licence.attributionProvenance)}`],
    ],
  ];
}

const EVIDENCE = {
  direct: 'a statement for the measure itself was read',
  secondary: 'quoted by somebody else',
  family: 'a statement for the family of measures was read',
  recalled: 'not read',
} as const satisfies Record<Instrument['licence']['evidence'], string>;

function form(measure: Instrument): Fact[] {
  const { wording, wordingSources, itemCount, recall } = measure;
  const compared =
    wordingSources.length === 0
      ? ['no source is named: compare it with the owner’s form before the first use']
      : wordingSources.map(linked);
  const gates = measure.items.filter(({ askedWhen }) => askedWhen !== undefined);
  return [
    ['Items', [`${itemCount}, about: ${recall.label}`]],
    ['Wording compared in', wording === 'given' ? compared : []],
    ['Answers', answersOf(measure)],
    ['Recoded', recodingOf(measure)],
    [
      'Asked only after another answer',
      gates.map(({ number, askedWhen }) => {
        const { anyOf = [], atLeast = 0, orBlank = false } = askedWhen ?? {};
        return `item ${number}, when item ${anyOf.join(' or ')} is answered with ${atLeast} or more${orBlank ? ' or left blank' : ''}`;
      }),
    ],
  ];
}

function scoring(measure: Instrument): Fact[] {
  const rule = measure.scoring;
  const findings = rule.method === 'screen' ? rule.findings : [];
  return [
    ['Scoring', [scoringInWords(measure)]],
    ['Better is', [measure.direction === 'higherWorse' ? 'lower' : 'higher']],
    [
      'Findings, the first that holds',
      findings.map(
        ({ label, anyOf, orBlank, tier, source, provenance }) =>
          `${label} (${tier}): a yes to item ${anyOf.join(' or ')}${orBlank ? ', or a blank' : ''}. ${said(source, provenance)}`,
      ),
    ],
    [
      'Subscales',
      measure.subscales.map(
        ({ name, items, method, multiplier, min, max }) =>
          `${name}: ${method} of items ${items.join(', ')}${multiplier === 1 ? '' : `, times ${multiplier}`}, ${min} to ${max}`,
      ),
    ],
    ['Missing items', [missingInWords(measure)]],
    ['Charted as change', [measure.trend ? 'yes' : 'never']],
  ];
}

function thresholds(measure: Instrument): Fact[] {
  const { reliableChange, otherReliableChange, minimallyImportant, outcome } = measure;
  return [
    ['Bands', bands(measure)],
    ['Cut-offs', measure.cutOffs.map(cutOffInWords)],
    [
      'Reliable change in use',
      reliableChange === null
        ? measure.trend
          ? ['none: no change is judged']
          : []
        : [changeInWords(reliableChange)],
    ],
    ['Other values, not used', otherReliableChange.map(changeInWords)],
    [
      'Minimally important difference',
      minimallyImportant.map(({ value, upTo, unit, note, source, provenance }) => {
        const size = `${value}${upTo === undefined ? '' : ` to ${upTo}`}`;
        const unitSaid = unit === 'points' ? ' points' : ' % of baseline';
        return `${size}${unitSaid}${note === '' ? '' : `; ${note}`}. ${said(source, provenance)}`;
      }),
    ],
    [
      'Response and remission',
      outcome === null
        ? []
        : [
            `${outcome.responsePercent} % lower; below ${outcome.remissionBelow}. ${said(outcome.source, outcome.provenance)}`,
          ],
    ],
    [
      'Non-response',
      measure.nonResponse.map(
        ({ week, score, meaning, source, provenance }) =>
          `week ${week}, ${score} or more: ${meaning}. ${said(source, provenance)}`,
      ),
    ],
  ];
}

function bands(measure: Instrument): string[] {
  const sets = [
    { name: '', bands: measure.bands },
    ...measure.subscales.map((subscale) => ({ name: `${subscale.name}: `, bands: subscale.bands })),
  ].filter((set) => set.bands.length > 0);
  const words = sets.map((set) => `${set.name}${bandsInWords(set.bands)}`);
  const source = said(measure.bandsSource, measure.bandsProvenance);
  return words.length === 0 ? [] : [`${words.join('. ')}. ${source}`];
}

function changeInWords(value: ReliableChangeValue): string {
  const { sd, reliability, reliabilityKind, subscale } = value;
  const rests = [
    `SD ${sd ?? 'not stated'}`,
    `reliability ${reliability ?? 'not stated'}${reliabilityKind === null ? '' : ` (${reliabilityKind})`}`,
    `level: ${value.level}`,
    `people: ${value.population}`,
  ].join('; ');
  const whose = subscale === undefined ? '' : ` on ${subscale}`;
  const size = `${value.value} ${value.value === 1 ? 'point' : 'points'} or more${whose}`;
  return `${size}, ${value.kind}: ${value.basis}. ${rests}. ${said(value.source, value.provenance)}`;
}

function safety({ safetyItems }: Instrument): Fact[] {
  return [
    [
      'Looked at by themselves',
      safetyItems.map(({ item, positiveFrom, emergencyFrom, kind, source, provenance }) => {
        const urgent = emergencyFrom === undefined ? '' : `, emergency from ${emergencyFrom}`;
        return `item ${item}, from ${positiveFrom}${urgent}: ${SAFETY_KIND[kind]}. ${said(source, provenance)}`;
      }),
    ],
  ];
}

const SAFETY_KIND = {
  suicidality: 'risk of suicide or self-harm',
  partnerViolence: 'partner violence, private to the client',
  informational: 'shown to the clinician, raises no alert',
} as const satisfies Record<Instrument['safetyItems'][number]['kind'], string>;

function codes({ loinc }: Instrument): Fact[] {
  const known = [
    loinc.panel === null ? null : `panel ${loinc.panel}`,
    loinc.total === null ? null : `total ${loinc.total}`,
    loinc.items.length === 0 ? null : `items ${loinc.items.join(', ')}`,
  ].filter((part) => part !== null);
  return [['LOINC', known.length === 0 ? [] : [known.join('; ')]]];
}
