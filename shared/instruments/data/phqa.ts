import type { Instrument } from '../../contracts/instrument.ts';
import { FREQUENCY_OPTIONS, PHQ_LICENCE } from '../families/phq.ts';

/**
 * The PHQ-9 for adolescents in its two-week form. Against the adult form, items 1 and 2 and items 4
 * and 5 change places. The four unscored questions of the GLAD-PC form are left out: the permission
 * does not cover them. The seven-day form of the APA would be another instrument; its stem was not
 * at hand.
 */
export const phqa = {
  id: 'phqa',
  version: 1,
  shortTitle: 'PHQ-A',
  title: 'Patient Health Questionnaire-9, modified for adolescents',
  domain: 'depression',
  population: '11-17',
  licence: {
    ...PHQ_LICENCE,
    permission: `${PHQ_LICENCE.permission} Adolescent modification by Johnson 2002; widely distributed by AAP and APA. The permission statement seen is for the PHQ family, not for this variant.`,
    attribution: `${PHQ_LICENCE.attribution} Modified for adolescents by J. Johnson (2002).`,
    evidence: 'family',
    use: 'practiceConfirms',
  },
  wording: 'given',
  wordingSources: [
    'Bridge2AI-Voice pediatric PHQ-A (github.com/sensein/b2ai-redcap2rs, pediatric_q_generic_phqa): stem, items, options',
    'josephstrayhornmd.com/measures/phq-9_for_teens.html: stem, items, options',
    'GLAD-PC form as circulated (scribd.com/document/732781826): stem',
    'APA Severity Measure for Depression, Child Age 11-17, as extracted in github.com/harmonydata/harmony_original (data/gold_standard_extraction): the same nine items and options',
  ],
  itemCount: 9,
  stem: 'How often have you been bothered by each of the following symptoms during the past two weeks?',
  items: [
    { number: 1, text: 'Feeling down, depressed, irritable, or hopeless?' },
    { number: 2, text: 'Little interest or pleasure in doing things?' },
    { number: 3, text: 'Trouble falling asleep, staying asleep, or sleeping too much?' },
    { number: 4, text: 'Poor appetite, weight loss, or overeating?' },
    { number: 5, text: 'Feeling tired, or having little energy?' },
    {
      number: 6,
      text: 'Feeling bad about yourself – or feeling that you are a failure, or that you have let yourself or your family down?',
    },
    {
      number: 7,
      text: 'Trouble concentrating on things like school work, reading, or watching TV?',
    },
    {
      number: 8,
      text: 'Moving or speaking so slowly that other people could have noticed? Or the opposite – being so fidgety or restless that you were moving around a lot more than usual?',
    },
    {
      number: 9,
      text: 'Thoughts that you would be better off dead, or of hurting yourself in some way?',
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
  bandsProvenance: 'recalled',
  bandsSource: 'Johnson 2002: the bands of the adult PHQ-9',
  cutOffs: [
    {
      value: 11,
      op: '>=',
      meaning: 'best cut-off for adolescents (Richardson 2010)',
      provenance: 'recalled',
      source: 'Richardson 2010',
      default: true,
    },
  ],
  reliableChange: {
    value: 6,
    kind: 'borrowed',
    level: 'by origin (PHQ-9)',
    basis: 'borrowed from the PHQ-9, whose adult form has nearly the same items',
    population:
      'English adult talking-therapy services (population recalled), not the people this form is for',
    sd: null,
    reliability: null,
    reliabilityKind: null,
    provenance: 'proposal',
    source: 'trial record NCT05134103 (IAPT definition for the PHQ-9), carried over',
  },
  otherReliableChange: [],
  minimallyImportant: [],
  outcome: null,
  nonResponse: [],
  missing: {
    maxMissing: 2,
    method: 'prorate',
    minAnsweredShare: 7 / 9,
    provenance: 'recalled',
    source:
      'rule of the APA measure: at least 7 of 9 answered, sum times 9 divided by the answered',
  },
  safetyItems: [
    {
      item: 9,
      positiveFrom: 1,
      kind: 'suicidality',
      provenance: 'proposal',
      source: 'our trigger, as for item 9 of the PHQ-9',
    },
  ],
  trend: true,
  loinc: { panel: '89206-7', total: '89204-2', items: [] },
  sources: ['Johnson 2002', 'Richardson 2010', 'GLAD-PC toolkit'],
  cautions: [
    'Answers about 7 days (the APA form) and about 2 weeks do not belong on one line. The APA’s form is not this instrument; its wording was not at hand.',
    'The APA lets researchers and clinicians reproduce its own form, which does not cover a product: neither its title nor its seven-day stem is used.',
    'Copies of the GLAD-PC form say "Use with Permission": its four extra questions are not covered by the permission of the PHQ family.',
    'Some code lists swap the LOINC codes of panel (89206-7) and total (89204-2).',
  ],
  unsettled: [
    'The bands are those of the adult PHQ-9: the cut-off of 11 lies inside the moderate band, so that 10 reads moderate and is below the cut-off.',
  ],
} satisfies Instrument;
