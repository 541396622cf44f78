import type { Page } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import { person } from '#test/ehr/people.ts';
import { PAST_APPOINTMENT } from '#test/ehr/simplepractice/records.ts';
import { eventually } from '#test/support/eventually.ts';
import { NOTE_TEXT } from '#test/support/note-text.ts';
import { visitSimplePractice } from '#test/support/visit.ts';

const APPOINTMENT = person('jordan-avery').simplepractice.appointmentId;
const PROGRESS = '.progress-individual-note-container';
const PSYCHOTHERAPY = '.psychotherapy-note-container';

function editor(section: string, question: number): string {
  return `${section} [aria-label="free-text-${question}"]`;
}

async function openNote(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/appointments/${APPOINTMENT}`);
  await page.waitForSelector(editor(PSYCHOTHERAPY, 1));
  // The header comes late and moves everything below it: nothing is clicked before.
  await page.waitForSelector('.header-outlet > *');
}

function insertText(page: Page, text: string): Promise<boolean> {
  return page.evaluate((inserted) => document.execCommand('insertText', false, inserted), text);
}

async function chooseTemplate(page: Page, name: string): Promise<void> {
  await page.click('.questionnaires-dropdown button.trigger');
  await page.locator(`.questionnaires-dropdown li ::-p-text(${name})`).click();
}

async function pressUndo(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
}

describe('writing a SimplePractice note', () => {
  test('what is typed into each editor reaches that editor’s model', async () => {
    const notes = { [APPOINTMENT]: { template: 'SOAP Note' } };
    await visitSimplePractice({ notes }, async ({ site, page, errors }) => {
      await openNote(page, site.url);
      for (const question of [1, 2, 3, 4]) {
        await page.type(editor(PROGRESS, question), `Typed ${question}`);
      }
      await page.type(editor(PSYCHOTHERAPY, 1), 'Private');
      const lines = () =>
        Object.entries(site.state.models[APPOINTMENT] ?? {}).map(([field, model]) => [
          field,
          model.lines,
        ]);
      await eventually(() =>
        expect(Object.fromEntries(lines())).toEqual({
          1: 'Typed 1',
          2: 'Typed 2',
          3: 'Typed 3',
          4: 'Typed 4',
          psychotherapy: 'Private',
        }),
      );
      expect(site.state.notes[APPOINTMENT]).toEqual({});
      expect(errors.all()).toEqual([]);
    });
  });

  test.each([false, true])(
    'inserted lines reach the model exactly, in one change, and one undo takes them back (Trusted Types: %s)',
    async (trustedTypes) => {
      const notes = { [APPOINTMENT]: { answers: { 1: 'What was there.' } } };
      await visitSimplePractice({ notes, trustedTypes }, async ({ site, page, errors }) => {
        const model = () => site.state.models[APPOINTMENT]?.['1'];
        await openNote(page, site.url);
        await page.focus(editor(PROGRESS, 1));
        await page.evaluate(() => getSelection()?.modify('move', 'forward', 'documentboundary'));
        await insertText(page, NOTE_TEXT);
        await eventually(() => expect(model()?.lines).toBe(`What was there.${NOTE_TEXT}`));
        expect(model()?.changes).toBe(1);

        await pressUndo(page);
        await eventually(() => expect(model()?.lines).toBe('What was there.'));
        expect(errors.all()).toEqual([]);
        expect(site.state.policyReports).toEqual([]);
      });
    },
  );

  test('choosing a template makes new editors with the same numbers', async () => {
    await visitSimplePractice({}, async ({ site, page }) => {
      await openNote(page, site.url);
      const former = await page.$(editor(PROGRESS, 1));
      for (const [name, count] of [
        ['SOAP Note', 4],
        ['DAP Note', 3],
        ['BIRP Note', 4],
        ['Simple Progress Note', 1],
      ] as const) {
        await chooseTemplate(page, name);
        await page.waitForFunction(
          (selector, wanted) => document.querySelectorAll(selector).length === wanted,
          {},
          `${PROGRESS} .ProseMirror.ProseMirror-content[contenteditable=true]`,
          count,
        );
      }
      expect(await former?.evaluate((element) => element.isConnected)).toBe(false);
    });
  });

  test('nothing is stored before Save; stored text has a blank line between paragraphs', async () => {
    await visitSimplePractice({}, async ({ site, page }) => {
      await openNote(page, site.url);
      expect(await page.$eval('.note-actions .primary', (save) => save.matches(':disabled'))).toBe(
        true,
      );
      await page.focus(editor(PROGRESS, 1));
      await insertText(page, 'One.\nTwo.');
      await page.waitForSelector('.note-actions .primary:enabled');
      expect(site.state.notes[APPOINTMENT]).toBeUndefined();
      await page.click('.note-actions .primary');
      await eventually(() =>
        expect(site.state.notes[APPOINTMENT]?.['1']).toMatchObject({
          text: 'One.\n\nTwo.',
          lines: 'One.\nTwo.',
        }),
      );
    });
  });

  test('with autosave the note is stored without a press of the button', async () => {
    await visitSimplePractice({ saving: 'autosave' }, async ({ site, page }) => {
      await openNote(page, site.url);
      await page.type(editor(PROGRESS, 1), 'Kept.');
      await eventually(() => expect(site.state.notes[APPOINTMENT]?.['1']?.text).toBe('Kept.'));
    });
  });

  test('plain text that looks like Markdown comes out as formatting', async () => {
    const notes = { [APPOINTMENT]: { answers: { 1: '# 3 of 4\n\n- one\n- two\n\n**strong**' } } };
    await visitSimplePractice({ notes, headerDelayMs: 0 }, async ({ site, page }) => {
      await page.goto(`${site.url}/clients/${person('jordan-avery').simplepractice.hash}/overview`);
      const body = await page.waitForSelector('.note-body');
      expect(await body?.evaluate((element) => element.innerHTML)).toBe(
        '<h1>3 of 4</h1><ul><li>one</li><li>two</li></ul><p><strong>strong</strong></p>',
      );
    });
  });

  test('signing and locking takes the editors away and leaves a line in the history', async () => {
    await visitSimplePractice({}, async ({ site, page }) => {
      await openNote(page, site.url);
      await page.type(editor(PROGRESS, 1), 'Final.');
      await page.locator('.note-actions ::-p-text(Sign and lock)').click();
      const note = await page.waitForSelector('.locked-note');
      expect(await note?.evaluate((element) => element.textContent)).toContain('Final.');
      expect(await page.$('[contenteditable]')).toBeNull();
      expect(await page.$eval('.documentation-history', (list) => list.textContent)).toContain(
        'Locked by',
      );
    });
  });

  test('last week’s note is locked from the start, and opens for those who may', async () => {
    await visitSimplePractice({}, async ({ site, page }) => {
      await page.goto(`${site.url}/appointments/${PAST_APPOINTMENT}`);
      await page.waitForSelector('.locked-note');
      expect(await page.$('[contenteditable]')).toBeNull();
      expect(await page.$('.locked-note button')).toBeNull();
    });
    await visitSimplePractice({ mayUnlock: true }, async ({ site, page }) => {
      await page.goto(`${site.url}/appointments/${PAST_APPOINTMENT}`);
      await (await page.waitForSelector('.locked-note button'))?.click();
      await page.waitForSelector(editor(PROGRESS, 4));
      expect(site.state.history[PAST_APPOINTMENT]?.at(-1)).toBe(
        'Unlocked by Robin Hale on Nov 20, 2026',
      );
    });
  });

  test('the last note can be loaded into this one', async () => {
    await visitSimplePractice({}, async ({ site, page }) => {
      await openNote(page, site.url);
      await page.locator('.note-tools ::-p-text(Load last note)').click();
      await eventually(() =>
        expect(site.state.models[APPOINTMENT]?.['1']?.text).toBe(
          'Reports sleeping better this week.',
        ),
      );
    });
  });
});
