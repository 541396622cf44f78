import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { person } from '#test/ehr/people.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { appointmentOf, htmlOf, savedText, servedText, shownParts, untimed } from './notes.ts';
import { type Stage, setStage } from './stage.ts';

const WRITTEN = 'Arrived late.';

/** Whose note is of which format, what its fields are called, and how TherapyNotes numbers them. */
const FORMATS = [
  {
    shape: 'SOAP',
    key: 'jordan-avery',
    labels: ['Subjective', 'Objective', 'Assessment', 'Plan'],
    elements: ['13000', '13001', '13002', '13003'],
  },
  {
    shape: 'DAP',
    key: 'kit-bauer',
    labels: ['Data', 'Assessment', 'Plan'],
    elements: ['13020', '13002', '13003'],
  },
  {
    shape: 'BIRP',
    key: 'zoe-simkova',
    labels: ['Behavior', 'Intervention', 'Response', 'Plan'],
    elements: ['13030', '13031', '13032', '13003'],
  },
] as const;

const noteIdOf = (key: string) => person(key).therapynotes.noteId;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(
    FORMATS.map(({ key }) => key),
    {
      simplePractice: {
        notes: Object.fromEntries(
          FORMATS.map(({ key, shape }) => [
            appointmentOf(key),
            { template: `${shape} Note`, answers: { 1: WRITTEN } },
          ]),
        ),
      },
      therapyNotes: {
        notes: Object.fromEntries(
          FORMATS.map(({ key, shape, elements: [first] }) => [
            noteIdOf(key),
            {
              template: shape.toLowerCase() as 'soap' | 'dap' | 'birp',
              elements: { [first]: `<p>${WRITTEN}</p>` },
            },
          ]),
        ),
      },
    },
  );
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Chooses the format of the note, and reads what would go where, and for whom. */
async function readParts(
  panel: PanelDriver,
  { shape, key, labels }: (typeof FORMATS)[number],
): Promise<readonly string[]> {
  await panel.shows('Goes to');
  await panel.unfold('Change');
  await panel.choose(shape);
  await until('there is a part for each field', async () => {
    return (await shownParts(panel)).map(({ label }) => label).join() === labels.join();
  });
  const frame = await panel.frame();
  const destination = await frame.$eval('.destination', ({ textContent }) => textContent);
  for (const label of labels) expect(destination).toContain(label);
  expect(destination).toContain(person(key).displayName);
  const texts = (await shownParts(panel)).map(({ text }) => text);
  expect(new Set(texts).size).toBe(labels.length);
  return texts;
}

describe.each(FORMATS)('a note in $shape', (format) => {
  it('of SimplePractice gets each part into the field of its name, below what stood there', async () => {
    const { key, labels } = format;
    const { simplePractice } = stage;
    const fields = labels.map((_, place) =>
      servedText(simplePractice, appointmentOf(key), String(place + 1)),
    );
    const panel = await stage.openNote(key);
    const [first, ...others] = await readParts(panel, format);
    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    const wanted = [`${WRITTEN}\n\n${first}`, ...others].map(untimed);
    await until('each field has its part', () =>
      fields.every((field, place) => untimed(field.lines()) === wanted[place]),
    );
    expect(servedText(simplePractice, appointmentOf(key), 'psychotherapy').changes()).toBe(0);

    await panel.press('Undo');
    await panel.shows('The note reads exactly as before');
    await until('every field is as before', () =>
      fields.every((field, place) => field.lines() === (place === 0 ? WRITTEN : '')),
    );
  });

  it('of TherapyNotes gets each part into the field of its name, below what stood there', async () => {
    const { key, elements } = format;
    const { therapyNotes } = stage;
    const texts = () => elements.map((id) => savedText(therapyNotes, noteIdOf(key), id));
    const panel = await stage.open(`${therapyNotes.url}/app/notes/edit/${noteIdOf(key)}/`);
    const [first = '', ...others] = await readParts(panel, format);
    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    const wanted = [`<p>${WRITTEN}</p><p></p>${htmlOf(first)}`, ...others.map(htmlOf)];
    await until(
      'each field has its part',
      () => texts().map(untimed).join('|') === wanted.map(untimed).join('|'),
    );
    const summary = savedText(therapyNotes, noteIdOf(key), 'SessionSummary');
    expect(summary).toBe('<p></p>');

    await panel.press('Undo');
    await panel.shows('The note reads exactly as before');
    const before = [`<p>${WRITTEN}</p>`, ...others.map(() => '<p></p>')];
    await until('every field is as before', () => texts().join('|') === before.join('|'));
  });
});
