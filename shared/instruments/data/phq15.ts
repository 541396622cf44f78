import type { Instrument } from '../../contracts/instrument.ts';
import type { AnswerOption } from '../../contracts/items.ts';
import { PHQ_LICENCE } from '../families/phq.ts';

const BOTHERED_OPTIONS: AnswerOption[] = [
  { value: 0, label: 'Not bothered at all' },
  { value: 1, label: 'Bothered a little' },
  { value: 2, label: 'Bothered a lot' },
];

/**
 * Patient Health Questionnaire-15. Its cut-off is a count of items rated 2, not a total. Item 4 is not
 * for everybody: "Does not apply" scores nothing and is not missing.
 */
export const phq15 = {
  id: 'phq15',
  version: 1,
  shortTitle: 'PHQ-15',
  title: 'Patient Health Questionnaire-15, somatic symptoms',
  domain: 'somatic symptoms',
  population: 'adult',
  licence: {
    ...PHQ_LICENCE,
    sources: [...PHQ_LICENCE.sources, 'CamCOPS documentation, PHQ-15 page'],
  },
  wording: 'given',
  wordingSources: [],
  itemCount: 15,
  stem: 'During the past 4 weeks, how much have you been bothered by any of the following problems?',
  items: [
    { number: 1, text: 'Stomach pain' },
    { number: 2, text: 'Back pain' },
    { number: 3, text: 'Pain in your arms, legs, or joints (knees, hips, etc.)' },
    {
      number: 4,
      text: 'Menstrual cramps or other problems with your periods (WOMEN ONLY)',
      options: [...BOTHERED_OPTIONS, { value: -1, label: 'Does not apply', points: 0 }],
    },
    { number: 5, text: 'Headaches' },
    { number: 6, text: 'Chest pain' },
    { number: 7, text: 'Dizziness' },
    { number: 8, text: 'Fainting spells' },
    { number: 9, text: 'Feeling your heart pound or race' },
    { number: 10, text: 'Shortness of breath' },
    { number: 11, text: 'Pain or problems during sexual intercourse' },
    { number: 12, text: 'Constipation, loose bowels, or diarrhea' },
    { number: 13, text: 'Nausea, gas, or indigestion' },
    { number: 14, text: 'Feeling tired or having low energy' },
    { number: 15, text: 'Trouble sleeping' },
  ],
  options: BOTHERED_OPTIONS,
  recall: { label: '4 weeks', days: 28 },
  scoring: { method: 'sum' },
  range: { min: 0, max: 30 },
  direction: 'higherWorse',
  reverseItems: [],
  subscales: [],
  bands: [
    { min: 0, max: 4, label: 'minimal' },
    { min: 5, max: 9, label: 'low' },
    { min: 10, max: 14, label: 'medium' },
    { min: 15, max: 30, label: 'high' },
  ],
  bandsProvenance: 'seen',
  bandsSource: 'CamCOPS documentation, PHQ-15 page',
  cutOffs: [
    {
      value: 3,
      op: '>=',
      meaning: 'three or more items rated 2: somatoform disorder sensitivity .78, specificity .71',
      provenance: 'seen',
      source: 'CamCOPS documentation, PHQ-15 page',
      default: false,
      countFrom: 2,
    },
  ],
  reliableChange: null,
  otherReliableChange: [],
  minimallyImportant: [],
  outcome: null,
  nonResponse: [],
  missing: {
    maxMissing: 3,
    method: 'prorate',
    minAnsweredShare: 12 / 15,
    provenance: 'seen',
    source:
      'that item 4 counts 0 where it does not apply: CamCOPS documentation, PHQ-15 page (seen); maximum of 3 and prorating: our rule',
  },
  safetyItems: [],
  trend: true,
  loinc: { panel: '69728-4', total: null, items: [] },
  sources: ['CamCOPS documentation, PHQ-15 page'],
  cautions: [
    'The cut-off is a count of items, not a total.',
    'The maximum is 28 where item 4 does not apply.',
    '"Does not apply" is our choice: the printed form says WOMEN ONLY and has no such answer.',
  ],
  unsettled: ['No source gives a cut-off for the total.'],
} satisfies Instrument;
