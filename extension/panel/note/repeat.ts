import type { ClinicalUpdate } from '#shared/contracts/update.ts';
import { endsWithMark, type OwnText } from './own-text.ts';

/** Why a text must not be appended to a note that may hold one of ours already. */
export type RepeatBlock = 'alreadyInNote' | 'lookingUp' | 'notLookedUp';

/**
 * Whether the note holds an Update of its session already; null when it surely does not. A text that
 * nobody knows refuses only itself: see README.
 */
export function repeatBlockOf(
  ownText: OwnText,
  { text }: Pick<ClinicalUpdate, 'text'>,
): RepeatBlock | null {
  if (ownText.is === 'none') return null;
  if (ownText.is !== 'recognised') return ownText.is;
  const isThere = ownText.blocks.some(
    ({ is, mark }) => is === 'here' || (is === 'unknown' && endsWithMark(text, mark)),
  );
  return isThere ? 'alreadyInNote' : null;
}
