import { describe, expect, it } from 'vitest';
import { createSafeView } from '#extension/local/safe-view/safe-view.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';

/** A browser of which a test says what is open; `view` is a worker that has just started. */
function scene() {
  const area = memoryStorage();
  const browser = { telehealth: [] as number[], fails: false, switchesOn: true };
  const told: boolean[] = [];
  const view = () =>
    createSafeView({
      area,
      async telehealthTabs() {
        if (browser.fails) throw new Error('no tabs');
        return browser.telehealth;
      },
      duringTelehealth: async () => browser.switchesOn,
      async onChange({ on }) {
        told.push(on);
      },
    });
  return { browser, told, view };
}

describe('the safe view', () => {
  it('is off until a person or a telehealth page switches it on', async () => {
    const { view } = scene();
    expect(await view().now()).toEqual({ on: false });
    expect(await view().set(true)).toEqual({ on: true, because: 'byHand' });
  });

  it('outlives the worker', async () => {
    const { view } = scene();
    await view().set(true);
    expect(await view().now()).toEqual({ on: true, because: 'byHand' });
  });

  it('comes and goes with the telehealth page, and tells of it once', async () => {
    const { view, browser, told } = scene();
    browser.telehealth = [4];
    await view().lookAgain();
    await view().lookAgain();
    expect(await view().now()).toEqual({ on: true, because: 'telehealth' });
    browser.telehealth = [];
    await view().lookAgain();
    expect(told).toEqual([true, false]);
  });

  it('stays off for the session it was switched off in, and comes on with the next', async () => {
    const { view, browser } = scene();
    browser.telehealth = [4];
    expect(await view().set(false)).toEqual({ on: false });
    expect(await view().now()).toEqual({ on: false });
    browser.telehealth = [5];
    expect(await view().now()).toEqual({ on: true, because: 'telehealth' });
  });

  it('comes on for the next client’s session in the tab of the last one', async () => {
    const { view, browser, told } = scene();
    browser.telehealth = [5];
    await view().set(false);
    browser.telehealth = [];
    await view().lookAgain();
    browser.telehealth = [5];
    await view().lookAgain();
    expect(await view().now()).toEqual({ on: true, because: 'telehealth' });
    expect(told).toEqual([true]);
  });

  it('comes on when one room turns into the next with nothing in between', async () => {
    const { view, browser } = scene();
    browser.telehealth = [4, 5];
    await view().set(false);
    await view().onNavigated(5);
    expect(await view().now()).toEqual({ on: true, because: 'telehealth' });
  });

  it('stays off when another tab turns, closes, or can’t be looked at for a moment', async () => {
    const { view, browser } = scene();
    browser.telehealth = [4, 5];
    await view().set(false);
    await view().onNavigated(9);
    browser.telehealth = [5];
    await view().lookAgain();
    browser.fails = true;
    await view().lookAgain();
    browser.fails = false;
    expect(await view().now()).toEqual({ on: false });
  });

  it('stays on by hand when the session ends', async () => {
    const { view, browser } = scene();
    browser.telehealth = [4];
    await view().set(true);
    browser.telehealth = [];
    expect(await view().now()).toMatchObject({ on: true });
  });

  it('is on where it can’t be found out what is open', async () => {
    const { view, browser } = scene();
    browser.fails = true;
    expect(await view().now()).toEqual({ on: true, because: 'unknown' });
  });

  it('is left to the person where the practice says so', async () => {
    const { view, browser } = scene();
    browser.telehealth = [4];
    browser.switchesOn = false;
    expect(await view().now()).toEqual({ on: false });
  });
});
