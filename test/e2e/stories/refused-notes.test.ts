import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { preview } from '#test/demo/steps/insertions.ts';
import { person } from '#test/ehr/people.ts';
import { PAST_APPOINTMENT } from '#test/ehr/simplepractice/records.ts';
import { psychotherapyNoteId, signedNoteId } from '#test/ehr/therapynotes/records.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { freeze } from './frozen.ts';
import { allChanges, allReported, appointmentOf, servedText, untimed } from './notes.ts';
import { type Stage, setStage } from './stage.ts';

const JORDAN = person('jordan-avery');
const APPOINTMENT = appointmentOf('jordan-avery');

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['jordan-avery']);
  for (const origin of [stage.simplePractice.url, stage.therapyNotes.url]) {
    await stage.browser
      .defaultBrowserContext()
      .overridePermissions(origin, ['clipboard-read', 'clipboard-write']);
  }
  await stage.signIn();
});
afterEach(async () => {
  stage.simplePractice.gates.header.release();
  await stage.clear();
});
afterAll(() => stage.close());

/** The way that is left when nothing may be inserted: it brings exactly what is shown. */
async function copyWorks(panel: PanelDriver): Promise<void> {
  const wanted = await preview(panel);
  await panel.press('Copy');
  await panel.shows('Copied.');
  await panel.page.bringToFront();
  const copied = await panel.page.evaluate(() => navigator.clipboard.readText());
  expect(untimed(copied)).toBe(untimed(wanted));
}

/** Presses Insert while the page stands still, and lets the page change in the same turn. */
async function insertWhile(panel: PanelDriver, presses: readonly string[]): Promise<void> {
  await panel.shows('Goes to Simple Progress Note');
  await panel.focus('Insert');
  const frozen = await freeze(panel.page, stage.simplePractice, presses);
  await panel.page.keyboard.press('Enter');
  await panel.shows('Inserting, then reading the note back');
  await frozen.thaw();
}

describe('notes that nothing is inserted into', () => {
  it.each([
    ['a psychotherapy note', psychotherapyNoteId(JORDAN), 'Only a psychotherapy note is open.'],
    ['a signed note', signedNoteId(JORDAN), 'This note is signed.'],
  ])('%s in TherapyNotes is refused by name; Copy works', async (_what, noteId, words) => {
    const { therapyNotes } = stage;
    const before = structuredClone(therapyNotes.state.notes[noteId]);
    const panel = await stage.open(`${therapyNotes.url}/app/notes/edit/${noteId}/`);
    await panel.shows(words);
    expect(await panel.offers('Insert')).toBe(false);
    await copyWorks(panel);
    await allReported(panel.page);
    expect(therapyNotes.state.snapshots).toEqual([]);
    expect(therapyNotes.state.notes[noteId]).toEqual(before);
  });

  it('a note that awaits the supervisor’s signature counts as signed', async () => {
    const { therapyNotes } = stage;
    const noteId = signedNoteId(JORDAN);
    const note = therapyNotes.state.notes[noteId];
    if (note === undefined) throw new Error('no signed note');
    note.status = 'pendingSupervisor';
    const panel = await stage.open(`${therapyNotes.url}/app/notes/edit/${noteId}/`);
    await panel.shows('This note is signed.');
    expect(await panel.offers('Insert')).toBe(false);
    note.status = 'signed';
  });

  it('a locked note in SimplePractice is refused by name; Copy works', async () => {
    const panel = await stage.open(`${stage.simplePractice.url}/appointments/${PAST_APPOINTMENT}`);
    await panel.shows('This note is locked.');
    expect(await panel.offers('Insert')).toBe(false);
    await copyWorks(panel);
    expect(allChanges(stage.simplePractice)).toBe(0);
  });

  it('the psychotherapy note beside a progress note is neither offered nor touched', async () => {
    const { simplePractice } = stage;
    const panel = await stage.openNote('jordan-avery');
    await panel.shows('Goes to Simple Progress Note · Progress Note');
    const frame = await panel.frame();
    expect(await frame.$$eval('option', (options) => options.map(({ text }) => text))).toEqual([]);
    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    await allReported(panel.page);
    expect(servedText(simplePractice, APPOINTMENT).changes()).toBeGreaterThan(0);
    expect(servedText(simplePractice, APPOINTMENT, 'psychotherapy').changes()).toBe(0);
  });

  it('a page whose note is of an unknown kind is for Copy only', async () => {
    const panel = await stage.openNote('jordan-avery');
    await panel.shows('Goes to Simple Progress Note');
    await panel.page.$$eval('.ProseMirror', (editors) => {
      for (const editor of editors) {
        const next = document.createElement('next-editor');
        next.attachShadow({ mode: 'closed' }).append(editor.cloneNode(true));
        editor.replaceWith(next);
      }
    });
    await panel.shows('does not know this version of the page');
    expect(await panel.offers('Insert')).toBe(false);
    await copyWorks(panel);
    await allReported(panel.page);
    expect(allChanges(stage.simplePractice)).toBe(0);
  });
});

describe('a note that changes between preview and Insert', () => {
  it('says that the page changed when the template was switched', async () => {
    const panel = await stage.openNote('jordan-avery');
    await panel.shows('Goes to Simple Progress Note');
    await insertWhile(panel, [
      '.questionnaires-dropdown .trigger',
      '.questionnaires-dropdown li:nth-child(2) button',
    ]);
    await panel.shows('Not inserted. The page changed after you read the preview.');
    await panel.shows('The text is on Copy.');
    await allReported(panel.page);
    expect(allChanges(stage.simplePractice)).toBe(0);
    await panel.shows('Goes to SOAP Note');
    expect(await panel.offers('Copy')).toBe(true);
  });

  it('says so when the field was closed meanwhile', async () => {
    const panel = await stage.openNote('jordan-avery');
    await panel.shows('Goes to Simple Progress Note');
    await panel.page.evaluate(() => {
      const close = document.createElement('button');
      close.id = 'close-note';
      close.addEventListener('click', () => {
        document.querySelector('.ProseMirror')?.setAttribute('contenteditable', 'false');
      });
      document.body.append(close);
    });
    await insertWhile(panel, ['#close-note']);
    await panel.shows('Not inserted.');
    await panel.shows('The text is on Copy.');
    await allReported(panel.page);
    expect(allChanges(stage.simplePractice)).toBe(0);
  });

  it('says so when the editor does not take the text', async () => {
    const panel = await stage.openNote('jordan-avery');
    await panel.shows('Goes to Simple Progress Note');
    await panel.page.$eval('.ProseMirror', (editor) => {
      editor.closest('section')?.setAttribute('aria-busy', 'true');
    });
    await panel.press('Insert');
    await panel.shows('Not inserted. The editor did not take the text.');
    await panel.shows('What was there before still is. The text is on Copy.');
    await allReported(panel.page);
    expect(allChanges(stage.simplePractice)).toBe(0);
  });
});
