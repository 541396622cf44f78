import type { PhraseFault } from '../../contracts/phrase-template.ts';
import { ok, type Result, refuse } from '../../contracts/result.ts';

/** Words as they stand, or the name of a slot. */
export type PhrasePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: string };

/** One sentence of a phrase with its final punctuation. */
export type PhraseSentence = readonly PhrasePart[];

/** Where one sentence ends and the next begins; a point inside a slot or a number ends none. */
const SENTENCE_END = /(?<=[.!?])\s+/;

/**
 * Divides a phrase into sentences of words and slots. Braces are for slots only and never nested; a
 * sentence that does not end with a mark gets a period, so that phrases can follow each other.
 */
export function parsePhrase(text: string): Result<readonly PhraseSentence[], PhraseFault> {
  const at = unbalancedAt(text);
  if (at !== null) return refuse({ reason: 'unbalancedBrace', at });
  const sentences = text
    .trim()
    .split(SENTENCE_END)
    .filter((sentence) => sentence !== '');
  return ok(sentences.map((sentence) => partsOf(ended(sentence))));
}

/** The place of the first brace that has no partner, from 0; null when there is none. */
function unbalancedAt(text: string): number | null {
  let open: number | null = null;
  for (let place = 0; place < text.length; place += 1) {
    const character = text.charAt(place);
    if (character === '{') {
      if (open !== null) return open;
      open = place;
    } else if (character === '}') {
      if (open === null) return place;
      open = null;
    }
  }
  return open;
}

function partsOf(sentence: string): PhraseSentence {
  return sentence.split(/(\{[^{}]*\})/).flatMap((piece): PhrasePart[] => {
    if (piece === '') return [];
    return piece.startsWith('{')
      ? [{ kind: 'slot', name: piece.slice(1, -1).trim() }]
      : [{ kind: 'words', text: piece }];
  });
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
