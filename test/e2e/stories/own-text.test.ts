import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { preview } from '#test/demo/steps/insertions.ts';
import { person } from '#test/ehr/people.ts';
import { PAST_APPOINTMENT } from '#test/ehr/simplepractice/records.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { answerAgain } from './answers.ts';
import { appointmentOf, htmlOf, savedText, servedText, untimed, writeAtEnd } from './notes.ts';
import { type Stage, setStage } from './stage.ts';

const BEFORE = 'Client arrived on time.';
const AFTER = 'Talked about sleep.';
const RILEY = appointmentOf('riley-chen');
const JORDAN = appointmentOf('jordan-avery');
const { noteId: KIT } = person('kit-bauer').therapynotes;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['riley-chen', 'jordan-avery', 'kit-bauer'], {
    simplePractice: {
      notes: { [RILEY]: { answers: { 1: BEFORE } }, [PAST_APPOINTMENT]: {} },
    },
    therapyNotes: { notes: { [KIT]: { elements: { 13000: `<p>${BEFORE}</p>` } } } },
  });
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** The text that a refresh would put into the note, part by part, as it is read before. */
async function refreshedParts(panel: PanelDriver): Promise<string[]> {
  await panel.unfold('Read the refreshed text');
  const frame = await panel.frame();
  await frame.waitForSelector('.own-blocks .preview dd');
  return frame.$$eval('.own-blocks .preview dd', (all) => all.map(({ innerText }) => innerText));
}

/** The time of day in the closing line of a text of ours. */
function closingTime(text: string): string {
  return /Throughline, as of [^,]+, ([^.]+)\./.exec(text)?.[1] ?? 'no closing line';
}

/** Presses the EHR's own button and waits until its server has the text. */
async function save(page: Page, appointmentId: string, lines: string): Promise<void> {
  const { state } = stage.simplePractice;
  await page.click('.note-actions .primary');
  await until('the note is saved', () => state.notes[appointmentId]?.['1']?.lines === lines);
}

describe('a text of ours in a note of SimplePractice that was saved and opened again', () => {
  it('is recognised with its age, refuses a second one, is refreshed in its place, and comes back', async () => {
    const note = servedText(stage.simplePractice, RILEY);
    const around = (text: string) => `${BEFORE}\n\n${text}\n${AFTER}`;
    const first = await stage.openNote('riley-chen');
    await first.shows('Goes to Simple Progress Note');
    const read = await preview(first);
    await first.press('Insert');
    await first.shows('Inserted exactly');
    await writeAtEnd(first.page, `\n${AFTER}`, {
      arrived: () => untimed(note.lines()) === untimed(around(read)),
    });
    const written = note.lines();
    await save(first.page, RILEY, written);
    const former = note.document();

    await first.page.reload();
    await first.shows('In this note since');
    await first.shows(`${closingTime(written)}; no result is newer.`);
    await first.shows('What it says has not changed.');
    await first.shows('This note holds an Update of this session already');
    expect(await first.offers('Insert')).toBe(false);
    expect(await first.offers('Copy')).toBe(true);
    await first.page.close();

    await answerAgain(stage, 'riley-chen', 'More than half the days');
    const panel = await stage.openNote('riley-chen');
    await panel.shows('; 1 result is newer.');
    expect(await panel.offers('Insert')).toBe(false);
    const [refreshed = ''] = await refreshedParts(panel);
    expect(refreshed).toContain('18/27');
    expect(written).not.toContain('18/27');
    await panel.press('Refresh in place');
    await panel.shows('Inserted exactly');
    await until(
      'only our text is another',
      () => untimed(note.lines()) === untimed(around(refreshed)),
    );

    await panel.press('Undo');
    await panel.shows('The note reads exactly as before');
    await until('the former text is back', () => note.lines() === written);
    expect(note.document()).toEqual(former);
    await panel.shows('; 1 result is newer.');
    expect((await refreshedParts(panel)).map(untimed)).toEqual([untimed(refreshed)]);
    const { requests } = stage.simplePractice.state;
    expect(requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });

  it('that “Load last note” brought along is said to be of that note, and is not taken for this session’s', async () => {
    const past = await stage.open(`${stage.simplePractice.url}/appointments/${PAST_APPOINTMENT}`);
    await past.shows('Goes to Simple Progress Note');
    const read = await preview(past);
    await past.press('Insert');
    await past.shows('Inserted exactly');
    const theirs = servedText(stage.simplePractice, PAST_APPOINTMENT);
    await until('the earlier note has it', () => untimed(theirs.lines()) === untimed(read));
    const older = theirs.lines();
    await save(past.page, PAST_APPOINTMENT, older);
    await past.page.close();

    const note = servedText(stage.simplePractice, JORDAN);
    const panel = await stage.openNote('jordan-avery');
    await panel.shows('Goes to Simple Progress Note');
    await panel.page.locator('::-p-text(Load last note)').click();
    await until('the older text stands in this note', () => note.lines().includes(older));
    const loaded = note.lines();
    await panel.shows('This text is from the note of 13 Nov; it was copied along.');
    expect(await panel.text()).not.toContain('In this note since');
    const own = await preview(panel);
    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    await until(
      'this session’s stands below',
      () => untimed(note.lines()) === untimed(`${loaded}\n\n${own}`),
    );
  });
});

/** The HTML of a rich text of the note, as its editor's model has it. */
const text = (element: string) => savedText(stage.therapyNotes, KIT, element);
const openKit = () => stage.open(`${stage.therapyNotes.url}/app/notes/edit/${KIT}/`);

describe('a text of ours in the fields of a note of TherapyNotes that was saved and opened again', () => {
  it('is refreshed field by field, with what others wrote left where it is, and comes back', async () => {
    const { state } = stage.therapyNotes;
    const first = await openKit();
    await first.shows('Goes to');
    await first.unfold('Change');
    await first.choose('SOAP');
    await first.shows('Subjective, Objective, Assessment and Plan');
    await first.press('Insert');
    await first.shows('Inserted exactly');
    await until('it was autosaved', () => text('13003').includes('as of'));
    await writeAtEnd(first.page, `\n${AFTER}`, {
      selector: '[data-element="13000"] + .rich-text .ProseMirror',
      arrived: () => text('13000').endsWith(`<p>${AFTER}</p>`),
    });
    await first.page.click('#SaveNote');
    await until('it was saved', () => state.notes[KIT]?.elements['13000'] === text('13000'));
    const saved = { ...state.notes[KIT]?.elements };
    await first.page.close();

    await answerAgain(stage, 'kit-bauer', 'Not at all');
    const panel = await openKit();
    await panel.shows('; 1 result is newer.');
    await panel.shows('This note holds an Update of this session already');
    const parts = await refreshedParts(panel);
    await panel.press('Refresh in place');
    await panel.shows('Inserted exactly');
    const wanted = [
      `<p>${BEFORE}</p><p></p>${htmlOf(parts[0] ?? '')}<p>${AFTER}</p>`,
      ...parts.slice(1).map(htmlOf),
    ];
    const fields = ['13000', '13001', '13002', '13003'];
    await until('each field has its part', () =>
      fields.every((id, at) => untimed(text(id)) === untimed(wanted[at] ?? '')),
    );

    await panel.press('Undo');
    await panel.shows('The note reads exactly as before');
    await until('each field is as saved', () => fields.every((id) => text(id) === saved[id]));
  });
});
