import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violationsIn } from '#test/support/axe.ts';
import { openPopup, popupShows } from '#test/support/popup.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['jordan-avery', 'riley-chen', 'alex-morgan-1988', 'alex-morgan-1996']);
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

/** The lines of one list of the popup, in its order. */
const linesOf = (popup: Awaited<ReturnType<typeof openPopup>>, list: string) =>
  popup.$$eval(`section[aria-label^="${list}"] .people > li`, (lines) =>
    lines.map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ').trim()),
  );

it('nobody is shown to somebody who is signed out', async () => {
  await stage.open(`${stage.simplePractice.url}/calendar/appointments`);
  const popup = await openPopup(stage.browser);
  await popupShows(popup, 'Signed out');
  expect(await popup.evaluate(() => document.body.innerText)).not.toContain('Jordan');
  expect(await violationsIn(popup.mainFrame())).toEqual([]);
  await popup.close();
  await stage.signIn();
});

describe.each(['SimplePractice', 'TherapyNotes'])('the calendar of %s', (ehr) => {
  it('is told in the popup, who needs a look first at the top, and the page hears nothing', async () => {
    const { simplePractice, therapyNotes } = stage;
    const panel = await stage.open(
      ehr === 'SimplePractice'
        ? `${simplePractice.url}/calendar/appointments`
        : `${therapyNotes.url}/app/scheduling/#view=day`,
    );
    // The page draws its calendar after it has loaded; before that it changes by itself.
    await panel.page.waitForSelector('text/Raman');
    const before = await panel.page.content();
    const popup = await openPopup(stage.browser);
    await popupShows(popup, 'known by name');
    const lines = await linesOf(popup, 'On this calendar');
    const lineOf = (name: string) => lines.find((line) => line.startsWith(name)) ?? '';
    expect(lines[0]).toMatch(/^Riley Chen Look first 09:00 1 urgent alert/);
    expect(lineOf('Jordan Avery')).toMatch(
      /^Jordan Avery 08:00 1 result you have not seen, since \d+ \w+ rule 6$/,
    );
    expect(lineOf('Alex Morgan')).toContain('More than one person may be meant');
    expect(lineOf('Priya Raman')).toContain('Nothing is known');
    const several = lines.filter((line) => line.includes('Several people'));
    expect(several.length).toBeGreaterThan(0);
    expect(several.join('\n')).not.toMatch(/alert|result/);

    const own = await linesOf(popup, 'Your caseload');
    expect(own.join('\n')).toContain('Born 2 Sep 2001');
    expect(await violationsIn(popup.mainFrame())).toEqual([]);
    expect(await panel.page.content()).toBe(before);
    await popup.close();
  });
});
