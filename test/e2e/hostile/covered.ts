import type { Page } from 'puppeteer';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';

/** A button of the panel as a page can see to it, and as a person sees it. */
export interface Shown {
  /** Whether it would take a press now. */
  isReady(): Promise<boolean>;
  /** Waits until it would take none. */
  isShut(): Promise<void>;
  /** What is on the screen where it is, however that came there. */
  picture(): Promise<string>;
  /**
   * Presses where it is on the screen, whatever lies there now. Waits for the button to feel the
   * pointer: for a moment after a picture, Chromium sends what happens over a frame to the page.
   */
  press(): Promise<void>;
  /** Presses there in the same moment, felt or not. */
  pressAtOnce(): Promise<void>;
}

/** How often a frame is waited for until the pointer is felt. */
const MOST_LOOKS = 60;

/** Until the page has drawn once more. */
function drawn(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}

/** Looks at one button of the panel from now on; its place on the screen is that of now. */
export async function watchButton(panel: PanelDriver, name: string): Promise<Shown> {
  await panel.focus(name);
  const { page } = panel;
  const frame = await panel.frame();
  const named = `::-p-aria([name="${name}"][role="button"])`;
  const clip = await (await frame.$(named))?.boundingBox();
  if (clip === null || clip === undefined) throw new Error(`"${name}" is not on the screen`);
  await frame.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const [x, y] = [clip.x + clip.width / 2, clip.y + clip.height / 2];
  const isReady = async () => {
    try {
      const button = await (await panel.frame()).$(named);
      const is = '.trusted > button:not(:disabled, [aria-disabled="true"])';
      return (await button?.evaluate((element, ready) => element.matches(ready), is)) ?? false;
    } catch {
      // The frame was taken out while it was asked: nothing in it can be pressed.
      return false;
    }
  };
  return {
    isReady,
    isShut: () => until(`"${name}" is shut`, async () => !(await isReady())),
    async picture() {
      const scrolled = await page.evaluate(() => ({ x: scrollX, y: scrollY }));
      const place = { ...clip, x: clip.x + scrolled.x, y: clip.y + scrolled.y };
      return page.screenshot({ clip: place, encoding: 'base64', captureBeyondViewport: false });
    },
    pressAtOnce: () => page.mouse.click(x, y),
    async press() {
      const button = await (await panel.frame()).$(named);
      const feels = async () => {
        await page.mouse.move(x, y);
        return (await button?.evaluate((element) => element.matches(':hover'))) ?? true;
      };
      // What lies over it may keep the pointer to itself: then it is pressed all the same.
      for (let looks = 0; looks < MOST_LOOKS && !(await feels()); looks += 1) await drawn(page);
      await page.mouse.click(x, y);
    },
  };
}

/** The same in a panel that may be loading once more: asked again where it went away meanwhile. */
export async function watchAnew(panel: PanelDriver, name: string): Promise<Shown> {
  let shown: Shown | null = null;
  await until(`"${name}" is there again`, async () => {
    shown = await watchButton(panel, name).catch(() => null);
    return shown !== null;
  });
  return shown ?? watchButton(panel, name);
}

/** How a button stands: as before and ready; not as before and shut; as before and yet shut. */
export type Standing = 'harmless' | 'hidden' | 'shut';

/**
 * The rule for any page whatever: where the button does not look as it did, it takes no press; where
 * it does, it does. Waits for one of the two, or for the one that is expected.
 */
export async function ruleHolds(
  shown: Shown,
  untouched: string,
  expected: readonly Standing[] = ['harmless', 'hidden'],
): Promise<void> {
  await until(`the button is ${expected.join(' or ')}`, async () => {
    const looksAsBefore = (await shown.picture()) === untouched;
    const isReady = await shown.isReady();
    const is = standing(looksAsBefore, isReady);
    return is !== null && expected.includes(is);
  });
}

/** Null for what must never last: a button that takes a press and does not look as it did. */
function standing(looksAsBefore: boolean, isReady: boolean): Standing | null {
  if (isReady) return looksAsBefore ? 'harmless' : null;
  return looksAsBefore ? 'shut' : 'hidden';
}
