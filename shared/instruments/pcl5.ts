import type { Instrument } from '../contracts/instrument.ts';

/**
 * PTSD Checklist for DSM-5, past-month form. Wording agrees in CamCOPS, the Awell score library
 * and the clinical-toolkit copy of the VA form.
 */
export const pcl5 = {
  id: 'pcl5',
  version: 1,
  shortTitle: 'PCL-5',
  title: 'PTSD Checklist for DSM-5',
  domain: 'trauma',
  population: 'adult, index trauma',
  licence: {
    permission:
      'US Government work (VA National Center for PTSD): public domain, reproduce freely.',
    attribution:
      'Weathers FW, Litz BT, Keane TM, Palmieri PA, Marx BP, Schnurr PP (2013). The PTSD Checklist for DSM-5 (PCL-5). National Center for PTSD, ptsd.va.gov',
    provenance: 'seen',
    sources: ['CamCOPS documentation, PCL-5 page (VA works)'],
  },
  stem: 'In the past month, how much were you bothered by:',
  items: [
    { number: 1, text: 'Repeated, disturbing, and unwanted memories of the stressful experience?' },
    { number: 2, text: 'Repeated, disturbing dreams of the stressful experience?' },
    {
      number: 3,
      text: 'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
    },
    {
      number: 4,
      text: 'Feeling very upset when something reminded you of the stressful experience?',
    },
    {
      number: 5,
      text: 'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
    },
    {
      number: 6,
      text: 'Avoiding memories, thoughts, or feelings related to the stressful experience?',
    },
    {
      number: 7,
      text: 'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
    },
    { number: 8, text: 'Trouble remembering important parts of the stressful experience?' },
    {
      number: 9,
      text: 'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
    },
    {
      number: 10,
      text: 'Blaming yourself or someone else for the stressful experience or what happened after it?',
    },
    {
      number: 11,
      text: 'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
    },
    { number: 12, text: 'Loss of interest in activities that you used to enjoy?' },
    { number: 13, text: 'Feeling distant or cut off from other people?' },
    {
      number: 14,
      text: 'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
    },
    { number: 15, text: 'Irritable behavior, angry outbursts, or acting aggressively?' },
    { number: 16, text: 'Taking too many risks or doing things that could cause you harm?' },
    { number: 17, text: 'Being “superalert” or watchful or on guard?' },
    { number: 18, text: 'Feeling jumpy or easily startled?' },
    { number: 19, text: 'Having difficulty concentrating?' },
    { number: 20, text: 'Trouble falling or staying asleep?' },
  ],
  options: [
    { value: 0, label: 'Not at all' },
    { value: 1, label: 'A little bit' },
    { value: 2, label: 'Moderately' },
    { value: 3, label: 'Quite a bit' },
    { value: 4, label: 'Extremely' },
  ],
  recall: { label: 'past month', days: 30 },
  range: { min: 0, max: 80 },
  direction: 'higherWorse',
  reverseItems: [],
  subscales: [
    { id: 'intrusion', name: 'B intrusion', items: [1, 2, 3, 4, 5], min: 0, max: 20 },
    { id: 'avoidance', name: 'C avoidance', items: [6, 7], min: 0, max: 8 },
    {
      id: 'cognition_mood',
      name: 'D cognition and mood',
      items: [8, 9, 10, 11, 12, 13, 14],
      min: 0,
      max: 28,
    },
    { id: 'arousal', name: 'E arousal', items: [15, 16, 17, 18, 19, 20], min: 0, max: 24 },
  ],
  bands: [
    { min: 0, max: 30, label: 'below the cut-off' },
    { min: 31, max: 80, label: 'at or above the cut-off' },
  ],
  bandsProvenance: 'proposal',
  bandsSource:
    'no empirically derived severity ranges exist for the PCL-5; the two bands follow the lower published cut-off',
  cutOffs: [
    {
      value: 31,
      op: '>=',
      meaning: 'provisional PTSD: lower end of the published 31-33; the band edge',
      provenance: 'seen',
      source: 'VA National Center for PTSD (31-33); comorbidityguidelines.org.au',
      default: true,
    },
    {
      value: 33,
      op: '>=',
      meaning: 'provisional PTSD: upper end of the published 31-33',
      provenance: 'seen',
      source: 'CamCOPS documentation, PCL-5 page',
      default: false,
    },
    {
      value: 34,
      op: '>=',
      meaning: 'UK veterans; also a German clinical sample (sensitivity .892, specificity .645)',
      provenance: 'seen',
      source: 'doi 10.1080/20008198.2017.1398001; PMC12210402',
      default: false,
    },
  ],
  reliableChange: {
    value: 15,
    kind: 'published',
    level: '95 %',
    basis: 'Marx 2022, the lower of the two published values; 18 is the cautious option',
    population: 'US veterans, sample 1 (population recalled)',
    sd: null,
    reliability: null,
    reliabilityKind: null,
    provenance: 'seen',
    source: 'Marx 2022 Psychol Assess 34:197',
  },
  otherReliableChange: [
    {
      value: 18,
      kind: 'published',
      level: '95 %',
      basis: 'Marx 2022, the higher of the two published values: the cautious option',
      population: 'US veterans, sample 2 (population recalled)',
      sd: null,
      reliability: null,
      reliabilityKind: null,
      provenance: 'seen',
      source: 'Marx 2022 Psychol Assess 34:197',
    },
    {
      value: 18,
      kind: 'computed',
      level: '95 %',
      basis: 'Jacobson-Truax from test-retest reliability: 17.31, so 18 whole points',
      population: 'trauma-exposed students (Blevins 2015)',
      sd: 14.72,
      reliability: 0.82,
      reliabilityKind: 'test-retest',
      provenance: 'recalled',
      source: 'Blevins 2015 J Trauma Stress 28:489',
    },
  ],
  outcome: null,
  missing: {
    maxMissing: 4,
    method: 'proratePerSubscale',
    minAnsweredShare: 0.75,
    provenance: 'proposal',
    source: 'our rule: each cluster prorated when at least 75 % of it is answered',
  },
  safetyItems: [
    {
      item: 16,
      positiveFrom: 2,
      kind: 'informational',
      provenance: 'proposal',
      source: 'our rule: risk-taking or harm is shown, but it is not suicidality',
    },
  ],
  loinc: { panel: null, total: null, items: [] },
  sources: [
    'VA National Center for PTSD, PCL-5 page',
    'Marx 2022 Psychol Assess 34:197',
    'Blanchard 2023, PMID 37845820',
    'CamCOPS documentation, PCL-5 page',
  ],
  cautions: [
    'Vendor pages that quote 5 as reliable and 10 as meaningful repeat guidance for the DSM-IV PCL; it does not apply.',
    'PCL-5 and DSM-IV PCL scores are not interchangeable.',
    'Each answer refers to one index event: the form needs the VA instructions that name it.',
    'Published cut-offs are 31 to 33; 31 is the default so that band and cut-off agree.',
    'After treatment, 28 or less is published as more likely from the population without PTSD (Marx 2022 Psychol Assess 34:197); applied nowhere, since it is no boundary between bands.',
  ],
} satisfies Instrument;
