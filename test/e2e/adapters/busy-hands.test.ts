import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EditorName } from './browser/editors.ts';
import type { Program } from './browser/program.ts';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';
import { ADDRESS, NOTE } from './soap-note.ts';

const TEXT = 'PHQ-9 11/27.';
const EDITORS: EditorName[] = ['textarea', 'contenteditable', 'prosemirror', 'tiptap'];

/** The global that {@link Program} is in the page. */
declare const program: Program;

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());

/** A note of two fields, on a page that counts how often a field is left and hears shortcuts. */
async function note(name: EditorName) {
  tab = await harness.tab(ADDRESS, NOTE);
  await tab.editor(name, '#s', ['Before.']);
  await tab.editor(name, '#p', ['Plan.']);
  const reading = await tab.open();
  await tab.page.evaluate(() => {
    const seen = { left: 0, shortcuts: '' };
    Object.assign(globalThis, { seen });
    document.addEventListener('focusout', () => (seen.left += 1));
    document.addEventListener('keydown', ({ key, target }) => {
      if (target === document.body) seen.shortcuts += key;
    });
  });
  return { reading, fields: reading.fields };
}

const seen = (what: 'left' | 'shortcuts') =>
  tab.page.evaluate((name) => Reflect.get(Reflect.get(globalThis, 'seen'), name), what);
const holds = (text: string) => expect.poll(() => tab.model('#s')).toContain(text);

/**
 * Lets no longer pause of the page end until it is told: what is read back counts after a quarter of a
 * second of calm, and a slow machine types no letter in that. The value lets time go on.
 */
async function holdPauses(): Promise<() => Promise<void>> {
  await tab.page.evaluate(() => {
    const { setTimeout: usual } = globalThis;
    const held: (() => void)[] = [];
    const holding = (then: () => void, ms = 0) =>
      ms > 50 ? held.push(() => usual(then, ms)) : usual(then, ms);
    const goOn = () => {
      Object.assign(globalThis, { setTimeout: usual });
      for (const pause of held) pause();
    };
    Object.assign(globalThis, { setTimeout: holding, goOn });
  });
  return () => tab.page.evaluate(() => Reflect.get(globalThis, 'goOn')());
}

describe.each(EDITORS)('hands that are busy in %s', (name) => {
  test('keep the keyboard while the Update is being read back', async () => {
    const { reading, fields } = await note(name);
    const plan = planFor(reading, [{ field: fields[0], text: TEXT }]);
    const goOn = await holdPauses();
    const outcome = tab.insert(plan);
    await holds(TEXT);
    await tab.page.keyboard.type(' Agreed safety plan.');
    await goOn();
    expect(await outcome).toEqual({ status: 'changed', detail: 'altered' });
    expect(await seen('left')).toBe(0);
    expect(await tab.model('#s')).toBe(`Before.\n\n${TEXT} Agreed safety plan.`);
  });

  test('that begin when the field was just left write into the field, and press no shortcut', async () => {
    const { reading, fields } = await note(name);
    const outcome = tab.insert(planFor(reading, [{ field: fields[0], text: TEXT }]));
    await expect.poll(() => seen('left'), { interval: 5 }).toBe(1);
    await tab.page.keyboard.type('!');
    expect((await outcome).status).toBe('changed');
    expect(await tab.model('#s')).toBe(`Before.\n\n${TEXT}!`);
    expect(await seen('shortcuts')).toBe('');
  });
});

test('a field in which somebody only moves about is not called exact without being left', async () => {
  const { reading, fields } = await note('textarea');
  const outcome = tab.insert(planFor(reading, [{ field: fields[0], text: TEXT }]));
  await holds(TEXT);
  await tab.page.keyboard.press('ArrowUp');
  expect(await outcome).toEqual({ status: 'unconfirmed', reason: 'noteChangedSince' });
});

test('a second plan is refused while one is being carried out', async () => {
  const { reading, fields } = await note('prosemirror');
  const plans = [1, 2].map(() => planFor(reading, [{ field: fields[0], text: TEXT }]));
  expect(await Promise.all(plans.map((plan) => tab.insert(plan)))).toEqual([
    { status: 'exact' },
    { status: 'notInserted', reason: 'noteChangedSince' },
  ]);
  expect(await tab.model('#s')).toBe(`Before.\n\n${TEXT}`);
  const [, second = planFor(reading, [])] = plans;
  expect(await tab.insert(second)).toEqual({ status: 'exact' });
});

describe('a page that was given up', () => {
  test('is not written to', async () => {
    const { reading, fields } = await note('textarea');
    await tab.page.evaluate(() => program.giveUp());
    const outcome = await tab.insert(planFor(reading, [{ field: fields[0], text: TEXT }]));
    expect(outcome).toEqual({ status: 'notInserted', reason: 'pageUnreachable' });
    expect(await tab.model('#s')).toBe('Before.');
  });

  test('between two fields keeps the first, and says so', async () => {
    const { reading, fields } = await note('textarea');
    await tab.page.$eval('#s textarea', (area) => {
      area.addEventListener('input', () => program.giveUp(), { once: true });
    });
    const parts = fields.map((field) => ({ field, text: TEXT }));
    const outcome = await tab.insert(planFor(reading, parts));
    expect(outcome).toEqual({ status: 'changed', detail: 'partial' });
    expect([await tab.model('#s'), await tab.model('#p')]).toEqual([`Before.\n\n${TEXT}`, 'Plan.']);
  });
});

test('an undo that is refused half way says that it was done in part', async () => {
  const { reading, fields } = await note('textarea');
  const plan = planFor(
    reading,
    fields.map((field) => ({ field, text: TEXT })),
  );
  expect(await tab.insert(plan)).toEqual({ status: 'exact' });
  await tab.page.$eval('#p textarea', (area) => {
    area.addEventListener('blur', () => {
      const first = document.querySelector<HTMLTextAreaElement>('#s textarea');
      if (first !== null) first.value += ' Typed by the page.';
    });
  });
  expect(await tab.undo(plan)).toEqual({
    status: 'notRestored',
    reason: 'noteChangedSince',
    inPart: true,
  });
  expect(await tab.model('#p')).toBe('Plan.');
});
