import type { Frame, Page } from 'puppeteer';

/**
 * Opens everything that is shown on demand, also what comes with what was opened, so that it is looked
 * at as well. Parts of the panel that are files of their own are waited for.
 */
export async function unfoldAll(where: Page | Frame): Promise<void> {
  await where.waitForFunction(() => {
    const folded = [...document.querySelectorAll('details')].filter(({ open }) => !open);
    for (const details of folded) details.open = true;
    const waiting = [...document.querySelectorAll('.disclosure > .inside:empty, .opening')];
    return folded.length === 0 && waiting.length === 0;
  });
}
