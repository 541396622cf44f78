import { Frame } from 'puppeteer';

/**
 * Puppeteer's shorthands (`page.click(selector)` and the like) act at once or throw. The pages here
 * draw themselves after they were loaded, later on a busy machine; so every shorthand first waits
 * until there is what it is about.
 */
const SHORTHANDS = ['click', 'focus', 'hover', 'select', 'tap', 'type', '$eval'] as const;

for (const name of SHORTHANDS) {
  const act: unknown = Reflect.get(Frame.prototype, name);
  if (typeof act !== 'function') throw new Error(`Puppeteer's frames have no ${name} any more.`);
  Reflect.set(Frame.prototype, name, async function patient(this: Frame, ...args: unknown[]) {
    const [selector] = args;
    const there = await this.$(String(selector));
    await (there ?? (await this.waitForSelector(String(selector))))?.dispose();
    return Reflect.apply(act, this, args);
  });
}
