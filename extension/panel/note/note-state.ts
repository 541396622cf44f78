import type { OwnText } from './own-text.ts';
import type { Picking } from './picking.ts';

/** What the panel knows of the note on screen beside the page's reading. */
export interface NoteState {
  readonly ownText: OwnText;
  readonly picking: Picking;
}

/** Nothing of ours in it, and no field chosen by a click. */
export const NOTHING_IN_NOTE: NoteState = { ownText: { is: 'none' }, picking: { is: 'idle' } };
