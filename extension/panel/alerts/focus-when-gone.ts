import { useEffect, useRef } from 'preact/hooks';

/** The cards that can be seen, from top to bottom. */
function cardsIn(list: Element): HTMLElement[] {
  const cards = [...list.querySelectorAll<HTMLElement>('article.alert')];
  return cards.filter((card) => card.closest('details:not([open])') === null);
}

/**
 * Keeps the keyboard in a list of alerts when the card that it was in has left: it goes to the
 * heading of the card in its place, or of the section after the last one. Nobody's keyboard is moved
 * who has gone on meanwhile, or who writes in the page.
 */
export function useFocusWhenGone() {
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<{ readonly card: HTMLElement; readonly place: number } | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      const cards = list.current === null ? [] : cardsIn(list.current);
      const place = cards.findIndex((card) => card.contains(target as Node | null));
      const card = cards[place];
      last.current = card === undefined ? null : { card, place };
    };
    const lifetime = new AbortController();
    document.addEventListener('focusin', remember, { signal: lifetime.signal });
    return () => lifetime.abort();
  }, []);
  // After every drawing: a card leaves with the brief, not with the press.
  useEffect(() => {
    const { current } = last;
    if (current === null || current.card.isConnected || list.current === null) return;
    last.current = null;
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    const next = cardsIn(list.current)[current.place]?.querySelector<HTMLElement>('h3');
    const heading = next ?? list.current.closest('section')?.querySelector<HTMLElement>('h2');
    if (heading === undefined || heading === null) return;
    heading.tabIndex = -1;
    heading.focus();
  });
  return list;
}
