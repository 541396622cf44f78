import type { StorageArea } from '../slot.ts';
import { type Allowance, type Rate, spend } from './allowance.ts';
import { createQuestionsLeft } from './questions-left.ts';

/**
 * Messages of one tab's content script. Ours tells at most 20 readings at once and 5 a second from
 * then on (`ehr/observe/pace.ts`), and the end of each certainty, of which a second has three: its
 * looks must agree for 300 ms. Only a renderer that was taken over says more.
 */
export const MESSAGES: Rate = { atOnce: 100, oneMoreEveryMs: 100 };

/** Milliseconds for which a question that was just asked about the same costs nothing again. */
const SHARED_FOR_MS = 3000;

/** Milliseconds without one more of what was too much, after which a tab is listened to again. */
export const CALM_AFTER_MS = 30_000;

/** What the limits need. */
export interface PageLimitsDependencies {
  /** `storage.session`: a worker that dies and comes back must not begin with everything unspent. */
  readonly area: StorageArea;
  readonly now: () => Date;
  /** From now on nothing is asked for this tab. */
  readonly onHeld: (tabId: number) => void;
}

/** Keeps one tab's page from keeping the worker and the server busy. */
export interface PageLimits {
  /** A message of the tab's content script came. False: it goes unread. */
  readonly hears: (tabId: number) => boolean;
  /**
   * The page shows somebody, of whom the server is to be asked. False: it is not. `about` tells
   * questions apart, and never leaves the memory.
   */
  readonly asks: (tabId: number, about: string) => Promise<boolean>;
  /** The same for a question of the tab's panel, which does not count against the page's calm. */
  readonly panelAsks: (tabId: number, about: string) => Promise<boolean>;
  /** Too much came from the tab, and it has not been calm since for {@link CALM_AFTER_MS}. */
  readonly isHeld: (tabId: number) => boolean;
  /** The tab is gone. A page that is loaded anew is still in the same tab. */
  readonly forget: (tabId: number) => Promise<void>;
}

/** What is remembered of a tab while the worker lives; its death takes as long as calm does. */
interface Tab {
  messages: Allowance | null;
  /** Milliseconds since the epoch. */
  heldUntil: number;
  /** What was asked about of late, for {@link SHARED_FOR_MS}. */
  readonly asked: Map<string, Asked>;
}

interface Asked {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly granted: Promise<boolean>;
}

/** Builds the limits; each tab has its own. */
export function createPageLimits(dependencies: PageLimitsDependencies): PageLimits {
  const { area, onHeld } = dependencies;
  const now = () => dependencies.now().getTime();
  const questions = createQuestionsLeft(area, now);
  const tabs = new Map<number, Tab>();
  const tabOf = (tabId: number): Tab => {
    const tab = tabs.get(tabId) ?? { messages: null, heldUntil: 0, asked: new Map() };
    tabs.set(tabId, tab);
    return tab;
  };
  const isHeld = (tabId: number) => now() < (tabs.get(tabId)?.heldUntil ?? 0);

  function hold(tabId: number): false {
    const wasHeld = isHeld(tabId);
    tabOf(tabId).heldUntil = now() + CALM_AFTER_MS;
    if (!wasHeld) onHeld(tabId);
    return false;
  }

  function askedOf(tabId: number, about: string): Asked | undefined {
    const { asked } = tabOf(tabId);
    for (const [other, { at }] of asked) if (now() - at >= SHARED_FOR_MS) asked.delete(other);
    return asked.get(about);
  }

  function ask(tabId: number, about: string): Promise<boolean> {
    const known = askedOf(tabId, about);
    if (known !== undefined) return known.granted;
    const granted = questions.spend(tabId).then((spent) => spent || hold(tabId));
    tabOf(tabId).asked.set(about, { at: now(), granted });
    return granted;
  }

  return {
    isHeld,
    hears(tabId) {
      const tab = tabOf(tabId);
      const left = spend(tab.messages, MESSAGES, now());
      if (left === null) return hold(tabId);
      tab.messages = left;
      return true;
    },
    async asks(tabId, about) {
      if (!isHeld(tabId)) return ask(tabId, about);
      // The same as before is no sign of unrest.
      if (askedOf(tabId, about) === undefined) hold(tabId);
      tabOf(tabId).asked.set(about, { at: now(), granted: Promise.resolve(false) });
      return false;
    },
    panelAsks: async (tabId, about) => !isHeld(tabId) && ask(tabId, about),
    forget(tabId) {
      tabs.delete(tabId);
      return questions.forget(tabId);
    },
  };
}
