import { createBudget } from './budget.ts';

/** What the guard needs. */
export interface GuardParts {
  readonly host: HTMLElement;
  /** The host belongs right below the root, whichever element that is by now. */
  readonly doc: Document;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** The page was put right too often, or can't be: it must not be fought any longer. */
  readonly onFight: () => void;
  readonly signal: AbortSignal;
}

/** The only attribute that the host has. */
const POPOVER = 'popover';

/**
 * Keeps the frame's host as it was made, in place and in the top layer, until the signal aborts.
 * A page that takes it away, closes it or writes on it is put right a few times; then it wins. It
 * wins at once where putting right changes nothing, as in a page that forbids the host to open.
 */
export function guardHost({ host, doc, now, onFight, signal }: GuardParts): void {
  const budget = createBudget(now);
  let over = false;
  const lose = () => {
    over = true;
    watcher.disconnect();
    onFight();
  };
  const check = () => {
    if (over || signal.aborted || isIntact(host, doc)) return;
    if (!budget.spend()) return lose();
    putRight(host, doc);
    watch();
    if (!isIntact(host, doc)) lose();
  };
  const watcher = new MutationObserver(check);
  /** A page may have put another root into the document. What is done to the host here is no news. */
  const watch = () => {
    watcher.disconnect();
    watcher.observe(host, { attributes: true });
    watcher.observe(doc, { childList: true });
    watcher.observe(doc.documentElement, { childList: true });
  };
  watch();
  host.addEventListener('toggle', check, { signal });
  signal.addEventListener('abort', () => watcher.disconnect(), { once: true });
}

function putRight(host: HTMLElement, doc: Document): void {
  if (host.parentElement !== doc.documentElement) doc.documentElement.append(host);
  for (const name of host.getAttributeNames()) {
    if (name !== POPOVER) host.removeAttribute(name);
  }
  if (host.getAttribute(POPOVER) !== 'manual') host.setAttribute(POPOVER, 'manual');
  try {
    if (!host.matches(':popover-open')) host.showPopover();
  } catch {
    // The page took it away while it was opening; it is looked at again right after this.
  }
}

function isIntact(host: HTMLElement, doc: Document): boolean {
  return (
    host.parentElement === doc.documentElement &&
    host.getAttributeNames().join(' ') === POPOVER &&
    host.getAttribute(POPOVER) === 'manual' &&
    host.matches(':popover-open')
  );
}
