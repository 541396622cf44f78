import { type ElementHandle, type Frame, type Page, TimeoutError } from 'puppeteer';
import { until } from './until.ts';

/** The panel in a page, as a clinician uses it: by the words on the screen. */
export interface PanelDriver {
  readonly page: Page;
  /** The panel's frame; found anew after each navigation. */
  frame(): Promise<Frame>;
  /** Waits until the panel shows these words. */
  shows(words: string): Promise<void>;
  /** All the words that the panel shows now. */
  text(): Promise<string>;
  /** All that is in the panel now, also what is not on the screen: words, attributes, values. */
  markup(): Promise<string>;
  /** True when a button of this name is there. */
  offers(name: string): Promise<boolean>;
  /** Presses the button of this name; a real, trusted click. */
  press(name: string): Promise<void>;
  /** Puts the keyboard on the button of this name, as soon as a press on it would count. */
  focus(name: string): Promise<void>;
  /** Chooses one of several, such as the shape of the Update. */
  choose(name: string): Promise<void>;
  /** Fills in the field under these words, as it is typed. */
  fill(label: string, value: string): Promise<void>;
  /** Chooses in the list under these words what reads so, or begins so. */
  pick(label: string, option: string): Promise<void>;
  /** Unfolds what is shown on demand under these words. */
  unfold(summary: string): Promise<void>;
}

/** Drives the panel of a page. */
export function panelOf(page: Page): PanelDriver {
  const frame = () =>
    page.waitForFrame((candidate) => /^chrome-extension:.*\/panel\.html/.test(candidate.url()));

  async function text(): Promise<string> {
    const shown = await frame();
    return shown.evaluate(() => document.body.innerText);
  }

  /** Waits for something in the panel; when it never comes, says what the panel shows instead. */
  async function orSayWhatIsShown<T>(missing: string, wait: () => Promise<T>): Promise<T> {
    try {
      return await wait();
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      throw new TimeoutError(`the panel never ${missing} but:\n${await text()}`, { cause: error });
    }
  }

  /** Does something with a button; again with the one that took its place, if it was drawn anew meanwhile. */
  async function withReady(
    name: string,
    deed: (button: ElementHandle) => Promise<void>,
  ): Promise<void> {
    const shown = await frame();
    const isReady = await orSayWhatIsShown(`opened "${name}"`, async () => {
      const button = await shown.waitForSelector(buttonNamed(name));
      if (button === null) throw new Error(`no button is named "${name}"`);
      return (await opens(shown, button)) ? button : null;
    });
    return isReady === null ? withReady(name, deed) : deed(isReady);
  }

  return {
    page,
    frame,
    text,
    async shows(words) {
      const shown = await frame();
      await orSayWhatIsShown(`showed "${words}"`, () =>
        shown.waitForFunction(
          (wanted) => document.body.innerText.replaceAll(/\s+/g, ' ').includes(wanted),
          {},
          words,
        ),
      );
    },
    async markup() {
      const shown = await frame();
      return shown.evaluate(() => document.documentElement.outerHTML);
    },
    async offers(name) {
      const shown = await frame();
      return (await shown.$(buttonNamed(name))) !== null;
    },
    async press(name) {
      await withReady(name, click);
    },
    async focus(name) {
      await withReady(name, (button) => button.focus());
    },
    async choose(name) {
      const shown = await frame();
      const option = await shown.waitForSelector(`::-p-aria([name="${name}"][role="radio"])`);
      if (option !== null) await click(option);
    },
    async fill(label, value) {
      const shown = await frame();
      await shown.locator(fieldNamed(label)).fill(value);
    },
    async pick(label, option) {
      const shown = await frame();
      const list = await shown.waitForSelector(fieldNamed(label));
      const value = await list?.evaluate(
        (element, words) =>
          [...element.querySelectorAll('option')].find(({ text: read }) => read.startsWith(words))
            ?.value,
        option,
      );
      if (value === undefined) throw new Error(`"${label}" offers nothing like "${option}"`);
      await list?.select(value);
    },
    async unfold(summary) {
      const shown = await frame();
      const words = await shown.waitForSelector(
        `::-p-xpath(//summary[normalize-space()="${summary}"])`,
      );
      if (words !== null) await unfoldBy(words);
    },
  };
}

function fieldNamed(label: string): string {
  return `::-p-aria([name="${label}"])`;
}

function buttonNamed(name: string): string {
  return `::-p-aria([name="${name}"][role="button"])`;
}

/**
 * A button is pressed as soon as it may be: the panel keeps it shut until it is surely seen. So it is
 * kept in view for as long as this waits, though what comes above it pushes it away. False when it was
 * drawn anew meanwhile.
 */
async function opens(frame: Frame, button: ElementHandle): Promise<boolean> {
  const opened = await frame.waitForFunction(
    (element) => {
      if (!element.isConnected) return 'gone';
      const isShut = element.matches(':disabled') || element.ariaDisabled === 'true';
      element.scrollIntoView({ block: 'center' });
      return isShut ? null : 'open';
    },
    {},
    button,
  );
  return (await opened.jsonValue()) === 'open';
}

/** What comes above it may push it away from under the pointer: pressed until it has unfolded. */
async function unfoldBy(summary: ElementHandle): Promise<void> {
  const isOpen = () => summary.evaluate((one) => one.closest('details')?.open === true);
  const before = await isOpen();
  await until('it unfolds', async () => {
    await click(summary);
    return (await isOpen()) !== before;
  });
}

/**
 * Presses once the pointer is felt. For a moment after a frame was drawn or photographed, Chromium
 * still sends what happens over it to the page behind it; no person is quick enough to notice.
 */
async function click(element: ElementHandle): Promise<void> {
  await until('the pointer is over what is pressed', async () => {
    await element.hover();
    return element.evaluate((one) => one.matches(':hover'));
  });
  await element.click();
}
