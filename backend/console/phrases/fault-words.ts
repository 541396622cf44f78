import type { SavePhraseRefusal } from '#backend/care/phrase-care.ts';
import { ERRORS } from '#shared/contracts/errors.ts';
import { MAX_PHRASE_NAME } from '#shared/contracts/phrase-template.ts';
import type { Problems } from '../field.ts';
import { SHAPE_WORDS } from './words.ts';

/** Why a phrase was not saved, beside the field that it is about; `whole` is the page. */
export function phraseProblems(refusal: SavePhraseRefusal): Problems {
  return new Map([[fieldOf(refusal), phraseFaultInWords(refusal)]]);
}

function fieldOf({ reason }: SavePhraseRefusal): string {
  if (reason === 'outdated' || reason === 'tooMany') return 'whole';
  if (reason === 'sectionNotInShape') return 'section';
  if (reason === 'noShape') return 'shapes';
  return reason.startsWith('name') ? 'name' : 'text';
}

type Told = Exclude<SavePhraseRefusal['reason'], TellingMore['reason']>;

/** Refusals that name what they are about. */
type TellingMore = Extract<
  SavePhraseRefusal,
  | { most: number }
  | { at: number }
  | { slot: string }
  | { because: string }
  | { number: string }
  | { shape: string }
>;

const WORDS: Readonly<Record<Told, string>> = {
  outdated: ERRORS.outdated.message,
  tooMany: 'There are as many phrases as a text can carry. Take one away first.',
  nameMissing: 'Give the phrase a name that its list shows.',
  nameTooLong: `Shorten this to ${MAX_PHRASE_NAME} characters.`,
  nameTaken: 'Another phrase has this name. Choose another one.',
  noShape: 'Choose at least one kind of note in which the phrase stands.',
  empty: 'Write the sentence.',
};

/** What is wrong with a phrase, and what to do about it. */
export function phraseFaultInWords(refusal: SavePhraseRefusal): string {
  return isTellingMore(refusal) ? inItsWords(refusal) : WORDS[refusal.reason];
}

function isTellingMore(refusal: SavePhraseRefusal): refusal is TellingMore {
  return !Object.hasOwn(WORDS, refusal.reason);
}

function inItsWords(refusal: TellingMore): string {
  if (refusal.reason === 'tooLong') return `Shorten this to ${refusal.most} characters.`;
  if (refusal.reason === 'unbalancedBrace') {
    return `The brace at character ${refusal.at + 1} has no partner. A slot is written as {score}.`;
  }
  if (refusal.reason === 'unknownSlot') {
    return `There is no {${refusal.slot}} here. The slots are listed below.`;
  }
  if (refusal.reason === 'forbidden') return `An Update never says this: ${refusal.because}.`;
  if (refusal.reason === 'markup') {
    return `A note field would change this: ${refusal.because}. Use plain words.`;
  }
  if (refusal.reason === 'number') {
    return `“${refusal.number}” is a number that no answer stands behind. Numbers come from slots.`;
  }
  return `A ${SHAPE_WORDS[refusal.shape]} has no such part. Choose another part, or leave that kind of note out.`;
}
