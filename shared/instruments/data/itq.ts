import type { Instrument } from '../../contracts/instrument.ts';

/**
 * International Trauma Questionnaire, facts only: two items and the introductions differ between public
 * copies, so that the wording has to come from the owner’s form.
 */
export const itq = {
  id: 'itq',
  version: 1,
  shortTitle: 'ITQ',
  title: 'International Trauma Questionnaire',
  domain: 'trauma',
  population: 'adult',
  licence: {
    tier: 'condition',
    permission:
      "The English form states: 'The ITQ is freely available in the public domain to all interested parties.' Cloitre 2018 prints the measure; no explicit software or commercial grant seen. Attribute; ask the International Trauma Consortium before selling it.",
    attribution:
      'Cloitre M, Shevlin M, Brewin CR, et al (2018). The International Trauma Questionnaire. Acta Psychiatr Scand 138:536-546',
    attributionProvenance: 'recalled',
    evidence: 'direct',
    provenance: 'seen',
    use: 'practiceConfirms',
    sources: [
      'Cloitre et al 2018 (Maynooth University open record)',
      'ITQ English form as circulated (scribd.com/document/582348315), overview',
    ],
  },
  wording: 'absent',
  wordingSources: [],
  itemCount: 18,
  stem: '',
  items: [],
  options: [
    { value: 0, label: 'Not at all' },
    { value: 1, label: 'A little bit' },
    { value: 2, label: 'Moderately' },
    { value: 3, label: 'Quite a bit' },
    { value: 4, label: 'Extremely' },
  ],
  recall: { label: 'past month (P items), typically (C items)', days: null },
  scoring: { method: 'sum' },
  range: { min: 0, max: 48 },
  direction: 'higherWorse',
  reverseItems: [],
  subscales: [
    {
      id: 'ptsd_severity',
      name: 'PTSD severity',
      items: [1, 2, 3, 4, 5, 6],
      min: 0,
      max: 24,
      method: 'sum',
      multiplier: 1,
      bands: [],
    },
    {
      id: 'dso_severity',
      name: 'disturbances in self-organization, severity',
      items: [10, 11, 12, 13, 14, 15],
      min: 0,
      max: 24,
      method: 'sum',
      multiplier: 1,
      bands: [],
    },
  ],
  bands: [],
  bandsProvenance: 'unsettled',
  bandsSource: 'no bands are known',
  cutOffs: [],
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
    source: 'our rule: the algorithm needs all items of each cluster',
  },
  safetyItems: [],
  trend: false,
  loinc: { panel: null, total: null, items: [] },
  sources: ['Cloitre 2018', 'psypack.com ITQ page'],
  cautions: [
    'The result is a probable category, never a diagnosis.',
    'Circulated copies print the threshold as "> 2", a lost underline: it is 2 or more. A public page presents 14 other questions as the ITQ.',
    'Items 1 to 9 are P1 to P9, items 10 to 18 are C1 to C9. The severity total is P1-P6 plus C1-C6; P7-P9 and C7-C9 ask about impairment and are not summed.',
    'Rule for probable PTSD: 2 or more on P1 or P2, on P3 or P4, on P5 or P6, and on one of P7-P9. Disturbances in self-organization: the same with C1-C9. Both together are probable complex PTSD, in place of PTSD (psypack.com, ITQ page).',
    'The form first asks for the experience that troubles the client most, and when it happened.',
  ],
  unsettled: [
    'Public copies differ in items 9 and 18 and in the lines that introduce each part: the wording has to come from traumameasuresglobal.com or the appendix of Cloitre 2018.',
  ],
} satisfies Instrument;
