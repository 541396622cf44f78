import type { FormFault } from '#shared/contracts/custom-form.ts';
import type { FormFaultAt } from '#shared/forms/check-form.ts';

/** Longest words that a field takes; as the contract has them. */
const LONGEST: Readonly<Record<string, number>> = {
  title: 80,
  name: 40,
  text: 300,
  minLabel: 60,
  maxLabel: 60,
  label: 80,
};

const MISSING: Readonly<Record<string, string>> = {
  title: 'Give the form a title.',
  name: 'Give this question a short name, as it will stand on the chart.',
  text: 'Write the question that the client reads.',
  minLabel: 'Say what the lowest number means.',
  maxLabel: 'Say what the highest number means.',
  label: 'Write this choice, or remove it.',
};

const UNCLEAR = 'This was not understood. Look at this question again, or remove it.';

const WORDS: Readonly<Record<Exclude<FormFault, 'noWords' | 'wordsTooLong'>, string>> = {
  malformed: UNCLEAR,
  unknownField: UNCLEAR,
  namedAfterMeasure:
    'A published measure is called that. Answers to your own form can’t be read by its norms, so please choose another title.',
  noItems: 'Add at least one question.',
  tooManyItems: 'A form takes up to 30 questions. Remove some, or make a second form of them.',
  sameItemTwice: 'This question stands in the form twice. Remove one of the two.',
  sameNameTwice:
    'Another question of this form has this name. Choose another one: both would be drawn under it.',
  scaleOutside: 'Use a whole number from 0 to 10.',
  scaleBackwards: 'The highest number must be above the lowest.',
  tooFewChoices: 'Offer at least two choices.',
  tooManyChoices: 'Offer up to seven choices.',
  sameChoiceTwice: 'Two choices have the same number or the same words. Change one of them.',
  textLimitOutside: 'Use a whole number from 1 to 2000.',
};

/** Why a title can't be used although nothing is wrong with the form itself. */
export const TITLE_TAKEN =
  'Another form in use has this title. Choose another one, or take that form out of use first.';

/** What is wrong with one field of a form, and what to do about it. */
export function formFaultInWords({ reason, field }: FormFaultAt): string {
  const last = field.split('.').at(-1) ?? '';
  if (reason === 'noWords') return MISSING[last] ?? UNCLEAR;
  if (reason !== 'wordsTooLong') return WORDS[reason];
  const longest = LONGEST[last];
  return longest === undefined ? UNCLEAR : `Shorten this to ${longest} characters.`;
}
