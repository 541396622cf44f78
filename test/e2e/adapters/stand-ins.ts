import {
  type SessionsHealthOptions,
  startSessionsHealth,
} from '#test/ehr/sessionshealth/server.ts';
import {
  type SimplePracticeOptions,
  startSimplePractice,
} from '#test/ehr/simplepractice/server.ts';
import type { TherapyNotesOptions } from '#test/ehr/therapynotes/options.ts';
import { startTherapyNotes } from '#test/ehr/therapynotes/server.ts';
import { type EhrTab, type Harness, startHarness } from './harness.ts';

/** A browser on all stand-ins; each page gets a stand-in of its own. */
export interface StandIns {
  readonly harness: Harness;
  /** Opens a path with the in-page program loaded and not yet started. */
  simplePractice(path: string, options?: SimplePracticeOptions): Promise<EhrTab>;
  therapyNotes(path: string, options?: TherapyNotesOptions): Promise<EhrTab>;
  sessionsHealth(path: string, options?: SessionsHealthOptions): Promise<EhrTab>;
  /** Closes the page that was opened last, and its stand-in. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

interface Site {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the browser. The stand-ins keep their ports from page to page. */
export async function startStandIns(): Promise<StandIns> {
  const sites = [startSimplePractice, startTherapyNotes, startSessionsHealth] as const;
  const started: readonly Site[] = await Promise.all(sites.map((start) => start()));
  const [sp = 0, tn = 0, sh = 0] = started.map(({ port }) => port);
  await Promise.all(started.map((site) => site.close()));
  const harness = await startHarness({
    'secure.simplepractice.com': sp,
    'www.therapynotes.com': tn,
    'app.sessionshealth.com': sh,
  });
  let site: Site | null = null;
  let tab: EhrTab | null = null;
  const leave = async () => {
    await tab?.page.close();
    await site?.close();
    [tab, site] = [null, null];
  };
  const visit = async (path: string, start: () => Promise<Site>) => {
    await leave();
    site = await start();
    tab = await harness.tab(`${site.url}${path}`);
    return tab;
  };
  return {
    harness,
    simplePractice: (path, options) =>
      visit(path, () => startSimplePractice({ headerDelayMs: 0, ...options, port: sp })),
    therapyNotes: (path, options) =>
      visit(path, () => startTherapyNotes({ tabDelayMs: 0, ...options, port: tn })),
    sessionsHealth: (path, options) =>
      visit(path, () => startSessionsHealth({ ...options, port: sh })),
    leave,
    async close() {
      await leave();
      await harness.close();
    },
  };
}
