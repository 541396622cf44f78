import type { AnswerOption } from '../../contracts/items.ts';
import type { Licence } from '../../contracts/licence.ts';

/** The terms of the Couples Satisfaction Index in all its lengths. */
export const CSI_LICENCE: Licence = {
  tier: 'condition',
  permission:
    'Authors’ form: the CSI scales are freely available for research and clinical use with no additional permission necessary (second-hand); commercial use is not addressed. Ask Rogge for a written OK before selling it as a product feature.',
  attribution:
    'Funk JL, Rogge RD (2007). Testing the ruler with item response theory. J Fam Psychol 21:572-583. doi 10.1037/0893-3200.21.4.572',
  attributionProvenance: 'recalled',
  evidence: 'secondary',
  provenance: 'seen',
  use: 'practiceConfirms',
  sources: [
    'Funk & Rogge 2007, J Fam Psychol 21:572-583, doi 10.1037/0893-3200.21.4.572 (abstract)',
    'CSI-16 scoring sheet in circulation: 0-81, developed to be freely available for research and clinical use',
  ],
};

/** The seven answers of item 1, the only item that goes to 6. */
export const HAPPINESS_OPTIONS: AnswerOption[] = [
  { value: 0, label: 'Extremely Unhappy' },
  { value: 1, label: 'Fairly Unhappy' },
  { value: 2, label: 'A Little Unhappy' },
  { value: 3, label: 'Happy' },
  { value: 4, label: 'Very Happy' },
  { value: 5, label: 'Extremely Happy' },
  { value: 6, label: 'Perfect' },
];

/** The answers to statements. */
export const TRUTH_OPTIONS: AnswerOption[] = [
  { value: 0, label: 'Not at all True' },
  { value: 1, label: 'A little True' },
  { value: 2, label: 'Somewhat True' },
  { value: 3, label: 'Mostly True' },
  { value: 4, label: 'Almost Completely True' },
  { value: 5, label: 'Completely True' },
];

/** The answers to questions of degree. */
export const DEGREE_OPTIONS: AnswerOption[] = [
  { value: 0, label: 'Not at all' },
  { value: 1, label: 'A little' },
  { value: 2, label: 'Somewhat' },
  { value: 3, label: 'Mostly' },
  { value: 4, label: 'Almost Completely' },
  { value: 5, label: 'Completely' },
];

/** The bare numbers between two poles whose second is the good one. */
export const RISING_POINTS: AnswerOption[] = [
  { value: 0, label: '0' },
  { value: 1, label: '1' },
  { value: 2, label: '2' },
  { value: 3, label: '3' },
  { value: 4, label: '4' },
  { value: 5, label: '5' },
];

/** The bare numbers between two poles whose first is the good one. */
export const FALLING_POINTS: AnswerOption[] = [
  { value: 5, label: '5' },
  { value: 4, label: '4' },
  { value: 3, label: '3' },
  { value: 2, label: '2' },
  { value: 1, label: '1' },
  { value: 0, label: '0' },
];
