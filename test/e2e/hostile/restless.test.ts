import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { BADGES } from '#extension/local/badge.ts';
import { QUESTIONS } from '#extension/local/page-limits/questions-left.ts';
import { person } from '#test/ehr/people.ts';
import { openPopup, popupShows } from '#test/support/popup.ts';
import { until } from '#test/support/until.ts';
import { type Stage, setStage } from '../stories/stage.ts';
import { extensionId, ownPage } from './own-page.ts';
import { scriptWorld } from './script-world.ts';

const RILEY = person('riley-chen').displayName;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['kit-bauer', 'riley-chen']);
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** A page about somebody, as our script would tell it. */
function readingOf(number: number) {
  return {
    type: 'reading',
    complete: true,
    reading: {
      ehr: 'simplepractice',
      adapterVersion: 1,
      kind: 'client',
      settled: true,
      navigation: number,
      subjects: [{ recordId: `record-${number}`, name: 'Nobody Known', birthDate: '1991-03-14' }],
      identity: { verdict: 'certain', signals: ['urlId', 'name'] },
      appointment: null,
      note: null,
      fields: [],
      schedule: [],
      scores: [],
      ownMarks: [],
      riskDenial: null,
      failedChecks: [],
    },
  };
}

it('a page that floods its script is held; badge, panel and popup say why, and other tabs go on', async () => {
  const own = await ownPage(stage.browser);
  const panel = await stage.openChart('kit-bauer');
  await panel.shows('record, name and birth date agree');
  const world = await scriptWorld(panel.page, await extensionId(stage.browser));
  for (let number = 0; number < 3 * QUESTIONS.atOnce; number += 1) {
    await world.send(readingOf(number));
  }
  await until(
    'the badge says it',
    async () => (await own.toolbar(panel.page)).title === BADGES.restless.title,
  );
  await panel.shows('This page does not hold still');
  expect(await panel.text()).not.toContain('Kit Bauer');

  await panel.page.bringToFront();
  const popup = await openPopup(stage.browser);
  await popupShows(popup, 'showed clients faster than anybody reads');
  await popupShows(popup, 'Leave the page as it is for half a minute');
  await popup.close();

  const other = await stage.openChart('riley-chen');
  await other.shows('record, name and birth date agree');
  await other.shows(RILEY);
  const { title } = await own.toolbar(other.page);
  expect(title).not.toBe(BADGES.restless.title);
});

it('a page that draws another name with every turn is told of no faster than anybody can hear', async () => {
  const own = await ownPage(stage.browser);
  const panel = await stage.openChart('kit-bauer');
  await panel.shows('record, name and birth date agree');
  await panel.page.evaluate(() => {
    const name = document.querySelector('h1');
    let turn = 0;
    const draw = () => {
      turn += 1;
      if (name !== null) name.textContent = `Somebody ${turn}`;
      setTimeout(draw);
    };
    draw();
  });
  await panel.shows('Reading the page');
  expect(await panel.text()).not.toMatch(/PHQ|GAD/);
  const other = await stage.openChart('riley-chen');
  await other.shows('record, name and birth date agree');
  expect((await own.toolbar(panel.page)).text).toBe('?');
});
