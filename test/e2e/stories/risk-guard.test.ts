import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { person } from '#test/ehr/people.ts';
import { psychotherapyNoteId } from '#test/ehr/therapynotes/records.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { appointmentOf, servedText, writeAtEnd } from './notes.ts';
import { type Stage, setStage } from './stage.ts';

/** Answered "more than half the days" to item 9 two days ago. */
const POSITIVE = 'kit-bauer';
/** Answered "not at all". */
const CALM = 'walter-lindqvist';
const TITLE = 'The note and the answers';
const ANSWER = 'PHQ-9 item 9 “More than half the days”';
const DENIAL = 'Client denies SI and HI.';

const { noteId } = person(POSITIVE).therapynotes;
const SEPARATE = psychotherapyNoteId(person(POSITIVE));

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([POSITIVE, CALM], {
    simplePractice: { notes: { [appointmentOf(CALM)]: { answers: { 1: DENIAL } } } },
    therapyNotes: { notes: { [SEPARATE]: { elements: { 12000: `<p>${DENIAL}</p>` } } } },
  });
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Whether the panel puts answers beside the note at this moment. */
async function guards(panel: PanelDriver): Promise<boolean> {
  const frame = await panel.frame();
  return (await frame.$(`section[aria-label="${TITLE}"]`)) !== null;
}

describe('a note that says that the client denies risk, beside a positive answer', () => {
  it('in the risk assessment of TherapyNotes: the answer is pointed to, and nothing is changed or held up', async () => {
    const { therapyNotes } = stage;
    const box = '#RiskAssessment__DeniesAll';
    const panel = await stage.open(`${therapyNotes.url}/app/notes/edit/${noteId}/`);
    await panel.shows('Goes to');
    expect(await guards(panel)).toBe(false);
    await panel.page.click(box);
    await panel.shows('This note’s risk assessment says that all areas of risk are denied.');
    await panel.shows(ANSWER);
    await panel.shows('Throughline changes nothing in the note and holds nothing up.');
    expect(therapyNotes.state.snapshots).toEqual([]);

    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    expect(await panel.page.$eval(box, (one) => (one as HTMLInputElement).checked)).toBe(true);
    await panel.page.click('#SaveNote');
    await until('the EHR saves it as ever', () => {
      return therapyNotes.state.notes[noteId]?.elements['13000']?.includes('as of') === true;
    });

    await panel.page.click(box);
    await until('without those words nothing is said', async () => !(await guards(panel)));
  });

  it('in a typed sentence: the answer is pointed to, and the sentence stays as it was typed', async () => {
    const note = servedText(stage.simplePractice, appointmentOf(POSITIVE));
    const panel = await stage.openNote(POSITIVE);
    await panel.shows('Goes to');
    await writeAtEnd(panel.page, DENIAL, { arrived: () => note.lines() === DENIAL });
    await panel.shows('A sentence in this note says that risk is denied.');
    await panel.shows(ANSWER);
    expect(note.lines()).toBe(DENIAL);

    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    await until('it stands below', () => note.lines().startsWith(`${DENIAL}\n\n`));
    expect(await guards(panel)).toBe(true);
  });

  it('in a psychotherapy note: that is a separate record, and is not read', async () => {
    const { therapyNotes } = stage;
    const panel = await stage.open(`${therapyNotes.url}/app/notes/edit/${SEPARATE}/`);
    await panel.shows('Only a psychotherapy note is open.');
    expect(await guards(panel)).toBe(false);
  });
});

it('such a sentence beside answers that say the same is no matter', async () => {
  const panel = await stage.openNote(CALM);
  await panel.shows('Goes to');
  expect(servedText(stage.simplePractice, appointmentOf(CALM)).lines()).toBe(DENIAL);
  expect(await guards(panel)).toBe(false);
});
