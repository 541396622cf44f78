import { mkdirSync, rmSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import type { World } from '#test/support/world.ts';
import { NotVerified, printedReport } from './check.ts';
import { loadPractice } from './data.ts';
import { inDemoWorld, messagesIn } from './demo-world.ts';
import { lookAtCouple } from './steps/look-at-couple.ts';
import { readMessages } from './steps/read-messages.ts';
import { tellMainJob } from './story.ts';

const PICTURES = '.output/demo';

/** Goes through the main job by itself. Exit code 0 only if every step was verified. */
export async function runHeadless(dataDir: string, say: (line: string) => void): Promise<number> {
  const started = performance.now();
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  return inDemoWorld({ dataDir, headless: true }, say, async (world) => {
    const practice = await loadPractice(world.backend, dataDir, say);
    const report = printedReport(PICTURES, say);
    const problem = await problemIn(world, async () => {
      await tellMainJob(world, practice, report);
      await readMessages(messagesIn(dataDir), report);
      await lookAtCouple(world, report);
    });
    if (problem !== null) {
      say(`   NOT VERIFIED  ${problem}`);
      return 1;
    }
    const seconds = Math.round((performance.now() - started) / 1000);
    say(`\nEvery step was verified, in ${seconds} s. Screenshots: ${PICTURES}/`);
    return 0;
  });
}

/** What went wrong in a telling, with pictures of it; null when nothing did. */
async function problemIn({ browser }: World, tell: () => Promise<void>): Promise<string | null> {
  try {
    await tell();
    return null;
  } catch (error) {
    await photographAll(browser);
    return error instanceof NotVerified ? `Not so: ${error.message}` : String(error);
  }
}

/** What every tab showed when a step could not be verified. */
async function photographAll(browser: Browser): Promise<void> {
  for (const [index, page] of (await browser.pages()).entries()) {
    await page.bringToFront();
    await page.screenshot({ path: `${PICTURES}/not-verified-${index}.png` });
  }
}
