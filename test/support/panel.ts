import type { ElementHandle, Frame, Page } from 'puppeteer';

/** The panel in a page, as a clinician uses it: by the words on the screen. */
export interface PanelDriver {
  readonly page: Page;
  /** The panel's frame; found anew after each navigation. */
  frame(): Promise<Frame>;
  /** Waits until the panel shows these words. */
  shows(words: string): Promise<void>;
  /** All the words that the panel shows now. */
  text(): Promise<string>;
  /** Presses the button of this name; a real, trusted click. */
  press(name: string): Promise<void>;
  /** Chooses one of several, such as the shape of the Update. */
  choose(name: string): Promise<void>;
}

/** Drives the panel of a page. */
export function panelOf(page: Page): PanelDriver {
  const frame = () =>
    page.waitForFrame((candidate) => /^chrome-extension:.*\/panel\.html/.test(candidate.url()));

  async function text(): Promise<string> {
    const shown = await frame();
    return shown.evaluate(() => document.body.innerText);
  }

  async function shows(words: string): Promise<void> {
    const shown = await frame();
    await shown.waitForFunction(
      (wanted) => document.body.innerText.replaceAll(/\s+/g, ' ').includes(wanted),
      {},
      words,
    );
  }

  async function press(name: string): Promise<void> {
    const shown = await frame();
    const button = await shown.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
    await clickWhenReady(shown, button);
  }

  async function choose(name: string): Promise<void> {
    const shown = await frame();
    const option = await shown.waitForSelector(`::-p-aria([name="${name}"][role="radio"])`);
    await option?.click();
  }

  return { page, frame, shows, text, press, choose };
}

/** A button is pressed as soon as it may be: the panel keeps it shut until it is surely seen. */
async function clickWhenReady(frame: Frame, button: ElementHandle | null): Promise<void> {
  if (button === null) throw new Error('no such button');
  await button.scrollIntoView();
  await frame.waitForFunction(
    (element) => !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true',
    {},
    button,
  );
  await button.click();
}
