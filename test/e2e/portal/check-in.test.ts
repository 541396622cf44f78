import { rmSync } from 'node:fs';
import type { Browser, HTTPRequest, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMeasure } from '#backend/care/send-measure.ts';
import type { RunningBackend } from '#backend/serve.ts';
import { addDays, type CalendarDate, instantOf } from '#shared/contracts/calendar.ts';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { violationsIn } from '#test/support/axe.ts';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { newDirectory, scopeOf } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';

const EMAIL = 'dana@elm-street.example';
const PASSWORD = 'correct horse battery staple';

let backend: RunningBackend;
let directory: string;
let browser: Browser;
let practiceId: PracticeId;
let clientId: ClientId;

beforeAll(async () => {
  directory = newDirectory();
  backend = await startLocalBackend(directory);
  browser = await launchBrowser({ hosts: {} });
  const { setup } = backend;
  practiceId = await setup.createPractice({ name: 'Elm Street', timeZone: 'America/Chicago' });
  const dana = { displayName: 'Dana Whitfield', role: 'clinician', email: EMAIL } as const;
  const staff = await setup.addStaff(practiceId, { ...dana, password: PASSWORD });
  if (!staff.ok) throw new Error(staff.refusal);
  const facts = {
    displayName: 'Jordan Avery',
    otherNames: [],
    birthDate: '1991-03-14' as CalendarDate,
    inCareSince: '2026-01-07' as CalendarDate,
  };
  clientId = await setup.addClient(practiceId, facts, [staff.value]);
});
afterAll(async () => {
  await browser.close();
  await backend.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** A link to a measure. */
async function freshLink(instrumentId = 'phq9'): Promise<string> {
  const now = backend.care.now();
  const sent = await sendMeasure(backend.care, scopeOf(practiceId, { now }), {
    clientId,
    instrumentId,
    dueOn: addDays(now.slice(0, 10) as CalendarDate, 3),
    expiresAt: instantOf(new Date(Date.parse(now) + 7 * 86_400_000)),
  });
  if (!sent.ok) throw new Error(sent.refusal);
  return `${backend.url.origin}/m/${sent.value.secret}`;
}

/** A phone's page in a browser profile of its own. */
async function aPhone(options: { dark?: boolean; script?: boolean } = {}): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await openTab(context);
  await page.setViewport({ width: 320, height: 640, hasTouch: true, isMobile: true });
  await page.setJavaScriptEnabled(options.script ?? true);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: options.dark === true ? 'dark' : 'light' },
  ]);
  return page;
}

/** Waits until the address ends like this and its screen stands. */
async function at(page: Page, ending: string): Promise<void> {
  await page.waitForFunction(
    (wanted: string) => location.pathname.endsWith(wanted) && document.querySelector('h1') !== null,
    {},
    ending,
  );
}

async function choose(page: Page, item: number, value: number, next: string): Promise<void> {
  await at(page, `/q/${item}`);
  await page.click(`button[name="answer"][value="${value}"]`);
  await at(page, next);
}

async function statusText(page: Page): Promise<string | undefined> {
  return page.$eval('#status', (status) => status.textContent ?? undefined);
}

/** What a screen reader is told of help; apart from what it is told of saving. */
async function supportSaid(page: Page): Promise<string | undefined> {
  return page.$eval('#support-status[role="status"]', (region) => region.textContent ?? undefined);
}

/** Waits until the page says that the answer is not saved. */
async function notSaved(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('#status')?.textContent?.startsWith("We can't say whether") ?? false,
  );
}

/** Keeps the next answer that the page sends on its way; the value is that request. */
function holdNextAnswer(page: Page): Promise<HTTPRequest> {
  const { promise, resolve } = Promise.withResolvers<HTTPRequest>();
  let holds = true;
  page.on('request', (request) => {
    const isAnswer = request.method() === 'POST' && /\/q\/\d+$/.test(request.url());
    if (holds && isAnswer) {
      holds = false;
      resolve(request);
    } else {
      void request.continue();
    }
  });
  return promise;
}

/** Whether the page has come to rest with the first words of help, and the first way to it, in sight. */
function helpInSight(): boolean {
  const first = ['.support h2', '.support h2 + p', '.support a[href="tel:988"]'];
  return first.every((selector) => {
    const place = document.querySelector(`#screen ${selector}`)?.getBoundingClientRect();
    return place !== undefined && place.top >= 0 && place.bottom <= innerHeight;
  });
}

/** What axe finds wrong, and by how much the page is wider than the phone. */
async function defects(page: Page): Promise<readonly string[]> {
  const found = await violationsIn(page.mainFrame());
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return wider > 0 ? [...found, `wider by ${wider}`] : found;
}

