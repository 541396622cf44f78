import type { PageReading } from '#shared/contracts/reading.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { FollowedPage } from '../ehr/followed-page.ts';
import { boxAround, type Choice, choiceLike, choiceOf } from '../ehr/pick/choice.ts';
import type { PageToPanel, PanelToPage, PickRefusal } from '../messages/page.ts';
import type { Frame } from './frame.ts';

type Picked = Extract<PageToPanel, { type: 'picked' }>;
/** What is said of a field, whichever question it answers. */
type Said = Pick<Picked, 'field' | 'refusal'>;

/** Lets a person point out a field of the note. */
export interface Picking {
  /** Begins, or begins anew. Without a frame to show it in, it is over at once. */
  start(frame: Frame | null, requestId: number): void;
  stop(): void;
  /** Ends with the note that it was begun in: a page that turned, or shows none, is pointed at no more. */
  follow(reading: PageReading): void;
  /** Finds a field again that was pointed out in an earlier note of the same template. */
  use(asked: Extract<PanelToPage, { type: 'useField' }>): void;
}

/** A choice that is under way. */
interface Pointing {
  readonly lifetime: AbortController;
  readonly requestId: number;
  /** Of the page as it was begun in. */
  readonly navigation: number;
}

const NOTHING: Said = { field: null, refusal: null };

/** @param tell called once with what became of each start and each use */
export function createPicking(followed: FollowedPage, tell: (picked: Picked) => void): Picking {
  const { view, keys, signal } = followed;
  let current: Pointing | null = null;
  const answer = (requestId: number, said: Said) => tell({ type: 'picked', requestId, ...said });
  const end = (said: Said) => {
    if (current === null) return;
    const { lifetime, requestId } = current;
    current = null;
    lifetime.abort();
    answer(requestId, said);
  };
  const said = (choice: Result<Choice, PickRefusal>): Said => {
    if (!choice.ok) return { field: null, refusal: choice.refusal };
    const { field, position } = choice.value;
    const { element, label } = field;
    return { field: { fieldKey: keys.of(element), label, position }, refusal: null };
  };
  const boxOf = (element: Element | null) =>
    element === null ? null : boxAround(view.document, element);
  return {
    start(frame, requestId) {
      end(NOTHING);
      if (frame === null) return answer(requestId, NOTHING);
      const lifetime = new AbortController();
      const { navigation } = followed.lookNow();
      current = { lifetime, requestId, navigation };
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
            const now = followed.lookNow();
            end(now.navigation === navigation ? said(choiceOf(now.look, box)) : NOTHING);
          },
          cancel: () => end(NOTHING),
        },
        AbortSignal.any([lifetime.signal, signal]),
      );
    },
    stop: () => end(NOTHING),
    follow({ navigation, settled, kind }) {
      if (current === null) return;
      if (navigation !== current.navigation || (settled && kind !== 'note')) end(NOTHING);
    },
    use: ({ requestId, label, position }) =>
      answer(requestId, said(choiceLike(followed.lookNow().look, label, position))),
  };
}
