import type { Instrument } from '../../contracts/instrument.ts';

/**
 * Primary Care PTSD Screen for DSM-5. The question on exposure is a gate without a number: after "No"
 * nothing else is asked and the score is 0.
 */
export const pcptsd5 = {
  id: 'pcptsd5',
  version: 1,
  shortTitle: 'PC-PTSD-5',
  title: 'Primary Care PTSD Screen for DSM-5',
  domain: 'trauma',
  population: 'adult',
  licence: {
    tier: 'free',
    permission:
      'US Government work (VA National Center for PTSD): public domain, reproduce freely.',
    attribution:
      'Prins A, Bovin MJ, Kimerling R, et al (2015). Primary Care PTSD Screen for DSM-5 (PC-PTSD-5). National Center for PTSD, ptsd.va.gov',
    attributionProvenance: 'recalled',
    evidence: 'direct',
    provenance: 'seen',
    use: 'open',
    sources: ['CamCOPS documentation (VA works)', 'PMC5023594'],
  },
  wording: 'given',
  wordingSources: [],
  itemCount: 5,
  stem: 'In the past month, have you...',
  items: [
    {
      number: 1,
      printed: '',
      text: 'Sometimes things happen to people that are unusually or especially frightening, horrible, or traumatic. Have you ever experienced this kind of event?',
      stem: '',
      scored: false,
    },
    {
      number: 2,
      printed: '1',
      text: 'had nightmares about the event(s) or thought about the event(s) when you did not want to?',
      askedWhen: { anyOf: [1], atLeast: 1 },
    },
    {
      number: 3,
      printed: '2',
      text: 'tried hard not to think about the event(s) or went out of your way to avoid situations that reminded you of the event(s)?',
      askedWhen: { anyOf: [1], atLeast: 1 },
    },
    {
      number: 4,
      printed: '3',
      text: 'been constantly on guard, watchful, or easily startled?',
      askedWhen: { anyOf: [1], atLeast: 1 },
    },
    {
      number: 5,
      printed: '4',
      text: 'felt numb or detached from people, activities, or your surroundings?',
      askedWhen: { anyOf: [1], atLeast: 1 },
    },
    {
      number: 6,
      printed: '5',
      text: 'felt guilty or unable to stop blaming yourself or others for the event(s) or any problems the event(s) may have caused?',
      askedWhen: { anyOf: [1], atLeast: 1 },
    },
  ],
  options: [
    { value: 0, label: 'No' },
    { value: 1, label: 'Yes' },
  ],
  recall: { label: 'past month', days: 30 },
  scoring: { method: 'sum' },
  range: { min: 0, max: 5 },
  direction: 'higherWorse',
  reverseItems: [],
  subscales: [],
  bands: [
    { min: 0, max: 2, label: 'below the cut-off' },
    { min: 3, max: 5, label: 'at or above the cut-off' },
  ],
  bandsProvenance: 'seen',
  bandsSource: 'PMC7862990, PMC5023594 (3 or more: positive; our words)',
  cutOffs: [
    {
      value: 3,
      op: '>=',
      meaning: 'maximises sensitivity; preferred for women',
      provenance: 'seen',
      source: 'PMC7862990, PMC5023594',
      default: true,
    },
    {
      value: 4,
      op: '>=',
      meaning: 'best balance overall / men',
      provenance: 'seen',
      source: 'PMC7862990',
      default: false,
    },
  ],
  reliableChange: null,
  otherReliableChange: [],
  minimallyImportant: [],
  outcome: null,
  nonResponse: [],
  missing: {
    maxMissing: 0,
    method: 'none',
    minAnsweredShare: 1,
    provenance: 'proposal',
    source: 'our rule: no score unless the gate and, after yes, all items are answered',
  },
  safetyItems: [],
  trend: false,
  loinc: { panel: null, total: null, items: [] },
  sources: ['VA National Center for PTSD', 'PMC5023594', 'PMC7862990'],
  cautions: ['A screen: reliable change is not charted.'],
  unsettled: [
    'The official gate lists example events between its two sentences: its full text has to be taken from the VA form.',
  ],
} satisfies Instrument;
