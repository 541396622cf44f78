import type { Instrument } from '../../contracts/instrument.ts';
import { CSI_LICENCE } from '../families/csi.ts';

/** Couples Satisfaction Index, 32 items, facts only: some anchors have a single source. */
export const csi32 = {
  id: 'csi32',
  version: 1,
  shortTitle: 'CSI-32',
  title: 'Couples Satisfaction Index, 32 items',
  domain: 'couple',
  population: 'partnered adults',
  licence: CSI_LICENCE,
  wording: 'absent',
  wordingSources: [],
  itemCount: 32,
  stem: '',
  items: [],
  options: [],
  recall: { label: 'at present', days: null },
  scoring: { method: 'sum' },
  range: { min: 0, max: 161 },
  direction: 'higherBetter',
  reverseItems: [],
  subscales: [],
  bands: [
    { min: 0, max: 104, label: 'notable dissatisfaction' },
    { min: 105, max: 161, label: 'satisfied' },
  ],
  bandsProvenance: 'seen',
  bandsSource: 'statistics.datanalysis.net: the two sides of the cut-off of 104.5',
  cutOffs: [
    {
      value: 104.5,
      op: '<',
      meaning: 'notable relationship dissatisfaction',
      provenance: 'seen',
      source: 'statistics.datanalysis.net',
      default: true,
    },
  ],
  reliableChange: null,
  otherReliableChange: [
    {
      value: 13,
      kind: 'computed',
      level: '95 %',
      basis:
        'Jacobson-Truax from internal consistency: 12.544, so 13 whole points; not recommended',
      population: 'online sample',
      sd: 32,
      reliability: 0.98,
      reliabilityKind: 'alpha',
      provenance: 'recalled',
      source: 'Funk & Rogge 2007',
    },
  ],
  minimallyImportant: [],
  outcome: null,
  nonResponse: [],
  missing: {
    maxMissing: 6,
    method: 'prorate',
    minAnsweredShare: 26 / 32,
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
    'The secondary page that gives 104.5 also gives the range as 2-158: wrong, it is 0-161 (6 + 31 x 5).',
    'Item 1 is scored 0 to 6, the others 0 to 5. Items 6, 10 and 15 are worded the other way round; their printed values already run the other way.',
  ],
  unsettled: [
    'The anchors of items 23 to 25 and the line before items 2 to 4 have one source each: the wording has to come from the authors (couples-research.com).',
  ],
} satisfies Instrument;
