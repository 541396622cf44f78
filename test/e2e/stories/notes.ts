import type { Page } from 'puppeteer';
import { person } from '#test/ehr/people.ts';
import type { SimplePractice } from '#test/ehr/simplepractice/server.ts';
import type { TherapyNotes } from '#test/ehr/therapynotes/server.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';

/** A rich text of a note in SimplePractice, as its editor's model has it on the server's side. */
export interface ServedText {
  /** One line per block; empty when the editor was not drawn yet. */
  lines(): string;
  /** How often its document has changed since it was drawn. */
  changes(): number;
  /** Its document, for comparing all of it. */
  document(): unknown;
}

/** A text of the note of a client's appointment. `field`: the question's number or `psychotherapy`. */
export function servedText(
  { state }: SimplePractice,
  appointmentId: string,
  field = '1',
): ServedText {
  const model = () => state.models[appointmentId]?.[field];
  return {
    lines: () => model()?.lines ?? '',
    changes: () => model()?.changes ?? 0,
    document: () => model()?.doc ?? null,
  };
}

/** The appointment of a client today. */
export function appointmentOf(key: string): string {
  return person(key).simplepractice.appointmentId;
}

/** Waits until everything that the page had to tell its server has arrived. */
export async function allReported(page: Page): Promise<void> {
  await page.waitForNetworkIdle({ idleTime: 100 });
}

/** A part of an Update as the panel shows it: the field's label, and what goes into that field. */
export interface ShownPart {
  readonly label: string;
  readonly text: string;
}

/** The Update that is shown, where each part goes to a field of its own. */
export async function shownParts(panel: PanelDriver): Promise<readonly ShownPart[]> {
  const frame = await panel.frame();
  return frame.$$eval('.preview.parts > div', (all) =>
    all.map((part) => ({
      label: part.querySelector('dt')?.textContent ?? '',
      text: part.querySelector('dd')?.textContent ?? '',
    })),
  );
}

/** All changes of all editors of all notes that are open in SimplePractice. */
export function allChanges({ state }: SimplePractice): number {
  return Object.values(state.models)
    .flatMap((note) => Object.values(note))
    .reduce((sum, { changes }) => sum + changes, 0);
}

/** A text without its times of day: a minute may pass between what is read and what is pressed. */
export function untimed(text: string): string {
  return text.replaceAll(/, \d{1,2}:\d{2} [ap]m/g, '');
}

/** The HTML of a rich text in TherapyNotes that was saved last, by itself or by hand. */
export function savedText({ state }: TherapyNotes, noteId: string, element: string): string {
  const last = state.snapshots.findLast((snapshot) => snapshot.noteId === noteId);
  return (last ?? state.notes[noteId])?.elements[element] ?? '';
}

/** Lines as the model of an editor of TherapyNotes gives them. */
export function htmlOf(lines: string): string {
  const escaped = lines.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('');
}

/** Follows a link of the application itself: the address changes, the page is not loaded anew. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((target) => {
    const link = document.createElement('a');
    link.href = target;
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
}

/** Writes at the end of a note's text by the keyboard, and waits until the server knows of it. */
export async function writeAtEnd(
  page: Page,
  words: string,
  { selector = '.ProseMirror', arrived }: { selector?: string; arrived: () => boolean },
): Promise<void> {
  await page.click(selector);
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
  await frameAfterNext(page);
  await page.keyboard.type(words);
  await until('what was typed is known to the server', arrived);
}

/** Editors hear with the next frame that the caret has moved: Enter before it would split the text there. */
async function frameAfterNext(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}
