import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type CalendarDate,
  dateInWords,
  dateInZone,
  instantOf,
} from '#shared/contracts/calendar.ts';
import type { ClientId, TopicId } from '#shared/contracts/ids.ts';
import { PRACTICE } from '#test/demo/practice.ts';
import { preview } from '#test/demo/steps/insertions.ts';
import { person } from '#test/ehr/people.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { appointmentOf, servedText } from './notes.ts';
import { type Stage, setStage } from './stage.ts';
import { lineWorks, openUnlooking } from './the-line.ts';

/** Words that a page would run, if anything wrote them as markup. */
const WORDS = 'walk twice a week <img src=x onerror=alert(1)>';
const TOPIC = 'what I said to my mother <b>on Sunday</b>';

/** Nobody has looked at this client before: the worker has no brief of theirs that lacks the topic. */
const TALKER = 'walter-lindqvist';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['riley-chen', 'kit-bauer', TALKER], {
    simplePractice: { notes: { [appointmentOf('riley-chen')]: {} } },
  });
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const today = (): CalendarDate => dateInZone(instantOf(new Date()), PRACTICE.timeZone);

function clientIdOf(key: string): ClientId {
  const clientId = stage.practice.clients[key];
  if (clientId === undefined) throw new Error(`${key} is not in the practice`);
  return clientId;
}

/** The client says something to talk about, as the client’s page keeps it. */
async function sayTopic(key: string, words: string): Promise<void> {
  const { store, now } = stage.backend.care;
  const clientId = clientIdOf(key);
  const actor = { kind: 'client', clientId } as const;
  const { practiceId } = stage.practice;
  const scope = { practiceId, actor, requestId: 'test', now: now() };
  await store.inPractice(scope, ({ topics }) =>
    topics.add(clientId, { topicId: v7() as TopicId, words }),
  );
}

/** How many topics of a client are open. */
async function openTopics(key: string): Promise<number> {
  const { store, now } = stage.backend.care;
  const actor = { kind: 'system', name: 'test' } as const;
  const { practiceId } = stage.practice;
  const scope = { practiceId, actor, requestId: 'test', now: now() };
  const open = await store.inPractice(scope, ({ topics }) => topics.open(clientIdOf(key)));
  return open.length;
}

async function addGoal(panel: PanelDriver): Promise<void> {
  await panel.press('Add a goal');
  await panel.fill('Goal, in the client’s words', WORDS);
  await panel.press('Save goal');
  await panel.shows(`Saved: goal “${WORDS}”.`);
}

describe('a goal', () => {
  it('put and rated in the panel stands in the inserted Update, quoted as the client’s words', async () => {
    const note = servedText(stage.simplePractice, appointmentOf('riley-chen'));
    const panel = await stage.openNote('riley-chen');
    await panel.shows('Goes to Simple Progress Note');
    await addGoal(panel);
    await panel.shows(`“${WORDS}”`);
    await panel.unfold('Rate or close');
    await panel.pick('Your rating today', '4 of 10');
    await panel.press('Save rating');
    await panel.shows('Saved: your rating, 4 of 10.');
    const day = dateInWords(today(), { year: false });
    await panel.shows(`Clinician 4 of 10, ${day}`);

    const sentence = `Goal in the client's words, "walk twice a week img src=x onerror=alert(1)": rated by the clinician 4 of 10 on ${day}.`;
    await panel.shows(sentence);
    const read = await preview(panel);
    expect(read).toContain(sentence);
    const page = await panel.page.evaluate(() => document.documentElement.outerHTML);
    expect(page).not.toContain('twice a week');
    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    expect(note.lines()).toBe(read);
  });

  it('that is closed asks again first, and stays as it was left', async () => {
    const panel = await stage.openChart('kit-bauer');
    await addGoal(panel);
    await panel.unfold('Rate or close');
    await panel.press('Close this goal…');
    await panel.press('Reached');
    await panel.shows('Closed as reached.');
    await panel.shows(`Reached on ${dateInWords(today(), { year: false })}.`);
    expect(await panel.offers('Save rating')).toBe(false);
  });
});

describe('what a client wants to talk about', () => {
  it('is read in the panel, word by word, until it was talked about', async () => {
    await sayTopic(TALKER, TOPIC);
    const { hash } = person(TALKER).simplepractice;
    const address = `${stage.simplePractice.url}/clients/${hash}/overview`;
    const panel = await openUnlooking(stage.browser, address);
    await panel.shows('The client wants to talk about'.toUpperCase());
    await panel.shows(`“${TOPIC}”`);
    await lineWorks(panel);
    await panel.press('Talked about');
    await until('nothing is open', async () => (await openTopics(TALKER)) === 0);
    await until('it left the panel', async () => !(await panel.text()).includes(TOPIC));
  });
});
