import type { ElementHandle, Page } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import { person } from '#test/ehr/people.ts';
import { psychotherapyNoteId, signedNoteId } from '#test/ehr/therapynotes/records.ts';
import { autosaved } from '#test/ehr/therapynotes/state.ts';
import { eventually } from '#test/support/eventually.ts';
import { NOTE_TEXT } from '#test/support/note-text.ts';
import { visitTherapyNotes } from '#test/support/visit.ts';

const JORDAN = person('jordan-avery');
const NOTE = JORDAN.therapynotes.noteId;
const NOTE_HTML =
  '<p>First line of the note.</p><p>Second "line" with &amp; and &lt;angle&gt;.</p><p></p><p>Third after a blank line.</p>';

/** The editor beside the hidden twin of a form element, in an open shadow root or not. */
async function richText(page: Page, element: string): Promise<ElementHandle | null> {
  const holder = `#RichTextbox_${element} + .rich-text`;
  return page.waitForSelector(
    `${holder} [contenteditable=true], ${holder} psy-rich-text >>> [contenteditable=true]`,
  );
}

function insertText(page: Page, text: string): Promise<boolean> {
  return page.evaluate((inserted) => document.execCommand('insertText', false, inserted), text);
}

describe('writing a TherapyNotes note', () => {
  test('what is typed into each rich text is autosaved from its model, and not saved', async () => {
    await visitTherapyNotes({}, async ({ site, page, errors }) => {
      await page.goto(`${site.url}/app/notes/edit/${NOTE}/`);
      for (const element of ['13000', '13001', '13002', '13003']) {
        await (await richText(page, element))?.type(`Typed ${element}`);
      }
      await eventually(() =>
        expect(site.state.snapshots.at(-1)).toEqual({
          noteId: NOTE,
          elements: {
            SessionSummary: '<p></p>',
            13000: '<p>Typed 13000</p>',
            13001: '<p>Typed 13001</p>',
            13002: '<p>Typed 13002</p>',
            13003: '<p>Typed 13003</p>',
          },
        }),
      );
      expect(site.state.notes[NOTE]?.elements).toEqual({});
      expect(errors.all()).toEqual([]);

      await page.click('#SaveNote');
      await eventually(() =>
        expect(site.state.notes[NOTE]?.elements['13003']).toBe('<p>Typed 13003</p>'),
      );
    });
  });

  test.each([
    ['tiptap', false],
    ['tiptap', true],
    ['shadow', false],
  ] as const)(
    'inserted lines reach the model exactly and one undo takes them back (%s, Trusted Types: %s)',
    async (editor, trustedTypes) => {
      const notes = { [NOTE]: { elements: { 13000: '<p>What was there.</p><p></p>' } } };
      const options = { editor, trustedTypes, notes };
      await visitTherapyNotes(options, async ({ site, page, errors }) => {
        const model = () => autosaved(site.state, NOTE, '13000');
        await page.goto(`${site.url}/app/notes/edit/${NOTE}/`);
        await (await richText(page, '13000'))?.focus();
        await page.keyboard.down('Control');
        await page.keyboard.press('End');
        await page.keyboard.up('Control');
        await insertText(page, NOTE_TEXT);
        await eventually(() => expect(model()).toBe(`<p>What was there.</p>${NOTE_HTML}`));

        await page.keyboard.down('Control');
        await page.keyboard.press('z');
        await page.keyboard.up('Control');
        await eventually(() => expect(model()).toBe('<p>What was there.</p><p></p>'));
        expect(errors.all()).toEqual([]);
      });
    },
  );

  test('in the plain variants the text arrives too', async () => {
    await visitTherapyNotes({ editor: 'textarea' }, async ({ site, page }) => {
      await page.goto(`${site.url}/app/notes/edit/${NOTE}/`);
      await page.focus('#RichTextbox_13000');
      await insertText(page, NOTE_TEXT);
      await eventually(() => expect(autosaved(site.state, NOTE, '13000')).toBe(NOTE_TEXT));
    });
    await visitTherapyNotes({ editor: 'contenteditable' }, async ({ site, page }) => {
      await page.goto(`${site.url}/app/notes/edit/${NOTE}/`);
      await (await richText(page, '13000'))?.type('Plain.');
      await eventually(() => expect(autosaved(site.state, NOTE, '13000')).toBe('Plain.'));
    });
  });

  test.each([
    [
      'classic',
      [
        'Medications',
        'Symptom Description and Subjective Report',
        'Objective Content',
        'Additional Notes / Assessment',
        'Plan',
      ],
    ],
    ['soap', ['Subjective', 'Objective', 'Assessment', 'Plan']],
    ['dap', ['Data', 'Assessment', 'Plan']],
    ['birp', ['Behavior', 'Intervention', 'Response', 'Plan']],
  ] as const)('the %s format has headings that point at hidden twins', async (template, labels) => {
    await visitTherapyNotes({ template }, async ({ site, page }) => {
      await page.goto(`${site.url}/app/notes/edit/${NOTE}/`);
      await richText(page, '13003');
      const headings = await page.$$eval('h2[for^="RichTextbox_"]', (elements) =>
        elements.map((element) => {
          const twin = document.querySelector(`#${element.getAttribute('for')}`);
          return [element.textContent, twin instanceof HTMLTextAreaElement && twin.hidden];
        }),
      );
      expect(headings).toEqual(labels.map((label) => [label, true]));
    });
  });

  test('a note opens in place on the chart when that is where it lives', async () => {
    await visitTherapyNotes({ noteLocation: 'chart', tabDelayMs: 0 }, async ({ site, page }) => {
      const chart = `/app/patients/edit/${JORDAN.therapynotes.token}/`;
      await page.goto(`${site.url}${chart}#tab=Documents`);
      const link = await page.waitForSelector(`a[data-note-id="${NOTE}"]`);
      await link?.click();
      await (await richText(page, '13000'))?.type('In place.');
      expect(new URL(page.url()).pathname).toBe(chart);
      await eventually(() => expect(autosaved(site.state, NOTE, '13000')).toBe('<p>In place.</p>'));
    });
  });

  test('the path of the note page and the look of its header can be others', async () => {
    const options = { notePath: '/app/patients/note/{noteId}/', noteHeader: 'plain' } as const;
    await visitTherapyNotes(options, async ({ site, page }) => {
      await page.goto(`${site.url}/app/patients/note/${NOTE}/`);
      await richText(page, '13000');
      expect(await page.$eval('.patient-name', (name) => name.textContent)).toBe('Jordan Avery');
      expect(await page.$('main a[href*="/app/patients/edit/"]')).toBeNull();
      expect(await page.$('[data-testid^=patientheaderview]')).toBeNull();
    });
  });

  test('Create Note makes a new draft and opens it', async () => {
    await visitTherapyNotes({ tabDelayMs: 0 }, async ({ site, page }) => {
      await page.goto(`${site.url}/app/patients/edit/${JORDAN.therapynotes.token}/#tab=Documents`);
      const create = await page.waitForSelector('[data-create=progress]');
      await Promise.all([page.waitForNavigation(), create?.click()]);
      await richText(page, '13000');
      const id = /\/app\/notes\/edit\/(\d+)\/$/.exec(page.url())?.[1] ?? '';
      expect(site.state.notes[id]).toMatchObject({ token: JORDAN.therapynotes.token });
    });
  });
});

