import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { COUPLE_PROFILES, person } from '#test/ehr/people.ts';
import { GROUP_APPOINTMENT, LEGACY_COUPLE_APPOINTMENT } from '#test/ehr/simplepractice/records.ts';
import { openTab } from '#test/support/browser.ts';
import { panelOf } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { freeze } from './frozen.ts';
import { allChanges, allReported, appointmentOf, follow, servedText, writeAtEnd } from './notes.ts';
import { type Stage, setStage } from './stage.ts';
import { CLINICAL, recordPanel, recordPanelsOf, tracesOf } from './traces.ts';

const CERTAIN = 'name and birth date agree';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([
    'kit-bauer',
    'riley-chen',
    'alex-morgan-1988',
    'alex-morgan-1996',
    'sam-rivera',
    'dana-rivera',
  ]);
  await stage.signIn();
});
afterEach(async () => {
  stage.simplePractice.gates.header.release();
  for (const state of [stage.simplePractice.state, stage.therapyNotes.state]) {
    for (const record of Object.keys(state.shown)) delete state.shown[record];
  }
  await stage.clear();
});
afterAll(() => stage.close());

describe('the clinician goes from one client’s note to another’s', () => {
  it('shows nobody while the former header still stands, and then only the new client', async () => {
    const { simplePractice } = stage;
    const panel = await stage.openNote('kit-bauer');
    await panel.shows(CERTAIN);
    expect(await panel.text()).toMatch(tracesOf('kit-bauer'));

    simplePractice.gates.header.hold();
    await follow(panel.page, `/appointments/${appointmentOf('riley-chen')}`);
    await simplePractice.gates.header.arrival();
    await panel.shows('Reading the page');
    const states = await recordPanel(panel);
    const words = 'The session began with a review of the week and of the homework.';
    const note = servedText(simplePractice, appointmentOf('riley-chen'));
    await until('the new note is drawn', () => note.document() !== null);
    await writeAtEnd(panel.page, words, { arrived: () => note.lines() === words });
    expect(await panel.offers('Insert')).toBe(false);
    expect(await panel.offers('Copy')).toBe(false);
    expect(await panel.page.$eval('h1', (heading) => heading.textContent)).toBe('Kit Bauer');

    simplePractice.gates.header.release();
    await panel.shows('Riley Chen');
    await panel.shows(CERTAIN);
    for (const state of await states()) expect(state).not.toMatch(tracesOf('kit-bauer'));
    expect(note.lines()).toBe(words);
    expect(servedText(simplePractice, appointmentOf('kit-bauer')).changes()).toBe(0);
  });

  it('shows nobody of the page before when another address is loaded in the tab', async () => {
    const { browser, simplePractice } = stage;
    const address = (key: string) => `${simplePractice.url}/appointments/${appointmentOf(key)}`;
    const page = await openTab(browser);
    const panels = await recordPanelsOf(page);
    const panel = panelOf(page);
    await page.goto(address('kit-bauer'));
    await panel.shows(CERTAIN);
    await page.goto(address('riley-chen'));
    await panel.shows('Riley Chen');
    await panel.shows(CERTAIN);
    await until('both panels were seen', () => panels().length === 2);
    const [first = [], second = []] = panels();
    expect(first.join()).toMatch(tracesOf('kit-bauer'));
    expect(second.join()).toMatch(tracesOf('riley-chen'));
    for (const state of second) expect(state).not.toMatch(tracesOf('kit-bauer'));
  });

  it('writes nothing when the page turns between preview and Insert; the text stays on Copy', async () => {
    const { simplePractice } = stage;
    const panel = await stage.openNote('kit-bauer');
    await panel.shows('Goes to Simple Progress Note');
    await panel.focus('Insert');
    await panel.page.evaluate(
      (path) => {
        const link = document.createElement('a');
        link.href = path;
        link.id = 'next-client';
        document.body.append(link);
      },
      `/appointments/${appointmentOf('riley-chen')}`,
    );
    const frozen = await freeze(panel.page, simplePractice, ['#next-client']);
    await panel.page.keyboard.press('Enter');
    await panel.shows('Inserting, then reading the note back');
    await frozen.thaw();

    await panel.shows('Riley Chen');
    await panel.shows('Goes to Simple Progress Note');
    expect(await panel.text()).not.toContain('Inserted');
    await follow(panel.page, `/appointments/${appointmentOf('kit-bauer')}`);
    await panel.shows('Kit Bauer');
    await panel.shows('Goes to Simple Progress Note');
    expect(await panel.offers('Copy')).toBe(true);
    await allReported(panel.page);
    expect(allChanges(simplePractice)).toBe(0);
  });
});

