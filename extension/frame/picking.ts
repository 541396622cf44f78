import type { Result } from '#shared/contracts/result.ts';
import type { FollowedPage } from '../ehr/followed-page.ts';
import { boxAround, type Choice, choiceLike, choiceOf } from '../ehr/pick/choice.ts';
import type { PageToPanel, PickRefusal } from '../messages/page.ts';
import type { Frame } from './frame.ts';

type Picked = Extract<PageToPanel, { type: 'picked' }>;

/** Lets a person point out a field of the note. */
export interface Picking {
  /** Begins, or begins anew. Without a frame to show it in, it is over at once. */
  start(frame: Frame | null): void;
  stop(): void;
  /** Finds a field again that was pointed out in an earlier note of the same template. */
  use(label: string, position: number): void;
}

/** @param tell called once with what became of each start and each use */
export function createPicking(followed: FollowedPage, tell: (picked: Picked) => void): Picking {
  const { view, keys, signal } = followed;
  let current: AbortController | null = null;
  const end = (picked: Picked) => {
    current?.abort();
    current = null;
    tell(picked);
  };
  const said = (choice: Result<Choice, PickRefusal>): Picked => {
    if (!choice.ok) return { type: 'picked', field: null, refusal: choice.refusal };
    const { field, position } = choice.value;
    const { element, label } = field;
    return {
      type: 'picked',
      field: { fieldKey: keys.of(element), label, position },
      refusal: null,
    };
  };
  const nothing: Picked = { type: 'picked', field: null, refusal: null };
  const boxOf = (element: Element | null) =>
    element === null ? null : boxAround(view.document, element);
  return {
    start(frame) {
      current?.abort();
      current = null;
      if (frame === null) return tell(nothing);
      const own = new AbortController();
      current = own;
      let outlined: ReturnType<typeof boxOf> = null;
      const over = (element: Element | null) => {
        outlined = boxOf(element);
        layer.outline(outlined, choiceOf(followed.lookNow().look, outlined).ok);
      };
      const layer = frame.pickLayer(
        {
          over,
          click(element) {
            const box = boxOf(element);
            // A page can slide another field under the pointer: what counts was outlined before.
            if (box !== outlined) return over(element);
            end(said(choiceOf(followed.lookNow().look, box)));
          },
          cancel: () => end(nothing),
        },
        AbortSignal.any([own.signal, signal]),
      );
    },
    stop() {
      if (current !== null) end(nothing);
    },
    use: (label, position) => tell(said(choiceLike(followed.lookNow().look, label, position))),
  };
}
