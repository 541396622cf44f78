import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PanelDriver } from '#test/support/panel.ts';
import { allChanges, allReported } from '../stories/notes.ts';
import { type Stage, setStage } from '../stories/stage.ts';
import { ATTACKS, byStyle, TRICKS, UNDRAWN } from './attacks.ts';
import { ruleHolds, type Shown, watchAnew, watchButton } from './covered.ts';

let stage: Stage;
let panel: PanelDriver;
let insert: Shown;
let untouched: string;
beforeAll(async () => {
  stage = await setStage(['kit-bauer']);
  await stage.signIn();
});
beforeEach(async () => {
  panel = await stage.openNote('kit-bauer');
  await panel.shows('Goes to Simple Progress Note');
  insert = await watchButton(panel, 'Insert');
  untouched = await insert.picture();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

it('is pressed where nothing is done to it', async () => {
  await ruleHolds(insert, untouched, ['harmless']);
  await insert.press();
  await panel.shows('Inserted exactly');
});

describe('a page that', () => {
  it.each(ATTACKS)('$name: $comes', async ({ begin, end, comes }) => {
    await begin(panel.page);
    if (comes === 'anew')
      await ruleHolds(await watchAnew(panel, 'Insert'), untouched, ['harmless']);
    else await ruleHolds(insert, untouched, [comes]);
    if (comes === 'hidden') await insert.press();
    await allReported(panel.page);
    expect(allChanges(stage.simplePractice)).toBe(0);
    await end(panel.page);
    await panel.focus('Insert');
  });

  it.each(Object.entries(TRICKS))(
    '%s whatever it finds: nothing unseen can be pressed',
    async (_, css) => {
      for (const selector of ['html', 'html > *', 'body', '*', ':popover-open']) {
        const { begin, end } = byStyle(selector, css);
        await begin(panel.page);
        await ruleHolds(insert, untouched);
        await end(panel.page);
      }
      await panel.focus('Insert');
      expect(allChanges(stage.simplePractice)).toBe(0);
    },
  );

  it.each(['html > *', 'body', ':popover-open'])('skips %s changes nothing', async (selector) => {
    const { begin, end } = byStyle(selector, 'content-visibility: hidden !important');
    await begin(panel.page);
    await ruleHolds(insert, untouched, ['harmless']);
    await end(panel.page);
  });

  it.each(Object.entries(UNDRAWN))(
    '%s for a while does not get the press that comes as it is drawn again',
    async (_, [selector, css]) => {
      const { begin, end } = byStyle(selector, css);
      await begin(panel.page);
      await panel.page.waitForFunction(
        (since) => performance.now() - since > 1500,
        { polling: 100 },
        await panel.page.evaluate(() => performance.now()),
      );
      await end(panel.page);
      await insert.pressAtOnce();
      await allReported(panel.page);
      expect(allChanges(stage.simplePractice)).toBe(0);
      await panel.focus('Insert');
    },
  );
});
