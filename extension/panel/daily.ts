import type { ReadonlySignal } from '@preact/signals';
import type { AskWorker } from '../local/ask-worker.ts';
import type { PageToPanel, PanelToPage } from '../messages/page.ts';
import { createCommands } from './commands/commands.ts';
import type { Shortcut } from './commands/shortcuts.tsx';
import { createPlacement, type Placement } from './place/placement.ts';
import { type Cover, createCover } from './safe-view/cover.ts';
import type { PanelFacts } from './state/facts.ts';

/** What the panel does with its room, its keys, and a screen that others see. */
export interface DailyActions
  extends Omit<Placement, 'onPlaced'>,
    Pick<Cover, 'reveal' | 'conceal'> {
  readonly setSafeView: Cover['switchTo'];
  /** How many of the screen's pixels one CSS pixel of the page takes: the browser's zoom. */
  readonly zoom: () => Promise<number>;
  /** The keyboard commands as they are set in this browser. */
  readonly shortcuts: () => Promise<readonly Shortcut[]>;
}

/** What it stands on. */
export interface DailyDependencies {
  readonly ask: AskWorker;
  readonly send: (message: PanelToPage) => boolean;
  readonly facts: ReadonlySignal<PanelFacts>;
  readonly document: Document;
  readonly zoom: DailyActions['zoom'];
  readonly shortcuts: DailyActions['shortcuts'];
  readonly signal: AbortSignal;
}

/** The parts of the panel that are about no client. */
export interface Daily {
  readonly cover: Cover['state'];
  readonly actions: DailyActions;
  /** True while whatever is drawn can be seen: not a strip, not covered, not in another tab. */
  readonly isInSight: () => boolean;
  readonly onMessage: (message: PageToPanel) => void;
  readonly refresh: () => Promise<void>;
}

/** Puts them together. Whatever cannot be known is covered. */
export function createDaily(dependencies: DailyDependencies): Daily {
  const { ask, send, facts, document, zoom, shortcuts, signal } = dependencies;
  const placement = createPlacement({ ask, send, facts });
  const cover = createCover({ ask, facts });
  const onCommand = createCommands({
    document,
    placement,
    releaseFocus: () => void send({ type: 'releaseFocus' }),
    afterDrawing: (run) => void requestAnimationFrame(run),
  });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.hidden) cover.conceal();
    },
    { signal },
  );
  void cover.refresh();
  const { onPlaced, ...moves } = placement;
  return {
    cover: cover.state,
    actions: {
      ...moves,
      reveal: cover.reveal,
      conceal: cover.conceal,
      setSafeView: cover.switchTo,
      zoom,
      shortcuts,
    },
    isInSight: () =>
      placement.place.value.mode !== 'collapsed' && !cover.state.value.covered && !document.hidden,
    onMessage(message) {
      if (message.type === 'placed') onPlaced(message);
      if (message.type === 'command') onCommand(message.command);
    },
    refresh: cover.refresh,
  };
}