describe('notes that are not written into', () => {
  test('a psychotherapy note has one field, “Note Content”', async () => {
    await visitTherapyNotes({}, async ({ site, page }) => {
      await page.goto(`${site.url}/app/notes/edit/${psychotherapyNoteId(JORDAN)}/`);
      await richText(page, '12000');
      expect(await page.$eval('.note-title', (title) => title.textContent)).toBe(
        'Psychotherapy Note',
      );
      expect(await page.$$eval('h2[for]', (all) => all.map((one) => one.textContent))).toEqual([
        'Note Content',
      ]);
    });
  });

  test('a signed note is text without editors', async () => {
    await visitTherapyNotes({}, async ({ site, page }) => {
      await page.goto(`${site.url}/app/notes/edit/${signedNoteId(JORDAN)}/`);
      expect(await page.$eval('.NoteView', (view) => view.textContent)).toContain('Signed by');
      expect(await page.$('[contenteditable], textarea, h2[for]')).toBeNull();
    });
  });

  test('signing turns a draft into a signed note', async () => {
    await visitTherapyNotes({}, async ({ site, page }) => {
      await page.goto(`${site.url}/app/notes/edit/${NOTE}/`);
      await (await richText(page, '13000'))?.type('Final.');
      await page.click('#SignNote');
      await page.click('#SaveNote');
      const view = await page.waitForSelector('.NoteView');
      expect(await view?.evaluate((element) => element.textContent)).toContain('Final.');
      expect(site.state.notes[NOTE]?.status).toBe('signed');
    });
  });

  test('the other partner is named in the note’s header, and can be added there', async () => {
    await visitTherapyNotes({}, async ({ site, page }) => {
      await page.goto(`${site.url}/app/notes/edit/${person('sam-rivera').therapynotes.noteId}/`);
      expect(await page.$eval('#NoteHeader__OtherAttendees', (line) => line.textContent)).toBe(
        'Dana Rivera',
      );
      await page.goto(`${site.url}/app/notes/edit/${NOTE}/`);
      expect(await page.$('#NoteHeader__OtherAttendees')).toBeNull();
      await page.click('#NoteHeader__Edit');
      await page.select('#NoteHeader__ParticipantsSelect', 'Client and Others');
      await page.type('#NoteHeader__OtherAttendeesInput', 'A neighbour');
      await page.click('#NoteHeader__Update');
      await page.waitForSelector('#NoteHeader__OtherAttendees');
      expect(site.state.notes[NOTE]).toMatchObject({
        participants: 'Client and Others',
        otherAttendees: 'A neighbour',
      });
    });
  });
});

describe('what looks like a section and is none', () => {
  test('headings, labels and columns of other parts use the sections’ words', async () => {
    await visitTherapyNotes({}, async ({ site, page }) => {
      await page.goto(`${site.url}/app/notes/edit/${NOTE}/`);
      const words = await page.$eval('.note', (note) => note.textContent);
      for (const decoy of [
        'Risk Assessment',
        'Patient denies all areas of risk',
        'Treatment Plan Progress',
        'Objective 1:',
        'Interview behavior',
        'Session Summary',
        'Diagnosis',
      ]) {
        expect(words).toContain(decoy);
      }
      expect(await page.$('.RiskAssessment input[aria-label="Plan"]')).not.toBeNull();
    });
  });

  test('a mental-status box covers what is below with suggestions until Escape', async () => {
    await visitTherapyNotes({}, async ({ site, page }) => {
      await page.goto(`${site.url}/app/notes/edit/${NOTE}/`);
      await page.focus('#MentalStatus_1');
      await page.waitForSelector('.ContentBubble.IncrementalSearch');
      await page.keyboard.press('Escape');
      expect(await page.$('.ContentBubble')).toBeNull();
    });
  });
});