describe('a client answers on a phone', () => {
  it('by one tap a question, leaving a single entry in the history', async () => {
    const page = await aPhone();
    await page.goto(await freshLink());
    const entries = await page.evaluate(() => history.length);
    await page.click('button.main');
    for (let item = 1; item <= 8; item += 1) {
      await choose(page, item, 1, `/q/${item + 1}`);
      expect(await statusText(page)).toBe('Saved');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('heading');
    }
    await choose(page, 9, 1, '/review');
    expect(await page.$eval('.support h2', (heading) => heading.textContent)).toContain('Help');
    expect(await page.$eval('main', (screen) => screen.innerText)).toContain(
      'Your therapist can see your answer to question 9 even if you do not send.',
    );
    await page.click('button.main');
    await at(page, '/done');
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(await page.title()).toBe('Check-in');
  });

  it('the same way without a script', async () => {
    const page = await aPhone({ script: false });
    await page.goto(await freshLink());
    const press = async (selector: string) => {
      await Promise.all([page.waitForNavigation(), page.click(selector)]);
    };
    await press('button.main');
    for (let item = 1; item <= 9; item += 1) await press('button[name="answer"][value="2"]');
    expect(page.url()).toMatch(/\/review$/);
    await press('button.main');
    expect(page.url()).toMatch(/\/done$/);
  });

  it('and is never told "saved" when the answer did not arrive', async () => {
    const page = await aPhone();
    const link = await freshLink();
    await page.goto(link);
    await page.click('button.main');
    await at(page, '/q/1');
    await page.setOfflineMode(true);
    await page.click('button[name="answer"][value="3"]');
    await notSaved(page);
    expect(page.url()).toMatch(/\/q\/1$/);
    await page.setOfflineMode(false);
    await choose(page, 1, 3, '/q/2');
    expect(await statusText(page)).toBe('Saved');
  });

  it('and keeps the thanks on the screen when an answer comes late, after the sending', async () => {
    const page = await aPhone();
    const link = await freshLink();
    await page.goto(`${link}/q/1`);
    await choose(page, 1, 1, '/q/2');
    await page.goto(`${link}/q/1?from=review`);
    const held = holdNextAnswer(page);
    await page.setRequestInterception(true);
    await page.click('button[name="answer"][value="3"]');
    const answer = await held;
    await page.click('nav a[href$="/review"]');
    await at(page, '/review');
    await page.click('button.main');
    await at(page, '/done');
    const thanks = await page.$eval('#screen', (screen) => screen.textContent);
    const refused = page.waitForResponse((reply) => reply.status() === 404);
    await answer.continue();
    await refused;
    await page.waitForNetworkIdle();
    expect(await page.$eval('#screen', (screen) => screen.textContent)).toBe(thanks);
    expect(page.url()).toMatch(/\/done$/);
  });

  it('and finds help at the moment of a positive item 9, also without a network', async () => {
    const page = await aPhone();
    await page.goto(`${await freshLink()}/q/9`);
    const helpIsOut = () =>
      page.$$eval('#screen .support a[href="tel:988"]', (links) =>
        links.some((link) => link.checkVisibility()),
      );
    await page.setOfflineMode(true);
    await page.click('button[name="answer"][value="0"]');
    expect(await helpIsOut()).toBe(false);
    expect(await supportSaid(page)).toBe('');
    await notSaved(page);
    await page.click('button[name="answer"][value="1"]');
    expect(await helpIsOut()).toBe(true);
    await notSaved(page);
    expect(await helpIsOut()).toBe(true);
    expect(await supportSaid(page)).toBe(
      'Help is here right now. Call or text 988. It is free and open day and night.',
    );
    expect(await page.$eval('body', (body) => body.innerText)).not.toMatch(/\bSaved\b/);
    expect(await defects(page)).toEqual([]);
  });

  it.each([
    { instrumentId: 'asq', item: 1, next: '/q/2', width: 390, height: 844 },
    { instrumentId: 'asq', item: 1, next: '/q/2', width: 320, height: 568 },
    { instrumentId: 'phq9', item: 9, next: '/review', width: 390, height: 844 },
    { instrumentId: 'phq9', item: 9, next: '/review', width: 320, height: 568 },
  ])('and sees and hears help on the screen after the answer: %o', async (phone) => {
    const page = await aPhone();
    const { width, height } = phone;
    await page.setViewport({ width, height, hasTouch: true, isMobile: true });
    await page.goto(`${await freshLink(phone.instrumentId)}/q/${phone.item}`);
    await choose(page, phone.item, 1, phone.next);
    expect(await page.evaluate(helpInSight)).toBe(true);
    expect(await supportSaid(page)).toContain('Call or text 988');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('heading');
  });

  it('and can leave at once, with nothing to come back to', async () => {
    const page = await aPhone();
    await page.goto(`${backend.url.origin}/health`);
    await page.goto(await freshLink());
    await page.$eval('#leave', (link) => link.setAttribute('href', '/sign-in'));
    await page.click('#leave');
    await at(page, '/sign-in');
    await page.goBack();
    expect(page.url()).toMatch(/\/health$/);
  });
});

describe.each([{ dark: false }, { dark: true }])(
  'every page, dark $dark, on 320 pixels',
  (look) => {
    it('has nothing that axe finds wrong, and nothing beside the screen', async () => {
      const page = await aPhone(look);
      const link = await freshLink();
      const visit = async (path: string) => {
        await page.goto(path);
        expect(await defects(page), path.replace(link, '')).toEqual([]);
      };
      await visit(link);
      await page.click('button.main');
      await at(page, '/q/1');
      expect(await defects(page)).toEqual([]);
      await choose(page, 1, 2, '/q/2');
      await visit(`${link}/q/1?from=review`);
      await visit(`${link}/q/9`);
      await page.click('button[name="answer"][value="1"]');
      await at(page, '/review');
      expect(await defects(page)).toEqual([]);
      await page.click('button.main');
      await at(page, '/done');
      expect(await defects(page)).toEqual([]);
      await visit(`${link}/q/99`);
      await visit(`${backend.url.origin}/m/nothing`);
      await visit(`${backend.url.origin}/connect?user_code=BCDF-GHJK`);
      await page.type('#email', EMAIL);
      await page.type('#password', PASSWORD);
      await Promise.all([page.waitForNavigation(), page.click('button.main')]);
      expect(await defects(page)).toEqual([]);
      await visit(`${backend.url.origin}/connect`);
    });
  },
);
