import { type Browser, type Frame, type Target, TargetType } from 'puppeteer';
import { until } from './until.ts';

/** The part of the browser's extension interface that is used in the worker. */
declare const chrome: {
  readonly alarms: { create(name: string, how: { readonly when: number }): Promise<void> };
};

/** The extension's worker; none while it sleeps. */
function runningWorker(browser: Browser): Target | undefined {
  return browser.targets().find((target) => target.type() === TargetType.SERVICE_WORKER);
}

/**
 * Ends the worker, as the browser does whenever it likes. An answer that it shared ends with it.
 * Nobody may be asking it meanwhile: the browser would start it anew under the eyes of the debugger,
 * which then keeps it waiting.
 */
export async function killWorker(browser: Browser): Promise<void> {
  const target = runningWorker(browser);
  const worker = await target?.worker();
  await worker?.close();
  await until('the worker is gone', () => runningWorker(browser) !== target);
}

/** Lets the alarm that keeps things up ring now, instead of within a minute; asked of a page of ours. */
export async function ringAlarm(own: Pick<Frame, 'evaluate'>): Promise<void> {
  await own.evaluate(() => chrome.alarms.create('upkeep', { when: Date.now() }));
}

/**
 * Sets the worker's clock so many milliseconds ahead of the real one, until the worker ends. A worker
 * that is looked at from here is not ended by the browser for want of work.
 */
export async function setWorkerClockAhead(browser: Browser, ahead: number): Promise<void> {
  const target = await browser.waitForTarget((one) => one.type() === TargetType.SERVICE_WORKER);
  const worker = await target.worker();
  if (worker === null) throw new Error('the extension has no worker');
  await worker.evaluate((milliseconds) => {
    const known = globalThis as { RealDate?: DateConstructor };
    const Real = (known.RealDate ??= Date);
    globalThis.Date = new Proxy(Real, {
      construct: (_target, [given]: (string | number)[]) =>
        new Real(given ?? Real.now() + milliseconds),
      get: (real, name) =>
        name === 'now' ? () => Real.now() + milliseconds : (Reflect.get(real, name) as unknown),
    });
  }, ahead);
}
