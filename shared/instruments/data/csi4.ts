import type { Instrument } from '../../contracts/instrument.ts';
import { CSI_LICENCE, DEGREE_OPTIONS, HAPPINESS_OPTIONS, TRUTH_OPTIONS } from '../families/csi.ts';

/** Couples Satisfaction Index, 4 items: items 1, 12, 19 and 22 of the long form. Only item 1 goes to 6. */
export const csi4 = {
  id: 'csi4',
  version: 1,
  shortTitle: 'CSI-4',
  title: 'Couples Satisfaction Index, 4 items',
  domain: 'couple',
  population: 'partnered adults',
  licence: CSI_LICENCE,
  wording: 'given',
  wordingSources: [
    "Public transcription of the authors' own CSI-16 form (couples-research.com/measures): items, anchors, values, printed order of the poles",
    'Reflectionship app (public source code), CSI-32 page: items, anchors, values; positive pole = 5',
    'CSI-32 item list of a public couples app (citing Funk & Rogge 2007): items; positive pole = 5',
    'ravansanji.ir/?9411171934 (CSI-32 in English): items 1-13 of the CSI-32 with anchors and values',
  ],
  itemCount: 4,
  stem: '',
  items: [
    {
      number: 1,
      text: 'Please indicate the degree of happiness, all things considered, of your relationship.',
      options: HAPPINESS_OPTIONS,
    },
    {
      number: 2,
      text: 'I have a warm and comfortable relationship with my partner',
      options: TRUTH_OPTIONS,
    },
    {
      number: 3,
      text: 'How rewarding is your relationship with your partner?',
      options: DEGREE_OPTIONS,
    },
    {
      number: 4,
      text: 'In general, how satisfied are you with your relationship?',
      options: DEGREE_OPTIONS,
    },
  ],
  options: [],
  recall: { label: 'at present', days: null },
  scoring: { method: 'sum' },
  range: { min: 0, max: 21 },
  direction: 'higherBetter',
  reverseItems: [],
  subscales: [],
  bands: [
    { min: 0, max: 13, label: 'notable dissatisfaction' },
    { min: 14, max: 21, label: 'satisfied' },
  ],
  bandsProvenance: 'recalled',
  bandsSource: 'Funk & Rogge 2007: the two sides of the cut-off of 13.5',
  cutOffs: [
    {
      value: 13.5,
      op: '<',
      meaning: 'notable relationship dissatisfaction',
      provenance: 'recalled',
      source: 'Funk & Rogge 2007',
      default: true,
    },
  ],
  reliableChange: {
    value: 3,
    kind: 'computed',
    level: '95 %',
    basis:
      'Jacobson-Truax from internal consistency: 2.716, so 3 whole points; SD and alpha are recalled',
    population: 'online sample',
    sd: 4,
    reliability: 0.94,
    reliabilityKind: 'alpha',
    provenance: 'recalled',
    source: 'Funk & Rogge 2007',
  },
  otherReliableChange: [],
  minimallyImportant: [],
  outcome: null,
  nonResponse: [],
  missing: {
    maxMissing: 0,
    method: 'none',
    minAnsweredShare: 1,
    provenance: 'proposal',
    source: 'our rule: no score unless all items are answered',
  },
  safetyItems: [],
  trend: true,
  loinc: { panel: null, total: null, items: [] },
  sources: [
    'Funk & Rogge 2007, J Fam Psychol 21:572-583, doi 10.1037/0893-3200.21.4.572 (abstract)',
    'CSI-16 scoring sheet in circulation: 0-81, developed to be freely available for research and clinical use',
  ],
  cautions: [
    'Public copies that use items 1, 5, 9 and 11 of the long form, or say "current" in the third question, are not the CSI-4.',
  ],
  unsettled: [
    'That these are items 1, 12, 19 and 22 of the long form rests on one public implementation and on recall: to be compared with the authors’ form.',
  ],
} satisfies Instrument;
