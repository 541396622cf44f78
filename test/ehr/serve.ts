import process from 'node:process';
import type { Browser } from 'puppeteer';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { startSessionsHealth } from './sessionshealth/server.ts';
import { startSimplePractice } from './simplepractice/server.ts';
import { startTherapyNotes } from './therapynotes/server.ts';

/**
 * Starts the stand-ins for looking around by hand: `node test/ehr/serve.ts`. With `--open` a
 * Chromium window shows them at their real addresses. Ends with Ctrl+C.
 */
async function serve(open: boolean): Promise<void> {
  const simplePractice = await startSimplePractice();
  const therapyNotes = await startTherapyNotes();
  const sessionsHealth = await startSessionsHealth();
  const hosts = {
    'secure.simplepractice.com': simplePractice.port,
    'account.simplepractice.com': simplePractice.port,
    'www.therapynotes.com': therapyNotes.port,
    'app.sessionshealth.com': sessionsHealth.port,
  };
  const ended = new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
  for (const [host, port] of Object.entries(hosts)) {
    console.log(`https://${host} -> 127.0.0.1:${port}`);
  }
  const browser = open ? await launchBrowser({ hosts, headless: false }) : null;
  await show(browser, [
    simplePractice.url,
    `${therapyNotes.url}/app/patients/`,
    `${sessionsHealth.url}/clients`,
  ]);
  await ended;
  await browser?.close();
  await Promise.all([simplePractice.close(), therapyNotes.close(), sessionsHealth.close()]);
}

async function show(browser: Browser | null, urls: readonly string[]): Promise<void> {
  if (browser === null) return;
  for (const url of urls) {
    const page = await openTab(browser);
    await page.goto(url);
  }
}

await serve(process.argv.includes('--open'));
