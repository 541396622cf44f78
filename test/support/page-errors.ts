import type { Page } from 'puppeteer';

/** What went wrong on a page since the collector was attached. */
export type PageErrors = {
  /** Uncaught exceptions, error lines of the console and violations of the page's policy. */
  all(): readonly string[];
};

/** Collects a page's errors from now on. Attach it before the page loads. */
export function pageErrors(page: Page): PageErrors {
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    errors.push(error instanceof Error ? error.message : String(error));
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { all: () => errors };
}
