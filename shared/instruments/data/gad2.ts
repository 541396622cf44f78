import type { Instrument } from '../../contracts/instrument.ts';
import { FREQUENCY_OPTIONS, PHQ_LICENCE } from '../families/phq.ts';

/** Generalized Anxiety Disorder-2: the first two items of the GAD-7, a screen. */
export const gad2 = {
  id: 'gad2',
  version: 1,
  shortTitle: 'GAD-2',
  title: 'Generalized Anxiety Disorder-2',
  domain: 'anxiety',
  population: 'adult',
  licence: PHQ_LICENCE,
  wording: 'given',
  wordingSources: [],
  itemCount: 2,
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  items: [
    { number: 1, text: 'Feeling nervous, anxious or on edge' },
    { number: 2, text: 'Not being able to stop or control worrying' },
  ],
  options: FREQUENCY_OPTIONS,
  recall: { label: '2 weeks', days: 14 },
  scoring: { method: 'sum' },
  range: { min: 0, max: 6 },
  direction: 'higherWorse',
  reverseItems: [],
  subscales: [],
  bands: [
    { min: 0, max: 2, label: 'below the cut-off' },
    { min: 3, max: 6, label: 'at or above the cut-off' },
  ],
  bandsProvenance: 'recalled',
  bandsSource: 'Kroenke 2007 Ann Intern Med 146:317 (3 or more: positive; our words)',
  cutOffs: [
    {
      value: 3,
      op: '>=',
      meaning: 'screen positive, give the GAD-7',
      provenance: 'recalled',
      source: 'Kroenke 2007 Ann Intern Med 146:317',
      default: true,
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
    source: 'our rule: no score unless both items are answered',
  },
  safetyItems: [],
  trend: false,
  loinc: { panel: null, total: null, items: [] },
  sources: ['Kroenke 2007 Ann Intern Med 146:317'],
  cautions: ['A screen: reliable change is not charted.'],
  unsettled: [
    'The GAD-7 asks about "the following problems", this stem about "any of" them: to be compared with the form in use.',
  ],
} satisfies Instrument;
