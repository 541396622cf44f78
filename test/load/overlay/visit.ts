import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer';
import { panelOf } from '#test/support/panel.ts';
import type { MeasuredPage } from './pages.ts';
import { extensionTime, SAMPLED_EVERY_US } from './script-time.ts';

/** Stands beside name and birth date once both were compared; the header of an undecided panel has none. */
export const IDENTIFIERS = 'header.identity .tick';

/** A tab that stands on a page and is ready to be measured. */
export interface Visitor {
  readonly page: Page;
  readonly session: CDPSession;
  readonly on: MeasuredPage;
  /** Whether the panel is to be waited for. */
  readonly expectsPanel: boolean;
}

/** What one load cost; milliseconds of the page's main thread where nothing else is said. */
export interface Load {
  /** In scripts of extensions, by the profile. */
  readonly extensionMs: number;
  /** In all that the thread did, as processor time. */
  readonly mainThreadMs: number;
  /** Wall clock until the document's `load` event ended. */
  readonly loadedMs: number;
  /** What scripts hold when everything that can go is gone, in bytes; page and extensions together. */
  readonly heapBytes: number;
}

/** Loads a visitor's page once more and measures it, from the reload until so long after it was drawn. */
export async function measureLoad(visitor: Visitor, watchedForMs: number): Promise<Load> {
  const { page, session } = visitor;
  await page.bringToFront();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLED_EVERY_US });
  await session.send('Profiler.start');
  await page.reload();
  await drawn(visitor);
  await pause(watchedForMs);
  const { profile } = await session.send('Profiler.stop');
  const { metrics } = await session.send('Performance.getMetrics');
  const busy = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  await session.send('Profiler.disable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return {
    extensionMs: extensionTime(profile),
    mainThreadMs: busy * 1000,
    loadedMs: await loadedAfter(page),
    heapBytes: usedSize,
  };
}

/** Resolves once a visitor's page shows what it is about, and our panel whom it is about. */
export async function drawn({ page, on, expectsPanel }: Omit<Visitor, 'session'>): Promise<void> {
  await page.waitForSelector(on.shows);
  if (!expectsPanel) return;
  const panel = await panelOf(page).frame();
  await panel.waitForSelector(IDENTIFIERS);
}

function loadedAfter(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return (navigation as PerformanceNavigationTiming).loadEventEnd;
  });
}
