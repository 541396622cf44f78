import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { preview } from '#test/demo/steps/insertions.ts';
import { person } from '#test/ehr/people.ts';
import { until } from '#test/support/until.ts';
import { appointmentOf, savedText, servedText, untimed, writeAtEnd } from './notes.ts';
import { type Stage, setStage } from './stage.ts';

const WRITTEN = 'Client arrived on time.\n\nSlept badly, "as usual" & <often>.';
const { noteId } = person('riley-chen').therapynotes;
const APPOINTMENT = appointmentOf('riley-chen');

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['riley-chen'], {
    simplePractice: { notes: { [APPOINTMENT]: { answers: { 1: WRITTEN } } } },
    therapyNotes: {
      notes: { [noteId]: { elements: { 13000: '<p>Arrived late.</p>', 13003: '<p></p>' } } },
    },
  });
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** What was written, as the editor's model counts lines. */
const BEFORE = WRITTEN.replaceAll('\n\n', '\n');

describe('a note that has text already, in SimplePractice', () => {
  it('keeps it above the Update, and has exactly it back after Undo', async () => {
    const note = servedText(stage.simplePractice, APPOINTMENT);
    const panel = await stage.openNote('riley-chen');
    await panel.shows('Goes to Simple Progress Note');
    expect(note.lines()).toBe(BEFORE);
    const former = note.document();
    const wanted = await preview(panel);

    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    await until(
      'the note has the Update',
      () => untimed(note.lines()) === untimed(`${BEFORE}\n\n${wanted}`),
    );
    await panel.press('Undo');
    await panel.shows('The note reads exactly as before');
    await until('the note is as before', () => note.lines() === BEFORE);
    expect(note.document()).toEqual(former);
  });

  it('keeps what was typed a moment before Insert, also after Undo', async () => {
    const note = servedText(stage.simplePractice, APPOINTMENT);
    const panel = await stage.openNote('riley-chen');
    await panel.shows('Goes to Simple Progress Note');
    const wanted = await preview(panel);
    const typed = `${BEFORE} Left early.`;
    await writeAtEnd(panel.page, ' Left early.', { arrived: () => note.lines() === typed });

    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    await until(
      'the note has the Update',
      () => untimed(note.lines()) === untimed(`${typed}\n\n${wanted}`),
    );
    await panel.press('Undo');
    await panel.shows('The note reads exactly as before');
    await until('the note is as before', () => note.lines() === typed);
  });

  it('refuses an undo that would take what was typed since, and leaves the note alone', async () => {
    const note = servedText(stage.simplePractice, APPOINTMENT);
    const panel = await stage.openNote('riley-chen');
    await panel.shows('Goes to Simple Progress Note');
    const wanted = await preview(panel);
    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    const since = untimed(`${BEFORE}\n\n${wanted} Discussed.`);
    await writeAtEnd(panel.page, ' Discussed.', { arrived: () => untimed(note.lines()) === since });

    await panel.press('Undo');
    await panel.shows('Not undone.');
    await panel.shows('The note was left as it is.');
    expect(untimed(note.lines())).toBe(since);
  });

  it('is never saved, signed or locked by the Update', async () => {
    const { state } = stage.simplePractice;
    const panel = await stage.openNote('riley-chen');
    await panel.shows('Goes to Simple Progress Note');
    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    expect(state.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(state.notes[APPOINTMENT]?.['1']?.text).toBe(WRITTEN);
  });
});

describe('a note that has text already, in TherapyNotes', () => {
  it('keeps it above the Update, and has exactly it back after Undo', async () => {
    const { therapyNotes } = stage;
    const text = (element: string) => savedText(therapyNotes, noteId, element);
    // This record is not linked; Riley's is linked in SimplePractice only.
    const panel = await stage.open(`${therapyNotes.url}/app/notes/edit/${noteId}/`);
    await panel.shows('Not linked yet');
    await panel.press('This is Riley Chen: link');
    await panel.unfold('Change');
    await panel.choose('SOAP');
    await panel.shows('Subjective, Objective, Assessment and Plan');
    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    await until('the note was autosaved with the Update', () => text('13003').includes('as of'));
    expect(text('13000')).toMatch(/^<p>Arrived late\.<\/p><p><\/p><p>First measures /);

    await panel.press('Undo');
    await panel.shows('The note reads exactly as before');
    await until('the former text was autosaved', () => text('13000') === '<p>Arrived late.</p>');
    for (const element of ['13001', '13002', '13003']) expect(text(element)).toBe('<p></p>');
  });
});
