import { mkdirSync, rmSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import { buildExtension } from '#test/support/extension-build.ts';
import { startWorld } from '#test/support/world.ts';
import { NotVerified, printedReport } from './check.ts';
import { loadPractice } from './data.ts';
import { demoSites } from './sites.ts';
import { tellMainJob } from './story.ts';

const PICTURES = '.output/demo';

/** Goes through the main job by itself. Exit code 0 only if every step was verified. */
export async function runHeadless(dataDir: string, say: (line: string) => void): Promise<number> {
  const started = performance.now();
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  say('Building the extension ...');
  const extension = await buildExtension();
  say('Starting PostgreSQL, the backend, both stand-in EHRs and Chromium ...');
  const world = await startWorld({
    extensionDir: extension.directory,
    dataDir,
    ...demoSites(),
  });
  try {
    say(`The backend serves at ${world.backend.url.origin}.`);
    const practice = await loadPractice(world.backend, dataDir, say);
    await tellMainJob(world, practice, printedReport(PICTURES, say));
    const seconds = Math.round((performance.now() - started) / 1000);
    say(`\nEvery step was verified, in ${seconds} s. Screenshots: ${PICTURES}/`);
    return 0;
  } catch (error) {
    const reason = error instanceof NotVerified ? `Not so: ${error.message}` : String(error);
    say(`   NOT VERIFIED  ${reason}`);
    await photographAll(world.browser);
    return 1;
  } finally {
    await world.close();
    extension.remove();
  }
}

/** What every tab showed when a step could not be verified. */
async function photographAll(browser: Browser): Promise<void> {
  for (const [index, page] of (await browser.pages()).entries()) {
    await page.bringToFront();
    await page.screenshot({ path: `${PICTURES}/not-verified-${index}.png` });
  }
}
