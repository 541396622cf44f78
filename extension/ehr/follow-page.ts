import type { PageReading } from '#shared/contracts/reading.ts';
import type { PanelGivenUp, PanelPartWanted, ReadingNotice } from '../messages/worker.ts';
import { concernsClient } from './concerns-client.ts';
import type { EhrAdapter } from './contract.ts';
import { createFieldKeys } from './fields/keys.ts';
import type { FollowedPage, Follower } from './followed-page.ts';
import { PageObserver } from './observe/observer.ts';
import { createSummons } from './summons.ts';

/** All that this script tells the worker. */
export type ToWorker = ReadingNotice | PanelPartWanted | PanelGivenUp;

/** What a page is followed with. */
export interface FollowParts {
  readonly adapter: EhrAdapter;
  readonly view: Window;
  /** Random, new for this page load: begins every field key. */
  readonly keyPrefix: string;
  /** Tells the extension's worker. Nothing waits for it, and it must not throw. */
  readonly tell: (message: ToWorker) => void;
  /**
   * Whether the extension was updated, switched off or removed while the page stayed. The panel then
   * stands in the page as it was, hears nothing any more, and must not outlive what it was about.
   */
  readonly isOrphaned: () => boolean;
}

/**
 * Reads a page from now on and tells the worker what it reads. Where a client is expected, it asks
 * for the part that shows the panel and writes, until it has come; until then every notice says that
 * the page is not complete.
 */
export function followPage({
  adapter,
  view,
  keyPrefix,
  tell,
  isOrphaned,
}: FollowParts): FollowedPage {
  const lifetime = new AbortController();
  const fought = new AbortController();
  const signal = AbortSignal.any([lifetime.signal, fought.signal]);
  const keys = createFieldKeys(keyPrefix);
  let follower: Follower | null = null;
  let newest: readonly [PageReading, boolean] | null = null;
  const isThere = () => follower !== null;
  const ask = () => tell({ type: 'panelPartWanted' });
  const summon = createSummons({ view, signal, ask, isThere });

  const onReading: Follower = (reading, expectsClient) => {
    if (isOrphaned()) return lifetime.abort();
    newest = [reading, expectsClient];
    // Said again on each page that the document goes on to: the browser takes badges back.
    if (fought.signal.aborted) return tell({ type: 'panelGivenUp' });
    const isWanted = concernsClient(reading, expectsClient) === true;
    follower?.(reading, expectsClient);
    if (isWanted) summon();
    tell({ type: 'reading', reading, complete: isThere() || !isWanted });
  };
  const observer = new PageObserver({ adapter, view, keys, signal: lifetime.signal, onReading });
  observer.start();
  return {
    adapter,
    view,
    keys,
    signal,
    lookNow: () => observer.lookNow(),
    read: () => observer.read(),
    whenSettled: (limitMs) => observer.whenSettled(limitMs),
    isAttached: isThere,
    attach(one) {
      follower = one;
      if (newest !== null) onReading(...newest);
    },
    giveUp() {
      fought.abort();
      tell({ type: 'panelGivenUp' });
    },
  };
}
