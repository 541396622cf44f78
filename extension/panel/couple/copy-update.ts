import { coupleUpdate, isSameUpdate } from '#shared/couples/update.ts';
import { copiedInWords } from '../update/copy.tsx';
import type { ShownCouple } from './couple-view.tsx';
import type { CoupleAnswer } from './use-answer.ts';

/** What a press on Copy needs to know at that moment. */
interface CopyDependencies {
  /** Asks the server what it says of the page now; null when a later question overtook this one. */
  readonly askAnew: () => Promise<CoupleAnswer | null>;
  /** Whether the page is still the one that the text is about. */
  readonly isShown: () => boolean;
  /** True when the text is on the clipboard. */
  readonly copy: (text: string) => Promise<boolean>;
}

/** What became of a press on Copy. */
export interface CopyOutcome {
  readonly words: string;
  /** What the words are about, where they are about one text; null where nothing was tried. */
  readonly of: ShownCouple | null;
}

/**
 * Copies the text that was read, if the server says this very moment that it is still what both share.
 * Why something is no longer shared is not said.
 */
export async function copyUpdate(
  read: ShownCouple,
  { askAnew, isShown, copy }: CopyDependencies,
): Promise<CopyOutcome> {
  const answer = await askAnew();
  if (answer === null || !isShown()) return NOT_COPIED.overtaken;
  if (!answer.ok) return NOT_COPIED.unanswered;
  const text = coupleUpdate(read);
  if (text === null || coupleUpdate(answer.value) === null) return NOT_COPIED.gone;
  if (!isSameUpdate(read, answer.value)) return NOT_COPIED.changed;
  return { words: copiedInWords(await copy(text)), of: read };
}

const NOT_COPIED = {
  overtaken: notCopied(': this page was just asked for anew. Read it, then press Copy again'),
  unanswered: notCopied(''),
  gone: notCopied(': nothing is shared here now'),
  changed: notCopied(': the text has just changed. Read it again, then press Copy'),
} as const;

function notCopied(because: string): CopyOutcome {
  return { words: `Not copied${because}.`, of: null };
}
