import type { AnswerOption } from '../../contracts/items.ts';
import type { Licence } from '../../contracts/licence.ts';

/** The four answers that the measures of the PHQ family share (LOINC answer list LL358-3). */
export const FREQUENCY_OPTIONS: AnswerOption[] = [
  { value: 0, label: 'Not at all' },
  { value: 1, label: 'Several days' },
  { value: 2, label: 'More than half the days' },
  { value: 3, label: 'Nearly every day' },
];

/** The permission that the authors and Pfizer gave for the whole PHQ family. */
export const PHQ_LICENCE: Licence = {
  tier: 'free',
  permission:
    'In effect public domain: the authors and Pfizer state that no permission is required to reproduce, translate, display or distribute.',
  attribution:
    'Developed by Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  attributionProvenance: 'recalled',
  evidence: 'direct',
  provenance: 'seen',
  use: 'open',
  sources: [
    'phqscreeners.com terms, as quoted in the CamCOPS documentation (PHQ-9 and GAD-7 pages)',
    'copyright element of the HL7 SDC example Questionnaire for the PHQ-9',
    'Pfizer press release, 2010',
  ],
};