describe('the page disagrees with the link', () => {
  const { simplepractice, therapynotes } = person('kit-bauer');

  it.each([
    ['birth date', { birthDate: '1979-12-05' }],
    ['name', { name: 'Kim Bauer' }],
  ])('another %s in SimplePractice: nothing of the client, and why', async (what, shown) => {
    stage.simplePractice.state.shown[simplepractice.hash] = shown;
    const panel = await stage.openNote('kit-bauer');
    await panel.shows('Can’t be sure who this is');
    await panel.shows(`the ${what} on the page differs`);
    const markup = await panel.markup();
    expect(markup).not.toMatch(tracesOf('kit-bauer'));
    expect(markup).not.toMatch(CLINICAL);
    expect(await panel.offers('Insert')).toBe(false);
    expect(await panel.offers('Copy')).toBe(false);
  });

  it.each([
    ['birth date', { birthDate: '1997-12-04' }],
    ['name', { name: 'Katharina Bauerle' }],
  ])('another %s in TherapyNotes: nothing of the client, and why', async (what, shown) => {
    stage.therapyNotes.state.shown[therapynotes.token] = shown;
    const panel = await stage.open(
      `${stage.therapyNotes.url}/app/notes/edit/${therapynotes.noteId}/`,
    );
    await panel.shows('Can’t be sure who this is');
    await panel.shows(`the ${what} on the page differs`);
    const markup = await panel.markup();
    expect(markup).not.toMatch(/Kit|Katharina|1979/);
    expect(markup).not.toMatch(CLINICAL);
    expect(await panel.offers('Insert')).toBe(false);
  });

  it('takes the client off the screen when the header turns out to be another’s', async () => {
    const panel = await stage.openNote('kit-bauer');
    await panel.shows(CERTAIN);
    await panel.page.$eval('h1', (heading) => {
      heading.textContent = 'Kim Bauer';
    });
    // The editors are still those of the client before: no page of anybody yet.
    await panel.shows('Reading the page');
    const markup = await panel.markup();
    expect(markup).not.toMatch(tracesOf('kit-bauer'));
    expect(markup).not.toMatch(CLINICAL);
  });
});

describe('people who are easily confused', () => {
  it('keeps two clients of one name apart', async () => {
    const linked = await stage.openChart('alex-morgan-1988');
    await linked.shows(CERTAIN);
    expect(await linked.text()).toContain('Born 21 May 1988');
    await follow(
      linked.page,
      `/clients/${person('alex-morgan-1996').simplepractice.hash}/overview`,
    );
    await linked.shows('Not linked yet');
    expect(await linked.markup()).not.toMatch(CLINICAL);
    expect(await linked.offers('Copy')).toBe(false);
    await follow(
      linked.page,
      `/clients/${person('alex-morgan-1988').simplepractice.hash}/overview`,
    );
    await linked.shows(CERTAIN);
    const text = await linked.text();
    expect(text).toContain('Born 21 May 1988');
    expect(text).not.toContain('1996');
  });

  const couple = COUPLE_PROFILES[0]?.simplepractice;

  it.each([
    ['a couple’s record', `/clients/${couple?.hash}/overview`, 2],
    ['the note of a couple’s record', `/appointments/${couple?.appointmentId}`, 2],
    ['a session of two clients', `/appointments/${LEGACY_COUPLE_APPOINTMENT}`, 2],
    ['a group session', `/appointments/${GROUP_APPOINTMENT}`, 4],
  ])('shows nobody on %s', async (_what, path, count) => {
    const panel = await stage.open(`${stage.simplePractice.url}${path}`);
    await panel.shows('Several people on this page');
    await panel.shows(`This page is about ${count} people`);
    const markup = await panel.markup();
    expect(markup).not.toMatch(CLINICAL);
    expect(markup).not.toMatch(/Sam|Dana|Rivera|Riley/);
    expect(await panel.offers('Insert')).toBe(false);
    expect(await panel.offers('Copy')).toBe(false);
  });
});
