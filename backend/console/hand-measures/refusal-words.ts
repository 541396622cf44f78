import type { StateRefusal } from '#backend/care/hand-measure-care.ts';
import { ERRORS } from '#shared/contracts/errors.ts';
import type { Problems } from '../field.ts';

const WORDS: Readonly<Record<StateRefusal, readonly [field: string, words: string]>> = {
  outdated: ['whole', ERRORS.outdated.message],
  taken: [
    'name',
    'A measure of nearly the same name is there already. Change that one, or choose another name.',
  ],
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
  return new Map([WORDS[refusal]]);
}
