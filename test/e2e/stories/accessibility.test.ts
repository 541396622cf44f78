import type { Frame } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CLINICIAN } from '#test/demo/practice.ts';
import { sendCheckIn } from '#test/demo/steps/answer-on-phone.ts';
import { COUPLE_PROFILES, person } from '#test/ehr/people.ts';
import { violationsIn } from '#test/support/axe.ts';
import { openTab } from '#test/support/browser.ts';
import { openPhone, type Phone } from '#test/support/phone.ts';
import { unfoldAll } from '#test/support/unfold.ts';
import { optionsAddress } from './extension.ts';
import { type Stage, setStage } from './stage.ts';

const SCHEMES = ['light', 'dark'] as const;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['kit-bauer', 'alex-morgan-1988', 'alex-morgan-1996']);
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Looks at a page with everything unfolded, in both colour schemes. */
async function findsNothing(frame: Frame): Promise<void> {
  const page = frame.page();
  await unfoldAll(frame);
  for (const value of SCHEMES) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await frame.waitForFunction(
      (scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches,
      {},
      value,
    );
    expect(await violationsIn(frame), value).toEqual([]);
  }
}

describe('axe finds nothing', () => {
  it('on the console’s pages and in the panel that is signed out', async () => {
    const panel = await stage.openChart('kit-bauer');
    await panel.shows('Signed out');
    await findsNothing(await panel.frame());
    const page = await openTab(stage.browser);
    await page.goto(new URL('/sign-in', stage.backend.url).href);
    await findsNothing(page.mainFrame());
    await page.locator('#email').fill(CLINICIAN.email);
    await page.locator('#password').fill('not the password');
    await Promise.all([page.waitForNavigation(), page.click('button.main')]);
    await findsNothing(page.mainFrame());
    await page.locator('#password').fill(CLINICIAN.password);
    await Promise.all([page.waitForNavigation(), page.click('button.main')]);
    await findsNothing(page.mainFrame());
    await page.goto(new URL('/connect?user_code=ABCD-EFGH', stage.backend.url).href);
    await findsNothing(page.mainFrame());
  });

  it('in the panel: a client, an inserted note, a link to make, a couple; and on the settings', async () => {
    await stage.signIn();
    const note = await stage.openNote('kit-bauer');
    await note.shows('Goes to Simple Progress Note');
    await findsNothing(await note.frame());
    await note.press('Insert');
    await note.shows('Inserted exactly');
    await findsNothing(await note.frame());

    const unlinked = await stage.openChart('alex-morgan-1996');
    await unlinked.shows('Birth dates differ: this can’t be linked.');
    await findsNothing(await unlinked.frame());

    const couple = await stage.open(
      `${stage.simplePractice.url}/clients/${COUPLE_PROFILES[0]?.simplepractice.hash}/overview`,
    );
    await couple.shows('Several people on this page');
    await findsNothing(await couple.frame());

    const settings = await openTab(stage.browser);
    await settings.goto(await optionsAddress(couple));
    await settings.waitForSelector('::-p-text(Connected as)');
    await findsNothing(settings.mainFrame());
  });

  it('on the client’s pages, from the welcome to the thanks', async () => {
    const clientId = stage.practice.clients['alex-morgan-1996'];
    if (clientId === undefined) throw new Error('the client is not in the practice');
    const phone = await openPhone(
      stage.browser,
      await sendCheckIn(stage, stage.practice, clientId),
      { bornOn: person('alex-morgan-1996').birthDate },
    );
    await findsNothing(phone.page.mainFrame());
    await phone.tap('Start');
    await answer(phone, 8);
    await findsNothing(phone.page.mainFrame());
    await phone.tap('Several days');
    await phone.shows('Help is here right now');
    await findsNothing(phone.page.mainFrame());
    await phone.tap('Send');
    await phone.shows('Your answers are saved and sent');
    await findsNothing(phone.page.mainFrame());
    await phone.page.goto(new URL('/m/x', stage.backend.url).href);
    await phone.shows('This link is not open');
    await findsNothing(phone.page.mainFrame());
    await phone.page.browserContext().close();
  });
});

async function answer(phone: Phone, questions: number): Promise<void> {
  for (let number = 1; number <= questions; number += 1) {
    await phone.shows(`Question ${number} of 9`);
    await phone.tap('Not at all');
  }
  await phone.shows(`Question ${questions + 1} of 9`);
}
