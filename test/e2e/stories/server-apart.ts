import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { inject } from 'vitest';
import type { RunningBackend } from '#backend/serve.ts';
import { COURSES } from '#test/demo/courses.ts';
import { CLINICIAN } from '#test/demo/practice.ts';
import { type SeededPractice, seedPractice } from '#test/demo/seed.ts';
import { person } from '#test/ehr/people.ts';
import { type SimplePractice, startSimplePractice } from '#test/ehr/simplepractice/server.ts';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { sharedBuild } from '#test/support/extension-build.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { pair } from '#test/support/paired.ts';
import { type PanelDriver, panelOf } from '#test/support/panel.ts';
import { type ServerProcess, startServerProcess } from '#test/support/server-process.ts';
import { until } from '#test/support/until.ts';
import { nameBackend } from '#test/support/world.ts';

/** How a browser ends: it is closed, or its process is ended at once, as by a power cut. */
export type BrowserEnd = 'closed' | 'killed';

/** A practice whose server is a process of its own, and a browser whose profile outlives it. */
export interface ServerApart {
  readonly practice: SeededPractice;
  readonly simplePractice: SimplePractice;
  /** Ends the server as a power failure would. */
  readonly serverFails: () => Promise<void>;
  /** Starts it on the data that it left, at the address that browsers know, unless it runs. */
  readonly serverReturns: () => Promise<void>;
  /** Ends the browser and starts it again with the same profile; nobody is signed in then. */
  readonly restartBrowser: (end: BrowserEnd) => Promise<void>;
  readonly signIn: () => Promise<void>;
  /** Opens a page of SimplePractice about a client. */
  readonly open: (key: string, what: 'note' | 'chart') => Promise<PanelDriver>;
  /** Stops the server as an operator does, and looks at what it left. */
  readonly beside: <T>(look: (backend: RunningBackend) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Sets it with these clients of the demo practice, the server running and nobody signed in. */
export async function setServerApart(clients: readonly string[]): Promise<ServerApart> {
  const runFolder = inject('runFolder');
  const dataDir = mkdtempSync(join(runFolder, 'apart-'));
  chmodSync(dataDir, 0o711);
  const profile = mkdtempSync(join(runFolder, 'profile-'));
  const simplePractice = await startSimplePractice({ headerDelayMs: 20 });

  async function beside<T>(look: (backend: RunningBackend) => Promise<T>): Promise<T> {
    const backend = await startLocalBackend(dataDir);
    try {
      return await look(backend);
    } finally {
      await backend.stop();
    }
  }

  async function startServer(port?: number): Promise<ServerProcess> {
    const started = await startServerProcess(dataDir, port);
    if (!started.serving) throw new Error(started.said);
    return started.server;
  }

  const extensionDir = await sharedBuild(runFolder);
  const hosts = { 'secure.simplepractice.com': simplePractice.port };
  const startBrowser = () => launchBrowser({ extensionDir, hosts, userDataDir: profile });

  const practice = await beside(({ care, setup }) => {
    const courses = COURSES.filter(({ key }) => clients.includes(key));
    return seedPractice(care, setup, () => undefined, courses);
  });
  let server: ServerProcess | null = await startServer();
  const address = new URL(server.url);
  let browser = await startBrowser();
  await nameBackend(browser, address);

  return {
    practice,
    simplePractice,
    async serverFails() {
      await server?.kill();
      server = null;
    },
    async serverReturns() {
      server ??= await startServer(Number(address.port));
    },
    async restartBrowser(end) {
      await endBrowser(browser, end);
      browser = await startBrowser();
    },
    signIn: () => pair(browser, address, CLINICIAN),
    async open(key, what) {
      const { hash, appointmentId } = person(key).simplepractice;
      const path = what === 'note' ? `appointments/${appointmentId}` : `clients/${hash}/overview`;
      const page = await openTab(browser);
      await page.goto(`${simplePractice.url}/${path}`);
      return panelOf(page);
    },
    async beside(look) {
      await server?.stop();
      server = null;
      return beside(look);
    },
    async close() {
      await browser.close();
      await server?.stop();
      await simplePractice.close();
      for (const folder of [dataDir, profile]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function endBrowser(browser: Browser, end: BrowserEnd): Promise<void> {
  if (end === 'closed') return browser.close();
  const running = browser.process();
  running?.kill('SIGKILL');
  await until('the browser is gone', () => running?.signalCode !== null);
}
