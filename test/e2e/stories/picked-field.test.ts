import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { preview } from '#test/demo/steps/insertions.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { allChanges, allReported, appointmentOf, servedText, untimed } from './notes.ts';
import { type Stage, setStage } from './stage.ts';

/** A hundred questions, none of which any table of labels knows. */
const UNKNOWN_LABELS = 'Initial Clinical Evaluation';

const TEMPLATES = {
  'jordan-avery': UNKNOWN_LABELS,
  'riley-chen': UNKNOWN_LABELS,
  'kit-bauer': 'SOAP Note',
  'zoe-simkova': 'SOAP Note',
  'sam-rivera': 'DAP Note',
  'dana-rivera': 'data, subjective, plan',
} as const;

let stage: Stage;
beforeAll(async () => {
  const notes = Object.entries(TEMPLATES).map(
    ([key, template]) => [appointmentOf(key), { template }] as const,
  );
  stage = await setStage(Object.keys(TEMPLATES), {
    simplePractice: { notes: Object.fromEntries(notes) },
  });
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Clicks the middle of something in the page, once the layer over it has felt the pointer. */
async function pointAt({ page }: PanelDriver, selector: string): Promise<void> {
  const at = await page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center' });
    const { x, y, height } = element.getBoundingClientRect();
    return { x: x + 20, y: y + height / 2 };
  });
  await page.mouse.move(at.x, at.y);
  await page.mouse.click(at.x, at.y);
}

async function choose(panel: PanelDriver, selector: string): Promise<void> {
  await panel.press('Choose another field');
  await panel.shows('Click the field in the note. Escape ends it.');
  await pointAt(panel, selector);
}

describe('a field that a person points at', () => {
  it('gets the text where no label says which, and is used again in notes of that template', async () => {
    const panel = await stage.openNote('jordan-avery');
    await panel.shows('Choose the field that this text goes to.');
    await choose(panel, '[aria-label="free-text-3"]');
    await panel.shows('Goes to Initial Clinical Evaluation · Evaluation question 3');
    await panel.shows('it is used again in notes of this template.');
    const wanted = await preview(panel);
    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    const third = servedText(stage.simplePractice, appointmentOf('jordan-avery'), '3');
    await until('it stands there', () => untimed(third.lines()) === untimed(wanted));

    const next = await stage.openNote('riley-chen');
    await next.shows('The field you chose last time.');
    await next.shows('Goes to Initial Clinical Evaluation · Evaluation question 3');
    await next.press('Forget it');
    await next.shows('Choose the field that this text goes to.');
    await next.page.reload();
    await next.shows('Choose the field that this text goes to.');
  });

  it('is not taken for one of the same name in a note of another template', async () => {
    const panel = await stage.openNote('kit-bauer');
    await panel.shows('Goes to SOAP Note · Subjective');
    await choose(panel, '[aria-label="free-text-4"]');
    await panel.shows('Goes to SOAP Note · Plan');

    const other = await stage.openNote('sam-rivera');
    await other.shows('Goes to DAP Note · Data');
    const same = await stage.openNote('zoe-simkova');
    await same.shows('Goes to SOAP Note · Plan');
    await same.shows('The field you chose last time.');
    expect(await other.text()).toContain('DAP Note · Data');
    expect(await other.text()).not.toContain('The field you chose last time.');
  });
});

describe('a place that no text is inserted into', () => {
  it.each([
    ['the psychotherapy note', '.psychotherapy-note-container .ProseMirror', 'a separate record.'],
    ['a heading', '.progress-individual-note-container h2', 'That is no text field of this note.'],
    ['a draft of the AI', '.ai-note-content', 'That is no text field of this note.'],
    ['a box of one line', '[aria-label="short-answer-3"]', 'That field holds one line only.'],
  ])('%s: it says why, and the page hears nothing of it', async (_what, selector, words) => {
    const panel = await stage.openNote('dana-rivera');
    await panel.shows('Goes to data, subjective, plan · ');
    await choose(panel, selector);
    await panel.shows(words);
    await panel.shows('Goes to data, subjective, plan · ');
    await allReported(panel.page);
    expect(allChanges(stage.simplePractice)).toBe(0);
    const next = await stage.openNote('dana-rivera');
    await next.shows('Goes to data, subjective, plan · ');
    expect(await next.text()).not.toContain('The field you chose last time.');
  });
});
