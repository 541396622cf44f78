import type { Page } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import { person } from '#test/ehr/people.ts';
import { GROUP_APPOINTMENT, LEGACY_COUPLE_APPOINTMENT } from '#test/ehr/simplepractice/records.ts';
import { visitSimplePractice } from '#test/support/visit.ts';

const JORDAN = person('jordan-avery');
const RILEY = person('riley-chen');
const COUPLE_OVERVIEW = '/clients/8ad47f029e6bc135/overview';

function shownNames(page: Page): Promise<string[]> {
  return page.$$eval('h1.name', (headings) => headings.map((heading) => heading.textContent));
}

function overview(hash: string): string {
  return `/clients/${hash}/overview`;
}

describe('moving about SimplePractice', () => {
  test('while the header is held, the former client stays over the new client’s page', async () => {
    await visitSimplePractice({}, async ({ site, page, errors }) => {
      await page.goto(`${site.url}${overview(JORDAN.simplepractice.hash)}`);
      await page.waitForSelector('h1.name');

      site.gates.header.hold();
      await page.evaluate((path) => {
        const link = document.createElement('a');
        link.href = path;
        document.body.append(link);
        link.click();
      }, `/appointments/${RILEY.simplepractice.appointmentId}`);
      await site.gates.header.arrival();
      await page.waitForSelector('[aria-label="free-text-1"]');

      expect(new URL(page.url()).pathname).toBe(
        `/appointments/${RILEY.simplepractice.appointmentId}`,
      );
      expect(await shownNames(page)).toEqual(['Jordan Avery']);

      site.gates.header.release();
      await page.waitForFunction(
        () => document.querySelector('h1.name')?.textContent === 'Riley Chen',
      );
      expect(errors.all()).toEqual([]);
    });
  });

  test('while the body is held, the former editors stay under the new header', async () => {
    await visitSimplePractice({ headerDelayMs: 0 }, async ({ site, page }) => {
      await page.goto(`${site.url}/appointments/${JORDAN.simplepractice.appointmentId}`);
      const former = await page.waitForSelector('[aria-label="free-text-1"]');

      site.gates.body.hold();
      await page.click(`a[href="${overview(JORDAN.simplepractice.hash)}"]`);
      await site.gates.body.arrival();
      expect(await former?.evaluate((editor) => editor.isConnected)).toBe(true);

      site.gates.body.release();
      await page.waitForSelector('.timeline');
      expect(await former?.evaluate((editor) => editor.isConnected)).toBe(false);
    });
  });

  test('back and forward move without loading the page again', async () => {
    await visitSimplePractice({ headerDelayMs: 0 }, async ({ site, page }) => {
      await page.goto(`${site.url}/clients`);
      await page.waitForSelector('.client-list');
      await page.evaluate(() => document.body.setAttribute('data-same-load', ''));
      await page.click(`a[href="${overview(RILEY.simplepractice.hash)}"]`);
      await page.waitForSelector('h1.name');
      await page.goBack();
      await page.waitForSelector('.client-list');
      expect(await shownNames(page)).toEqual([]);
      await page.goForward();
      await page.waitForSelector('h1.name');
      expect(await shownNames(page)).toEqual(['Riley Chen']);
      expect(await page.$('body[data-same-load]')).not.toBeNull();
    });
  });

  test('generated ids never come back when a page is drawn again', async () => {
    await visitSimplePractice({ headerDelayMs: 0 }, async ({ site, page }) => {
      const formId = () =>
        page
          .waitForSelector('.progress-individual-note-container')
          .then((form) => form?.evaluate((element) => element.id));
      await page.goto(`${site.url}/appointments/${JORDAN.simplepractice.appointmentId}`);
      const first = await formId();
      await page.waitForSelector('h1.name');
      await page.click(`a[href="${overview(JORDAN.simplepractice.hash)}"]`);
      await page.waitForSelector('.timeline');
      await page.goBack();
      const second = await formId();
      expect(first).toMatch(/^ember\d+$/);
      expect(second).toMatch(/^ember\d+$/);
      expect(second).not.toBe(first);
    });
  });

  test('the calendar leads over a flyout without an editor to the note', async () => {
    await visitSimplePractice({}, async ({ site, page }) => {
      await page.goto(`${site.url}/`);
      const event = await page.waitForSelector('.fc-event[data-appt-title="Jordan Avery"] a');
      await event?.click();
      await page.waitForSelector('.appointment-flyout');
      expect(new URL(page.url()).pathname).toBe(
        `/calendar/appointments/${JORDAN.simplepractice.appointmentId}`,
      );
      expect(await page.$('[contenteditable]')).toBeNull();
      await page.click('.appointment-flyout button.button-link');
      await page.waitForSelector('[aria-label="free-text-1"]');
      expect(new URL(page.url()).pathname).toBe(
        `/appointments/${JORDAN.simplepractice.appointmentId}`,
      );
    });
  });

  test('an unknown path is answered with the application, not with 404', async () => {
    await visitSimplePractice({}, async ({ site, page }) => {
      const response = await page.goto(`${site.url}/no/such/page`);
      expect(response?.status()).toBe(200);
      expect(await page.waitForSelector('#app-root main')).not.toBeNull();
    });
  });

  test('a signed-out page leaves for the sign-in host', async () => {
    await visitSimplePractice({ headerDelayMs: 0 }, async ({ site, page }) => {
      await page.goto(`${site.url}/clients`);
      const client = await page.waitForSelector('.client-list a');
      site.state.signedOut = true;
      await client?.click();
      await page.waitForSelector('#submitBtn');
      expect(new URL(page.url()).host).toBe('account.simplepractice.com');
    });
  });
});

describe('who is on a SimplePractice page', () => {
  test.each([
    ['a legacy couple session', `/appointments/${LEGACY_COUPLE_APPOINTMENT}`, 2],
    ['a group', `/appointments/${GROUP_APPOINTMENT}`, 4],
    ['a couple record', COUPLE_OVERVIEW, 1],
  ])('%s', async (_case, path, people) => {
    await visitSimplePractice({ headerDelayMs: 0 }, async ({ site, page }) => {
      await page.goto(`${site.url}${path}`);
      await page.waitForSelector('h1.name');
      expect(await shownNames(page)).toHaveLength(people);
    });
  });

  test('a couple record has no birth date, a preferred name hides the legal one', async () => {
    await visitSimplePractice({ headerDelayMs: 0 }, async ({ site, page }) => {
      await page.goto(`${site.url}${COUPLE_OVERVIEW}`);
      const couple = await page.waitForSelector('.client-header');
      expect(await couple?.evaluate((header) => header.textContent)).not.toContain('DOB');

      await page.goto(`${site.url}${overview(person('kit-bauer').simplepractice.hash)}`);
      await page.waitForSelector('h1.name');
      expect(await shownNames(page)).toEqual(['Kit Bauer']);
      expect(await page.$eval('main', (main) => main.textContent)).toContain('Katharina Bauer');
    });
  });

  test.each([
    ['padded', 'DOB: 03/14/1991'],
    ['worded', 'DOB: Mar 14, 1991'],
    ['withAge', 'DOB: 03/14/1991 (35)'],
  ] as const)('birth dates written %s', async (birthDates, text) => {
    await visitSimplePractice({ headerDelayMs: 0, birthDates }, async ({ site, page }) => {
      await page.goto(`${site.url}${overview(JORDAN.simplepractice.hash)}`);
      const item = await page.waitForSelector('.client-header .item');
      expect(await item?.evaluate((element) => element.textContent)).toBe(text);
    });
  });
});
