import type { PanelCommand } from '../../messages/command.ts';
import type { Placement } from '../place/placement.ts';

/** What the commands act on. */
export interface CommandDependencies {
  readonly document: Document;
  readonly placement: Placement;
  /** Gives the keyboard back to the page. */
  readonly releaseFocus: () => void;
  /** Runs after the panel was drawn anew. */
  readonly afterDrawing: (run: () => void) => void;
}

/** Where each command goes, the best place first. The press itself is always the person's. */
const PLACES = {
  insert: [
    '[data-goal="insert"] button:enabled',
    '.safe-view button',
    'section[aria-label="Clinical Update"] h2',
    'h1',
  ],
  nextAlert: ['.safe-view button', 'section[aria-label^="Alerts"] h2', 'h1'],
} as const;

/**
 * Does what a keyboard command of the browser asks. None of them writes, acknowledges or reveals
 * anything: they open the panel and put the keyboard in front of what does.
 */
export function createCommands(dependencies: CommandDependencies): (command: PanelCommand) => void {
  const { document, placement, releaseFocus, afterDrawing } = dependencies;

  function toggle(): void {
    if (placement.place.peek().mode === 'collapsed') {
      placement.open();
      afterDrawing(() => focusOn(first(document, ['h1'])));
    } else {
      placement.collapse();
      releaseFocus();
    }
  }

  return (command) => {
    if (command === 'toggle') return toggle();
    if (placement.place.peek().mode === 'collapsed') placement.open();
    afterDrawing(() => {
      const alert = command === 'nextAlert' ? nextAlert(document) : null;
      focusOn(alert ?? first(document, PLACES[command]));
    });
  };
}

/** The heading of the alert after the one that has the keyboard; after the last one the first. */
function nextAlert(document: Document): HTMLElement | null {
  const cards = [...document.querySelectorAll<HTMLElement>('article.alert')].filter(isShown);
  const here = cards.findIndex((card) => card.contains(document.activeElement));
  return cards[(here + 1) % Math.max(1, cards.length)]?.querySelector<HTMLElement>('h3') ?? null;
}

function first(document: Document, places: readonly string[]): HTMLElement | null {
  for (const place of places) {
    const found = [...document.querySelectorAll<HTMLElement>(place)].find(isShown);
    if (found !== undefined) return found;
  }
  return null;
}

/** Folded and covered parts take no room. */
function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

function focusOn(element: HTMLElement | null): void {
  if (element === null) return;
  if (!element.matches('button')) element.tabIndex = -1;
  element.focus();
  element.scrollIntoView({ block: 'nearest' });
}
