import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMeasure } from '#backend/care/send-measure.ts';
import { addDays, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import { person } from '#test/ehr/people.ts';
import { scopeOf } from '#test/support/database.ts';
import { answerOnPhone } from './answers.ts';
import { storedText } from './extension.ts';
import { type ServerApart, setServerApart } from './server-apart.ts';
import { lineBreaks, lineWorks, openUnlooking } from './the-line.ts';

const CLIENT = 'walter-lindqvist';
const DAY = 86_400_000;

let scene: ServerApart;
beforeAll(async () => {
  scene = await setServerApart([CLIENT]);
});
afterAll(() => scene.close());

/** The path of a PHQ-9's link, sent while no server runs. */
async function sent(): Promise<string> {
  const { practiceId, clients } = scene.practice;
  const clientId = clients[CLIENT];
  if (clientId === undefined) throw new Error('the client is not in the practice');
  return scene.beside(async ({ care }) => {
    const now = care.now();
    const outcome = await sendMeasure(care, scopeOf(practiceId, { now }), {
      clientId,
      instrumentId: 'phq9',
      dueOn: addDays(dateInZone(now, 'America/Chicago'), 3),
      expiresAt: instantOf(new Date(Date.parse(now) + 7 * DAY)),
    });
    if (!outcome.ok) throw new Error(outcome.refusal);
    return `/m/${outcome.value.secret}`;
  });
}

it('an open panel hears of an alert from a server that was killed and started anew', async () => {
  const path = await sent();
  await scene.serverReturns();
  await scene.signIn();
  const before = await scene.open(CLIENT, 'chart');
  const browser = before.page.browser();
  const { hash } = person(CLIENT).simplepractice;
  const panel = await openUnlooking(
    browser,
    `${scene.simplePractice.url}/clients/${hash}/overview`,
  );
  await before.page.close();
  await panel.shows('None open. Verified');
  await lineWorks(panel);

  await scene.serverFails();
  await lineBreaks(panel);
  await scene.serverReturns();
  await lineWorks(panel);
  const { backendAddress } = JSON.parse((await storedText(panel)).local) as {
    backendAddress: string;
  };
  const link = new URL(path, backendAddress).href;
  await answerOnPhone(browser, { key: CLIENT, link, words: 'Several days' });
  await panel.shows('PHQ-9 item 9');
  expect(await panel.text()).not.toContain('New alerts may come late here since');
});
