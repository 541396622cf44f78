import * as z from 'zod/mini';
import { createInTurn } from './in-turn.ts';
import { createSlot, type StorageArea } from './slot.ts';

/** Milliseconds after the end of loading by which a page's script has spoken, wherever it runs. */
export const SPEAKS_WITHIN_MS = 3000;

/** What the watch needs. */
export interface SilenceDependencies {
  /** `storage.session`: the worker's memory is gone after seconds without work. */
  readonly area: StorageArea;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  /** Says of a tab that nothing can be verified there. */
  readonly onSilence: (tabId: number) => Promise<void>;
}

/**
 * Notices pages of an EHR in which our script does not run: a policy can keep it out of a host
 * without any error, and then nothing else would ever be said of them.
 */
export interface SilenceWatch {
  /** An EHR's page came into a tab. */
  readonly onArrival: (tabId: number) => Promise<void>;
  /** It finished loading. */
  readonly onLoaded: (tabId: number) => Promise<void>;
  /** The script in a tab spoke. */
  readonly onWord: (tabId: number) => Promise<void>;
}

/** Builds the watch. */
export function createSilenceWatch(dependencies: SilenceDependencies): SilenceWatch {
  const heard = createSlot(dependencies.area, 'heardTabs', z.array(z.int()));
  const inTurn = createInTurn();

  async function judge(tabId: number): Promise<void> {
    const spoke = ((await heard.read()) ?? []).includes(tabId);
    if (!spoke) await dependencies.onSilence(tabId);
  }

  return {
    onArrival: (tabId) => inTurn(async () => heard.write(without(await heard.read(), tabId))),
    async onLoaded(tabId) {
      dependencies.setTimeout(() => void judge(tabId), SPEAKS_WITHIN_MS);
    },
    onWord: (tabId) =>
      inTurn(async () => {
        const tabs = await heard.read();
        if (tabs?.includes(tabId) === true) return;
        await heard.write([...without(tabs, tabId), tabId]);
      }),
  };
}

function without(tabs: readonly number[] | null, tabId: number): number[] {
  return (tabs ?? []).filter((one) => one !== tabId);
}
