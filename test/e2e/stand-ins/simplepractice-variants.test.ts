import { describe, expect, test } from 'vitest';
import { person } from '#test/ehr/people.ts';
import { visitSimplePractice } from '#test/support/visit.ts';

const APPOINTMENT = person('riley-chen').simplepractice.appointmentId;
const SOAP = { notes: { [APPOINTMENT]: { template: 'SOAP Note' } }, headerDelayMs: 0 };

describe('the versions of the SimplePractice appointment page', () => {
  test.each([
    ['classic', '.progress-individual-note-container'],
    ['updated', '.appointment-note-panel'],
  ] as const)('%s: same words and numbers, other classes', async (layout, form) => {
    await visitSimplePractice({ ...SOAP, layout }, async ({ site, page, errors }) => {
      await page.goto(`${site.url}/appointments/${APPOINTMENT}`);
      await page.waitForSelector(`${form} [aria-label="free-text-4"]`);
      await page.waitForSelector('.client-header');
      expect(await page.$eval('main h1', (heading) => heading.textContent)).toBe('Riley Chen');
      expect(
        await page.$$eval('main a', (links) => links.map((link) => link.getAttribute('href'))),
      ).toEqual([`/clients/${person('riley-chen').simplepractice.hash}/overview`]);
      expect(errors.all()).toEqual([]);
    });
  });

  test.each([
    ['label', 'label.spds-label'],
    ['heading', '.question > h3'],
    ['div', 'div.spds-label'],
  ] as const)('question text in a %s', async (questionText, selector) => {
    await visitSimplePractice({ ...SOAP, questionText }, async ({ site, page }) => {
      await page.goto(`${site.url}/appointments/${APPOINTMENT}`);
      await page.waitForSelector('[aria-label="free-text-4"]');
      expect(await page.$$eval(selector, (texts) => texts.map((text) => text.textContent))).toEqual(
        ['Subjective', 'Objective', 'Assessment', 'Plan', 'Psychotherapy note'],
      );
    });
  });

  test('the AI panel repeats the headings and can be typed into, yet is no note', async () => {
    await visitSimplePractice(SOAP, async ({ site, page }) => {
      await page.goto(`${site.url}/appointments/${APPOINTMENT}`);
      const panel = await page.waitForSelector('.ai-note-content');
      expect(
        await panel?.$$eval('h3.section-title', (titles) => titles.map((one) => one.textContent)),
      ).toEqual(['Subjective', 'Objective', 'Assessment', 'Plan', 'Progress Note']);
      expect(await panel?.$('.copy-area')).not.toBeNull();
      await page.type('.ai-draft', 'x');
      expect(await page.$eval('.note-actions .status', (status) => status.textContent)).toBe('');
    });
  });

  test('the AI panel opens from its button, or is not there', async () => {
    await visitSimplePractice({ ...SOAP, noteTaker: 'closed' }, async ({ site, page }) => {
      await page.goto(`${site.url}/appointments/${APPOINTMENT}`);
      await page.waitForSelector('.ai-note-content', { hidden: true });
      await page.locator('button.note-taker').click();
      await page.waitForSelector('.ai-note-content', { visible: true });
    });
    await visitSimplePractice({ ...SOAP, noteTaker: 'none' }, async ({ site, page }) => {
      await page.goto(`${site.url}/appointments/${APPOINTMENT}`);
      await page.waitForSelector('[aria-label="free-text-4"]');
      expect(await page.$('button.note-taker')).toBeNull();
    });
  });

  test('a psychotherapy note that only its section’s heading names', async () => {
    const options = { ...SOAP, psychotherapyQuestion: 'bare' } as const;
    await visitSimplePractice(options, async ({ site, page }) => {
      await page.goto(`${site.url}/appointments/${APPOINTMENT}`);
      const section = await page.waitForSelector('.psychotherapy-note-container');
      expect(await section?.$eval('h2', (heading) => heading.textContent)).toBe(
        'Psychotherapy note',
      );
      expect(await section?.$eval('label', (label) => label.textContent)).toBe('Note');
    });
  });
});
