import type { Page } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import { PEOPLE, person } from '#test/ehr/people.ts';
import { visitTherapyNotes } from '#test/support/visit.ts';

const JORDAN = person('jordan-avery');
const CHART = `/app/patients/edit/${JORDAN.therapynotes.token}/`;

async function search(page: Page, text: string): Promise<void> {
  await page.type('#ctl00_BodyContent_TextBoxSearch', text);
  await Promise.all([page.waitForNavigation(), page.click('#ctl00_BodyContent_ButtonSearch')]);
}

function listed(page: Page): Promise<string[]> {
  return page.$$eval('[data-testid=patient-search-patient-link]', (links) =>
    links.map((link) => link.textContent),
  );
}

describe('moving about TherapyNotes', () => {
  test('searching and paging post the page back to itself', async () => {
    await visitTherapyNotes({}, async ({ site, page, errors }) => {
      await page.goto(`${site.url}/app/patients/`);
      expect(await page.$('#__VIEWSTATE[type=hidden]')).not.toBeNull();
      const first = await listed(page);
      const second = await page.$('button[name="ctl00$BodyContent$Pager"][value="2"]');
      await Promise.all([page.waitForNavigation(), second?.click()]);
      expect([...first, ...(await listed(page))]).toHaveLength(PEOPLE.length);

      await search(page, 'alex morgan');
      expect(await listed(page)).toEqual(['Alex Morgan', 'Alex Morgan']);
      expect(
        await page.$$eval('[data-testid=patient-search-dob-link]', (links) =>
          links.map((link) => link.textContent),
        ),
      ).toEqual(['5/21/1988', '11/30/1996']);
      expect(
        await page.$$eval('#PatientSearchTableList tbody tr', (rows) =>
          rows.map((row) => row.className),
        ),
      ).toEqual(['Row', 'AlternateRow']);
      expect(site.state.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
      expect(errors.all()).toEqual([]);
    });
  });

  test('a chart shows name and birth date at once, in header and form, and one id twice', async () => {
    await visitTherapyNotes({}, async ({ site, page }) => {
      await page.goto(`${site.url}${CHART}`);
      const texts = (selector: string) =>
        page.$$eval(selector, (elements) => elements.map((element) => element.textContent));
      expect(
        await texts("span[data-testid='patientheaderview-patientname-container'] span"),
      ).toEqual(['Jordan Avery']);
      expect(await texts("span[data-testid='patientheaderview-dob-container']")).toEqual([
        '3/14/1991',
      ]);
      expect(await texts('div#PatientInformation__PatientName')).toEqual(['Jordan Avery']);
      expect(await texts('span#PatientInformation__DOBElem')).toEqual(['3/14/1991']);
      expect(await texts('[id="PatientInformation__MobilePhoneElem"]')).toHaveLength(2);
    });
  });

  test('while a tab is held, the URL names it and the former content stays', async () => {
    await visitTherapyNotes({ tabDelayMs: 0 }, async ({ site, page }) => {
      await page.goto(`${site.url}${CHART}`);
      site.gates.tab.hold();
      await page.click("a[data-tab-id='Documents']");
      await site.gates.tab.arrival();
      expect(new URL(page.url()).hash).toBe('#tab=Documents');
      expect(await page.$('#PatientInformation__PatientName')).not.toBeNull();
      expect(await page.$('#DocumentsTable')).toBeNull();

      site.gates.tab.release();
      await page.waitForSelector('#DocumentsTable');
      expect(await page.$('#PatientInformation__PatientName')).toBeNull();
    });
  });

  test('a fresh session’s link to a chart leads to the list first', async () => {
    await visitTherapyNotes({ freshSession: true }, async ({ site, page }) => {
      await page.goto(`${site.url}${CHART}`);
      expect(new URL(page.url()).pathname).toBe('/app/patients/');
      await page.goto(`${site.url}${CHART}`);
      expect(new URL(page.url()).pathname).toBe(CHART);
    });
  });

  test('names come as the EHR has them', async () => {
    await visitTherapyNotes({}, async ({ site, page }) => {
      await page.goto(`${site.url}/app/patients/`);
      await search(page, 'okafor, daniel e');
      expect(await listed(page)).toEqual(['Okafor, Daniel Emeka']);
    });
  });

  test('an appointment names the patient to assistive technology and leads to the chart', async () => {
    await visitTherapyNotes({}, async ({ site, page }) => {
      await page.goto(`${site.url}/app/scheduling/`);
      expect(await page.$('.calendar-daybubble[aria-label*="for Sam Rivera COUPLES."]')).not.toBe(
        null,
      );
      await page.click('.calendar-daybubble[aria-label*="for Jordan Avery."]');
      const link = await page.waitForSelector('[role=dialog] a[href*="/app/patients/edit/"]');
      await Promise.all([page.waitForNavigation(), link?.click()]);
      expect(new URL(page.url()).pathname).toBe(CHART);
    });
  });
});

describe('signing in to TherapyNotes', () => {
  test('without a session every page of the application leads to the sign-in page', async () => {
    await visitTherapyNotes({ signedOut: true }, async ({ site, page }) => {
      await page.goto(`${site.url}/`);
      expect(await page.$('#Login')).toBeNull();
      await page.goto(`${site.url}${CHART}`);
      expect(new URL(page.url()).pathname).toBe('/app/login/');
      await page.type('#PracticeCode', 'HALE');
      await page.click('#Continue__ContinueButton');
      await page.type('#Login__UsernameField', 'robin');
      await page.type('#Login__Password', 'anything');
      await page.click('#Login__LogInButton');
      await page.waitForSelector('[data-testid=home-welcome-header]');
      expect(new URL(page.url()).pathname).toBe('/app/login/');
    });
  });

  test('a session that ends turns the living page into the sign-in page', async () => {
    await visitTherapyNotes({ tabDelayMs: 0 }, async ({ site, page }) => {
      await page.goto(`${site.url}${CHART}`);
      await page.evaluate(() => document.body.setAttribute('data-same-load', ''));
      site.state.signedOut = true;
      await page.click("a[data-tab-id='Documents']");
      await page.waitForSelector('#PracticeCode');
      expect(new URL(page.url()).pathname).toBe('/app/login/');
      expect(await page.$('body[data-same-load]')).not.toBeNull();
      expect(await page.$('.patient-header')).toBeNull();
    });
  });
});
