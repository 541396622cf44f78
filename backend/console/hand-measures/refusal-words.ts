import type { StateRefusal } from '#backend/care/hand-measure-care.ts';
import type { WordsFault } from '#backend/care/hand-measure-words.ts';
import { ERRORS } from '#shared/contracts/errors.ts';
import type { Problems } from '../field.ts';

const WORDS: Readonly<
  Record<Exclude<StateRefusal, WordsFault>, readonly [field: string, words: string]>
> = {
  outdated: ['whole', ERRORS.outdated.message],
  taken: [
    'name',
    'A measure of nearly the same name is there already, in use or out of use. Change that one, or choose another name.',
  ],
  retired: ['whole', 'This measure is out of use. Take it into use again, then change it.'],
  malformed: ['whole', 'This was not understood. Look at every field again.'],
  rangeBackwards: ['max', 'The highest total must be above the lowest.'],
  bandsDoNotFit: [
    'bands',
    'The bands must rise from line to line, without overlap, and lie within the lowest and highest total.',
  ],
  bandsWithoutSource: [
    'bandsSource',
    'Say where the bands come from, so that everybody can look them up.',
  ],
};

/** Why a statement was not kept, beside the field that it is about; `whole` is the page. */
export function refusalInWords(refusal: StateRefusal): Problems {
  return new Map([typeof refusal === 'string' ? WORDS[refusal] : aboutWords(refusal)]);
}

function aboutWords(fault: WordsFault): readonly [field: string, words: string] {
  if (fault.reason === 'namedAfterMeasure') {
    return [
      'name',
      'This is the name of a measure that Throughline scores itself, by its own norms. Send that one, or choose another name.',
    ];
  }
  if (fault.reason === 'labelSaysRange') {
    return [
      'bands',
      `“${fault.said}”: leave “range” out. A note says it by itself: “moderate” is written as “moderate range”.`,
    ];
  }
  const instead =
    fault.field === 'name'
      ? 'Use its short name.'
      : 'Use a word for the height of the score, such as “moderate”.';
  return [
    fault.field,
    `“${fault.said}”: an Update never says this, because ${fault.because}. ${instead}`,
  ];
}
