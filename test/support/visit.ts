import type { Browser, Page } from 'puppeteer';
import { afterAll } from 'vitest';
import {
  type SimplePractice,
  type SimplePracticeOptions,
  startSimplePractice,
} from '#test/ehr/simplepractice/server.ts';
import type { TherapyNotesOptions } from '#test/ehr/therapynotes/options.ts';
import { startTherapyNotes, type TherapyNotes } from '#test/ehr/therapynotes/server.ts';
import { launchBrowser, openTab } from './browser.ts';
import { type PageErrors, pageErrors } from './page-errors.ts';

/** A running stand-in with a browser's page that can reach nothing else. */
export type Visit<Site> = {
  readonly site: Site;
  readonly page: Page;
  readonly errors: PageErrors;
};

type Running = { readonly port: number; close(): Promise<void> };

/** A browser that is kept for the tests of a file, and the port that its hosts are mapped to. */
type Kept = { readonly browser: Browser; readonly port: number };

const kept = new Map<string, Kept>();

afterAll(async () => {
  for (const { browser } of kept.values()) await browser.close();
  kept.clear();
});

/** Runs a story on a SimplePractice of its own, in a browser profile of its own. */
export async function visitSimplePractice(
  options: SimplePracticeOptions,
  story: (visit: Visit<SimplePractice>) => Promise<void>,
): Promise<void> {
  const hosts = ['secure.simplepractice.com', 'account.simplepractice.com'];
  await tell(hosts, (port) => startSimplePractice({ ...options, port }), story);
}

/** Runs a story on a TherapyNotes of its own, in a browser profile of its own. */
export async function visitTherapyNotes(
  options: TherapyNotesOptions,
  story: (visit: Visit<TherapyNotes>) => Promise<void>,
): Promise<void> {
  const hosts = ['www.therapynotes.com'];
  await tell(hosts, (port) => startTherapyNotes({ ...options, port }), story);
}

async function tell<Site extends Running>(
  hosts: readonly string[],
  start: (port: number) => Promise<Site>,
  story: (visit: Visit<Site>) => Promise<void>,
): Promise<void> {
  const site = await start(kept.get(hosts.join())?.port ?? 0);
  try {
    const browser = await browserFor(hosts, site.port);
    const profile = await browser.createBrowserContext();
    const page = await openTab(profile);
    await story({ site, page, errors: pageErrors(page) });
    await profile.close();
  } finally {
    await site.close();
  }
}

/** Starting a browser is what takes longest, so the tests of a file share one. */
async function browserFor(hosts: readonly string[], port: number): Promise<Browser> {
  const known = kept.get(hosts.join());
  if (known !== undefined) return known.browser;
  const browser = await launchBrowser({
    hosts: Object.fromEntries(hosts.map((host) => [host, port])),
  });
  kept.set(hosts.join(), { browser, port });
  return browser;
}
