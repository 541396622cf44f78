import { createBudget } from './budget.ts';

/** What the guard needs. */
export interface GuardParts {
  readonly host: HTMLElement;
  /** Where the host belongs. */
  readonly place: Element;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** The page was put right too often: it must not be fought any longer. */
  readonly onFight: () => void;
  readonly signal: AbortSignal;
}

/** The only attribute that the host has. */
const POPOVER = 'popover';

/**
 * Keeps the frame's host as it was made, in place and in the top layer, until the signal aborts.
 * A page that takes it away, closes it or writes on it is put right a few times; then it wins.
 */
export function guardHost({ host, place, now, onFight, signal }: GuardParts): void {
  const budget = createBudget(now);
  const repair = () => {
    if (signal.aborted || isIntact(host, place)) return;
    if (!budget.spend()) return onFight();
    if (!host.isConnected) place.append(host);
    for (const name of host.getAttributeNames()) {
      if (name !== POPOVER) host.removeAttribute(name);
    }
    if (host.getAttribute(POPOVER) !== 'manual') host.setAttribute(POPOVER, 'manual');
    if (!host.matches(':popover-open')) host.showPopover();
    watcher.takeRecords();
  };
  const watcher = new MutationObserver(repair);
  watcher.observe(host, { attributes: true });
  watcher.observe(place, { childList: true });
  host.addEventListener('toggle', repair, { signal });
  signal.addEventListener('abort', () => watcher.disconnect(), { once: true });
}

function isIntact(host: HTMLElement, place: Element): boolean {
  return (
    host.parentElement === place &&
    host.getAttributeNames().join(' ') === POPOVER &&
    host.getAttribute(POPOVER) === 'manual' &&
    host.matches(':popover-open')
  );
}
