import type { Instrument } from '../../contracts/instrument.ts';
import {
  CSI_LICENCE,
  DEGREE_OPTIONS,
  FALLING_POINTS,
  HAPPINESS_OPTIONS,
  RISING_POINTS,
  TRUTH_OPTIONS,
} from '../families/csi.ts';

/**
 * Couples Satisfaction Index, 16 items. Only item 1 goes to 6; items 2, 11, 13, 14 and 16 are printed in
 * descending order of value.
 */
export const csi16 = {
  id: 'csi16',
  version: 1,
  shortTitle: 'CSI-16',
  title: 'Couples Satisfaction Index, 16 items',
  domain: 'couple',
  population: 'partnered adults',
  licence: CSI_LICENCE,
  wording: 'given',
  wordingSources: [
    "Public transcription of the authors' own CSI-16 form (couples-research.com/measures): items, anchors, values, printed order of the poles",
    'Reflectionship app (public source code), CSI-32 page: items, anchors, values; positive pole = 5',
    'CSI-32 item list of a public couples app (citing Funk & Rogge 2007): items; positive pole = 5',
    'ravansanji.ir/?9411171934 (CSI-32 in English): items 1-13 of the CSI-32 with anchors and values',
    'Fetzer Institute / Fincham, Self Report Measures for Love and Compassion Research, as quoted in a public instrument log: the 16 item numbers',
  ],
  itemCount: 16,
  stem: '',
  items: [
    {
      number: 1,
      text: 'Please indicate the degree of happiness, all things considered, of your relationship.',
      options: HAPPINESS_OPTIONS,
    },
    {
      number: 2,
      text: 'In general, how often do you think that things between you and your partner are going well?',
      options: [
        { value: 5, label: 'All the time' },
        { value: 4, label: 'Most of the time' },
        { value: 3, label: 'More often than not' },
        { value: 2, label: 'Occasionally' },
        { value: 1, label: 'Rarely' },
        { value: 0, label: 'Never' },
      ],
    },
    { number: 3, text: 'Our relationship is strong', options: TRUTH_OPTIONS },
    { number: 4, text: 'My relationship with my partner makes me happy', options: TRUTH_OPTIONS },
    {
      number: 5,
      text: 'I have a warm and comfortable relationship with my partner',
      options: TRUTH_OPTIONS,
    },
    {
      number: 6,
      text: 'I really feel like part of a team with my partner',
      options: TRUTH_OPTIONS,
    },
    {
      number: 7,
      text: 'How rewarding is your relationship with your partner?',
      options: DEGREE_OPTIONS,
    },
    { number: 8, text: 'How well does your partner meet your needs?', options: DEGREE_OPTIONS },
    {
      number: 9,
      text: 'To what extent has your relationship met your original expectations?',
      options: DEGREE_OPTIONS,
    },
    {
      number: 10,
      text: 'In general, how satisfied are you with your relationship?',
      options: DEGREE_OPTIONS,
    },
    {
      number: 11,
      text: 'INTERESTING – BORING',
      anchors: ['INTERESTING', 'BORING'],
      options: FALLING_POINTS,
    },
    { number: 12, text: 'BAD – GOOD', anchors: ['BAD', 'GOOD'], options: RISING_POINTS },
    { number: 13, text: 'FULL – EMPTY', anchors: ['FULL', 'EMPTY'], options: FALLING_POINTS },
    {
      number: 14,
      text: 'STURDY – FRAGILE',
      anchors: ['STURDY', 'FRAGILE'],
      options: FALLING_POINTS,
    },
    {
      number: 15,
      text: 'DISCOURAGING – HOPEFUL',
      anchors: ['DISCOURAGING', 'HOPEFUL'],
      options: RISING_POINTS,
    },
    {
      number: 16,
      text: 'ENJOYABLE – MISERABLE',
      anchors: ['ENJOYABLE', 'MISERABLE'],
      options: FALLING_POINTS,
    },
  ],
  options: [],
  recall: { label: 'at present', days: null },
  scoring: { method: 'sum' },
  range: { min: 0, max: 81 },
  direction: 'higherBetter',
  reverseItems: [],
  subscales: [],
  bands: [
    { min: 0, max: 51, label: 'notable dissatisfaction' },
    { min: 52, max: 81, label: 'satisfied' },
  ],
  bandsProvenance: 'recalled',
  bandsSource: 'Funk & Rogge 2007: the two sides of the cut-off of 51.5',
  cutOffs: [
    {
      value: 51.5,
      op: '<',
      meaning: 'notable relationship dissatisfaction',
      provenance: 'recalled',
      source: 'Funk & Rogge 2007',
      default: true,
    },
  ],
  reliableChange: {
    value: 7,
    kind: 'computed',
    level: '95 %',
    basis:
      'Jacobson-Truax from internal consistency: 6.664, so 7 whole points; SD and alpha are recalled, 12 is the cautious option',
    population: "online sample n = 5315 (Funk & Rogge 2007 / authors' handout)",
    sd: 17,
    reliability: 0.98,
    reliabilityKind: 'alpha',
    provenance: 'recalled',
    source: 'Funk & Rogge 2007',
  },
  otherReliableChange: [
    {
      value: 12,
      kind: 'computed',
      level: '95 %',
      basis:
        'Jacobson-Truax from internal consistency: 11.542, so 12 whole points; the cautious option',
      population: 'the same SD with the lower alpha of a secondary page',
      sd: 17,
      reliability: 0.94,
      reliabilityKind: 'alpha',
      provenance: 'recalled',
      source: 'statistics.datanalysis.net',
    },
  ],
  minimallyImportant: [],
  outcome: null,
  nonResponse: [],
  missing: {
    maxMissing: 3,
    method: 'prorate',
    minAnsweredShare: 13 / 16,
    provenance: 'proposal',
    source:
      'our rule: up to 20 % of the items; never above the range, since item 1 is wider than the others',
  },
  safetyItems: [],
  trend: true,
  loinc: { panel: null, total: null, items: [] },
  sources: [
    'Funk & Rogge 2007, J Fam Psychol 21:572-583, doi 10.1037/0893-3200.21.4.572 (abstract)',
    'CSI-16 scoring sheet in circulation: 0-81, developed to be freely available for research and clinical use',
  ],
  cautions: [
    'A public page says the first 7 items are 0-6: wrong, only item 1 is (6 + 15 x 5 = 81).',
    'A list of the items that ends 26-31 is wrong: item 29 (LONELY – FRIENDLY) is not in the CSI-16, item 32 (ENJOYABLE – MISERABLE) is.',
    "Several public 'CSI-16' copies replace items 11-16 by other questions (problems, partner's company, ease of leaving): not the CSI-16.",
  ],
  unsettled: [
    'The form has a line before items 11 to 16; one source gives it as: For each of the following items, select the answer that best describes how you feel about your relationship. Base your responses on your first impressions and immediate feelings about the item.',
  ],
} satisfies Instrument;
