import type { Instrument } from '../../contracts/instrument.ts';
import { FREQUENCY_OPTIONS, PHQ_LICENCE } from '../families/phq.ts';

/**
 * Patient Health Questionnaire-9. Wording agrees letter by letter in CamCOPS, the ReproSchema
 * library and LHC-Forms. The unscored difficulty question is not part of the sum and left out.
 */
export const phq9 = {
  id: 'phq9',
  version: 1,
  shortTitle: 'PHQ-9',
  title: 'Patient Health Questionnaire-9',
  domain: 'depression',
  population: 'adult (13+ in some validations)',
  licence: PHQ_LICENCE,
  wording: 'given',
  wordingSources: [
    'CamCOPS (extra_strings/phq9.xml): stem, items, options',
    'ReproSchema library (github.com/ReproNim/reproschema-library, PHQ-9): stem, items, options',
    'LHC-Forms, LOINC panel 44249-1 (github.com/LHNCBC/lforms, test data): items, options',
  ],
  itemCount: 9,
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  items: [
    { number: 1, text: 'Little interest or pleasure in doing things' },
    { number: 2, text: 'Feeling down, depressed, or hopeless' },
    { number: 3, text: 'Trouble falling or staying asleep, or sleeping too much' },
    { number: 4, text: 'Feeling tired or having little energy' },
    { number: 5, text: 'Poor appetite or overeating' },
    {
      number: 6,
      text: 'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
    },
    {
      number: 7,
      text: 'Trouble concentrating on things, such as reading the newspaper or watching television',
    },
    {
      number: 8,
      text: 'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
    },
    {
      number: 9,
      text: 'Thoughts that you would be better off dead or of hurting yourself in some way',
    },
  ],
  options: FREQUENCY_OPTIONS,
  recall: { label: '2 weeks', days: 14 },
  scoring: { method: 'sum' },
  range: { min: 0, max: 27 },
  direction: 'higherWorse',
  reverseItems: [],
  subscales: [],
  bands: [
    { min: 0, max: 4, label: 'none-minimal' },
    { min: 5, max: 9, label: 'mild' },
    { min: 10, max: 14, label: 'moderate' },
    { min: 15, max: 19, label: 'moderately severe' },
    { min: 20, max: 27, label: 'severe' },
  ],
  bandsProvenance: 'seen',
  bandsSource: 'Kroenke, Spitzer & Williams 2001 JGIM 16:606; CamCOPS documentation, PHQ-9 page',
  cutOffs: [
    {
      value: 10,
      op: '>=',
      meaning:
        'clinical range; IAPT caseness; sensitivity .88, specificity .88 for major depressive disorder',
      provenance: 'seen',
      source: 'CamCOPS documentation, PHQ-9 page; NCT05134103 (IAPT caseness)',
      default: true,
    },
  ],
  reliableChange: {
    value: 6,
    kind: 'published',
    level: 'not stated in the source; agrees with 95 %',
    basis:
      'IAPT / NHS Talking Therapies reliable-change threshold; agrees with 5.6 computed from alpha .89 and SD 6.1',
    population: 'English adult talking-therapy services (population recalled)',
    sd: null,
    reliability: null,
    reliabilityKind: null,
    provenance: 'seen',
    source: 'trial record NCT05134103 (IAPT definition: PHQ-9 change of 6 or more)',
  },
  otherReliableChange: [
    {
      value: 6,
      kind: 'computed',
      level: '95 %',
      basis: 'Jacobson-Truax from internal consistency: 5.608, so 6 whole points',
      population: 'patients with major depression, primary care (Kroenke 2001)',
      sd: 6.1,
      reliability: 0.89,
      reliabilityKind: 'alpha',
      provenance: 'recalled',
      source: 'Kroenke, Spitzer & Williams 2001 JGIM 16:606',
    },
    {
      value: 7,
      kind: 'computed',
      level: '95 %',
      basis: 'Jacobson-Truax from test-retest reliability: 6.763, so 7 whole points',
      population: 'patients with major depression (Kroenke 2001)',
      sd: 6.1,
      reliability: 0.84,
      reliabilityKind: 'test-retest, 48 hours',
      provenance: 'recalled',
      source: 'Kroenke, Spitzer & Williams 2001 JGIM 16:606',
    },
  ],
  minimallyImportant: [
    {
      value: 5,
      unit: 'points',
      note: '',
      provenance: 'recalled',
      source: 'Loewe 2004 Med Care 42:1194, doi 10.1097/00005650-200412000-00006',
    },
    {
      value: 21,
      unit: 'percentOfBaseline',
      note: 'moderate severity; 1.7 points; about 20 % as a rule',
      provenance: 'seen',
      source: 'Kounali 2022, PMC9340848',
    },
  ],
  outcome: {
    responsePercent: 50,
    remissionBelow: 5,
    provenance: 'seen',
    source: 'doi 10.1176/appi.ps.201900295 (HEDIS/NCQA definitions)',
  },
  nonResponse: [
    {
      week: 4,
      score: 17,
      meaning: 'non-response at the end of cognitive behavioural therapy is likely',
      provenance: 'seen',
      source: 'PMID 26077754',
    },
    {
      week: 9,
      score: 13,
      meaning: 'non-response at the end of cognitive behavioural therapy is likely',
      provenance: 'seen',
      source: 'PMID 26077754',
    },
    {
      week: 14,
      score: 9,
      meaning: 'non-response at the end of cognitive behavioural therapy is likely',
      provenance: 'seen',
      source: 'PMID 26077754',
    },
  ],
  missing: {
    maxMissing: 2,
    method: 'prorate',
    minAnsweredShare: 7 / 9,
    provenance: 'recalled',
    source: 'PHQ manual practice',
  },
  safetyItems: [
    {
      item: 9,
      positiveFrom: 1,
      kind: 'suicidality',
      provenance: 'proposal',
      source:
        'our trigger; association of the answer with attempts and death: Simon 2013, Simon 2016, VA 2016 (seen)',
    },
  ],
  trend: true,
  loinc: {
    panel: '44249-1',
    total: '44261-6',
    items: [
      '44250-9',
      '44255-8',
      '44259-0',
      '44254-1',
      '44251-7',
      '44258-2',
      '44252-5',
      '44253-3',
      '44260-8',
    ],
  },
  sources: [
    'Kroenke, Spitzer & Williams 2001 JGIM 16:606',
    'CamCOPS documentation, PHQ-9 page',
    'phqscreeners.com',
    'LHC-Forms, LOINC panel 44249-1',
  ],
  cautions: [
    'Some survey exports code refused or do not know as 7 or 9: these are missing, never points.',
    'Recall is 2 weeks: administrations closer together than 14 days overlap.',
    'Item 9 answered "not at all" is not evidence of safety (VA 2016: 71.6 % of those who died had given that answer).',
  ],
  unsettled: [],
} satisfies Instrument;
