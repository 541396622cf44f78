import type { Instrument } from '../contracts/instrument.ts';
import { FREQUENCY_OPTIONS, PHQ_LICENCE } from './phq-family.ts';

/**
 * Generalized Anxiety Disorder-7. Wording agrees letter by letter in CamCOPS, the ReproSchema
 * library and the Awell score library.
 */
export const gad7 = {
  id: 'gad7',
  version: 1,
  shortTitle: 'GAD-7',
  title: 'Generalized Anxiety Disorder-7',
  domain: 'anxiety',
  population: 'adult / 13+',
  licence: PHQ_LICENCE,
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  items: [
    { number: 1, text: 'Feeling nervous, anxious or on edge' },
    { number: 2, text: 'Not being able to stop or control worrying' },
    { number: 3, text: 'Worrying too much about different things' },
    { number: 4, text: 'Trouble relaxing' },
    { number: 5, text: 'Being so restless that it is hard to sit still' },
    { number: 6, text: 'Becoming easily annoyed or irritable' },
    { number: 7, text: 'Feeling afraid as if something awful might happen' },
  ],
  options: FREQUENCY_OPTIONS,
  recall: { label: '2 weeks', days: 14 },
  range: { min: 0, max: 21 },
  direction: 'higherWorse',
  reverseItems: [],
  subscales: [],
  bands: [
    { min: 0, max: 4, label: 'minimal' },
    { min: 5, max: 9, label: 'mild' },
    { min: 10, max: 14, label: 'moderate' },
    { min: 15, max: 21, label: 'severe' },
  ],
  bandsProvenance: 'seen',
  bandsSource: 'CamCOPS documentation, GAD-7 page',
  cutOffs: [
    {
      value: 10,
      op: '>=',
      meaning:
        'GAD sensitivity .89, specificity .82; panic .74/.81; social anxiety .72/.80; PTSD .66/.81',
      provenance: 'seen',
      source: 'CamCOPS documentation, GAD-7 page',
      default: true,
    },
    {
      value: 8,
      op: '>=',
      meaning: 'IAPT caseness; any anxiety disorder',
      provenance: 'seen',
      source: 'NCT05134103 (IAPT definition)',
      default: false,
    },
  ],
  reliableChange: {
    value: 4,
    kind: 'published',
    level: 'not stated in the source; agrees with 95 %',
    basis:
      'IAPT / NHS Talking Therapies threshold; 3.7 computed from alpha (5.4, that is 6 whole points, from test-retest)',
    population: 'English adult talking-therapy services (population recalled)',
    sd: null,
    reliability: null,
    reliabilityKind: null,
    provenance: 'seen',
    source: 'trial record NCT05134103 (IAPT definition: GAD-7 change of 4 or more)',
  },
  otherReliableChange: [
    {
      value: 4,
      kind: 'computed',
      level: '95 %',
      basis: 'Jacobson-Truax from internal consistency: 3.685, so 4 whole points',
      population: 'GAD patients, primary care (Spitzer 2006)',
      sd: 4.7,
      reliability: 0.92,
      reliabilityKind: 'alpha',
      provenance: 'recalled',
      source: 'Spitzer 2006 Arch Intern Med 166:1092',
    },
    {
      value: 6,
      kind: 'computed',
      level: '95 %',
      basis: 'Jacobson-Truax from test-retest reliability: 5.371, so 6 whole points',
      population: 'GAD patients, primary care (Spitzer 2006)',
      sd: 4.7,
      reliability: 0.83,
      reliabilityKind: 'test-retest ICC',
      provenance: 'recalled',
      source: 'Spitzer 2006 Arch Intern Med 166:1092',
    },
  ],
  outcome: {
    responsePercent: 50,
    remissionBelow: 5,
    provenance: 'recalled',
    source: 'the definitions of the PHQ-9 carried over; no paper seen for the GAD-7',
  },
  missing: {
    maxMissing: 2,
    method: 'prorate',
    minAnsweredShare: 5 / 7,
    provenance: 'recalled',
    source: 'PHQ manual practice; some guides allow one missing item only',
  },
  safetyItems: [],
  loinc: {
    panel: '69737-5',
    total: '70274-6',
    items: ['69725-0', '68509-9', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7'],
  },
  sources: [
    'Spitzer 2006 Arch Intern Med 166:1092',
    'CamCOPS documentation, GAD-7 page',
    'HL7 Personal Health Records guide',
  ],
  cautions: [
    'Many copies print the zero label as "Not at all sure"; the instrument has "Not at all" (Zorowitz 2021).',
    'The default cut-off 10 is the screening cut-off; IAPT uses 8 as caseness together with the threshold of 4.',
    'LOINC codes of items 1 to 6 are recalled; panel, total and item 7 were seen.',
    'Recall is 2 weeks: administrations closer together than 14 days overlap.',
  ],
} satisfies Instrument;
