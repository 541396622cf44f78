import type { Browser, Page } from 'puppeteer';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import type { World } from '#test/support/world.ts';
import type { Contestant } from './contestants.ts';

/** A contestant with a browser of its own, all on the same stand-ins. */
export interface Player extends Contestant {
  readonly browser: Browser;
}

/** All browsers of a run. */
export interface Arena {
  readonly players: readonly Player[];
  readonly close: () => Promise<void>;
}

/** Starts a browser for each contestant. */
export async function openArena(
  { simplePractice, therapyNotes }: World,
  contestants: readonly Contestant[],
): Promise<Arena> {
  const started = new AsyncDisposableStack();
  const hosts = {
    'secure.simplepractice.com': simplePractice.port,
    'www.therapynotes.com': therapyNotes.port,
  };
  const players: Player[] = [];
  try {
    for (const contestant of contestants) {
      const { directory } = contestant;
      const browser = await launchBrowser({
        hosts,
        ...(directory === null ? {} : { extensionDir: directory }),
      });
      started.defer(() => browser.close());
      players.push({ ...contestant, browser });
    }
  } catch (error) {
    await started.disposeAsync();
    throw error;
  }
  return { players, close: () => started.disposeAsync() };
}

/** The only tab of a player's browser: pages that an extension opens by itself are closed. */
export async function soleTab({ browser }: Player): Promise<Page> {
  const tab = await openTab(browser);
  const others = (await browser.pages()).filter((page) => page !== tab);
  await Promise.all(others.map((page) => page.close()));
  return tab;
}
