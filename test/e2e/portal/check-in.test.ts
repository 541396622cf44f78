import { rmSync } from 'node:fs';
import { type Browser, type HTTPRequest, type Page, type Target, TargetType } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMeasure } from '#backend/care/send-measure.ts';
import type { RunningBackend } from '#backend/serve.ts';
import { addDays, type CalendarDate, instantOf } from '#shared/contracts/calendar.ts';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { violationsIn } from '#test/support/axe.ts';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { newDirectory, scopeOf } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { giveBirthDate } from '#test/support/phone.ts';

const EMAIL = 'dana@elm-street.example';
const PASSWORD = 'correct horse battery staple';
const BORN = '1991-03-14' as CalendarDate;

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
    birthDate: BORN,
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

/** Follows a link for the first time, and gives the birth date. */
async function follow(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await giveBirthDate(page, BORN);
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
    () => document.querySelector('#status')?.textContent?.startsWith('Not saved yet') ?? false,
  );
}

/** Waits until the screens are there by which answering goes on without a connection. */
async function hasTheRest(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/rest')),
  );
}

/** Takes the connection from the worker that stands between the pages and the network. */
async function cutOff(worker: Target): Promise<void> {
  const session = await worker.createCDPSession();
  await session.send('Network.enable');
  const none = { latency: 0, downloadThroughput: 0, uploadThroughput: 0 };
  await session.send('Network.emulateNetworkConditions', { offline: true, ...none });
}

/** Waits until the page says that everything is saved. */
async function saved(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('#status')?.textContent === 'Saved');
}

/** What was answered, as another phone reads it on the review. */
async function answersOn(link: string): Promise<readonly (string | null)[]> {
  const second = await aPhone();
  await follow(second, `${link}/review`);
  return second.$$eval('.given', (all) => all.map(({ textContent }) => textContent));
}

/** Does what half an hour without a touch does: the birth date has to be given again. */
async function losePass(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Network.clearBrowserCookies');
}

/** Answers in the server's place whenever the page sends an answer, until it is told not to. */
async function inThePlaceOfTheServer(page: Page) {
  let reply: { readonly status: number; readonly body: string } | null = null;
  page.on('request', (request) => {
    const isAnswer = request.method() === 'POST' && /\/q\/\d+$/.test(request.url());
    if (reply === null || !isAnswer) void request.continue();
    else if (reply.status === 0) void request.abort();
    else void request.respond({ ...reply, contentType: 'text/html' });
  });
  await page.setRequestInterception(true);
  return (next: typeof reply) => {
    reply = next;
  };
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
  // A phone shows a page that is too wide by making everything smaller: its own width tells.
  const screen = page.viewport()?.width ?? 0;
  const wider = (await page.evaluate(() => document.documentElement.scrollWidth)) - screen;
  return wider > 0 ? [...found, `wider by ${wider}`] : found;
}

describe('a client answers on a phone', () => {
  it('by one tap a question, leaving a single entry in the history', async () => {
    const page = await aPhone();
    await follow(page, await freshLink());
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
    await follow(page, await freshLink());
    const press = async (selector: string) => {
      await Promise.all([page.waitForNavigation(), page.click(selector)]);
    };
    await press('button.main');
    for (let item = 1; item <= 9; item += 1) await press('button[name="answer"][value="2"]');
    expect(page.url()).toMatch(/\/review$/);
    await press('button.main');
    expect(page.url()).toMatch(/\/done$/);
  });

  it('and is never told "saved" when the answer did not arrive, and goes on answering', async () => {
    const page = await aPhone();
    const link = await freshLink();
    await follow(page, link);
    await page.click('button.main');
    await at(page, '/q/1');
    await hasTheRest(page);
    await page.setOfflineMode(true);
    await page.click('button[name="answer"][value="3"]');
    await notSaved(page);
    await at(page, '/q/2');
    await page.click('button[name="answer"][value="2"]');
    await at(page, '/q/3');
    expect(await statusText(page)).toContain('Not saved yet');
    expect(await defects(page)).toEqual([]);
    await page.setOfflineMode(false);
    await saved(page);
    expect(await answersOn(link)).toEqual(['Nearly every day', 'More than half the days']);
  });

  it('and loses nothing of what waited when the birth date is asked again meanwhile', async () => {
    const page = await aPhone();
    const link = await freshLink();
    await follow(page, `${link}/q/1`);
    await hasTheRest(page);
    await page.setOfflineMode(true);
    for (const item of [1, 2, 3]) await choose(page, item, item, `/q/${item + 1}`);
    await losePass(page);
    await page.setOfflineMode(false);
    await page.waitForSelector('#born-day');
    await page.type('#born-day', '1');
    // What waits is not tried again over the date that somebody types.
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForNetworkIdle();
    expect(await page.$eval('#born-day', (field) => 'value' in field && field.value)).toBe('1');
    expect(await statusText(page)).not.toBe('Saved');
    await page.$eval('#born-day', (field) => field.closest('form')?.reset());
    await giveBirthDate(page, BORN);
    await saved(page);
    await at(page, '/q/4');
    expect(await answersOn(link)).toEqual([
      'Several days',
      'More than half the days',
      'Nearly every day',
    ]);
  });

  it('and loses nothing of what waited while the server, or what stands before it, fails', async () => {
    const page = await aPhone();
    const link = await freshLink();
    await follow(page, `${link}/q/1`);
    await hasTheRest(page);
    const replyWith = await inThePlaceOfTheServer(page);
    const failures = [
      { status: 0, body: '' },
      { status: 502, body: '<h1>Bad gateway</h1>' },
      { status: 503, body: '<main id="screen"><h1 id="heading">The server is busy</h1></main>' },
      { status: 200, body: '<h1>Welcome to our guest network</h1>' },
    ];
    for (const [index, failure] of failures.entries()) {
      const item = index + 1;
      replyWith(failure);
      await choose(page, item, index, `/q/${item + 1}`);
      await page.waitForNetworkIdle();
      expect(await statusText(page), String(failure.status)).toContain('Not saved yet');
      expect(page.url()).toBe(`${link}/q/${item + 1}`);
    }
    replyWith(null);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await saved(page);
    expect(await answersOn(link)).toEqual([
      'Not at all',
      'Several days',
      'More than half the days',
      'Nearly every day',
    ]);
  });

  it('and shows an answer that was refused, saves the rest, and never says "saved" of all', async () => {
    const page = await aPhone();
    const link = await freshLink();
    await follow(page, `${link}/q/1`);
    await hasTheRest(page);
    await page.setOfflineMode(true);
    await page.$eval('button[name="answer"][value="3"]', (button) =>
      button.setAttribute('value', '99'),
    );
    await choose(page, 1, 99, '/q/2');
    await choose(page, 2, 1, '/q/3');
    await page.setOfflineMode(false);
    await page.waitForSelector('.refused');
    await page.waitForNetworkIdle();
    expect(await page.$eval('.refused', ({ textContent }) => textContent)).toContain('question 1');
    expect(await statusText(page)).toBe('');
    expect(await answersOn(link)).toEqual(['Several days']);
  });

  it('and is not told "saved" when the birth date is asked in place of sending', async () => {
    const page = await aPhone();
    const link = await freshLink('gad7');
    await follow(page, `${link}/q/7`);
    await choose(page, 7, 1, '/review');
    await losePass(page);
    await page.click('button.main');
    await page.waitForSelector('#born-month');
    expect(await statusText(page)).toBe('');
    expect(await page.$eval('#screen', ({ textContent }) => textContent)).toContain(
      'Nothing was sent or changed yet.',
    );
    await giveBirthDate(page, BORN);
    await at(page, '/review');
  });

  it('and keeps every answer when the connection is gone until the end, then sends', async () => {
    const page = await aPhone();
    const link = await freshLink('gad7');
    await follow(page, `${link}/q/3`);
    await hasTheRest(page);
    await page.setOfflineMode(true);
    for (let item = 3; item <= 7; item += 1) await choose(page, item, 1, `/q/${item + 1}`);
    expect(await page.$eval('h1', ({ textContent }) => textContent)).toContain('wait for');
    await page.setOfflineMode(false);
    await at(page, '/review');
    expect(await page.$$eval('.given', (all) => all.length)).toBe(5);
    await page.click('button.main');
    await at(page, '/done');
  });

  it('and keeps the thanks on the screen when an answer comes late, after the sending', async () => {
    const page = await aPhone();
    const link = await freshLink();
    await follow(page, `${link}/q/1`);
    await choose(page, 1, 1, '/q/2');
    await page.goto(`${link}/q/1?from=review`);
    // What is under way while interception begins may be held for ever.
    await hasTheRest(page);
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
    await follow(page, `${await freshLink()}/q/9`);
    const helpIsOut = () =>
      page.$$eval('#screen .support a[href="tel:988"]', (links) =>
        links.some((link) => link.checkVisibility()),
      );
    await hasTheRest(page);
    await page.setOfflineMode(true);
    await page.click('button[name="answer"][value="0"]');
    await at(page, '/q/10');
    expect(await helpIsOut()).toBe(false);
    expect(await supportSaid(page)).toBe('');
    await page.click('nav a[href$="/q/9"]');
    await at(page, '/q/9');
    await page.click('button[name="answer"][value="1"]');
    await at(page, '/q/10');
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
    await follow(page, `${await freshLink(phone.instrumentId)}/q/${phone.item}`);
    await choose(page, phone.item, 1, phone.next);
    expect(await page.evaluate(helpInSight)).toBe(true);
    expect(await supportSaid(page)).toContain('Call or text 988');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('heading');
  });

  it('and reads help without a connection also where no page of the form can come', async () => {
    const page = await aPhone();
    const link = await freshLink();
    await follow(page, link);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    const context = page.browserContext();
    await cutOff(await context.waitForTarget((one) => one.type() === TargetType.SERVICE_WORKER));
    await page.goto(`${link}/q/1`);
    expect(await page.$eval('#screen', (screen) => screen.textContent)).toContain(
      'Call or text 988',
    );
    const kept = await page.evaluate(async () => {
      const addresses = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        addresses.push(...(await cache.keys()).map(({ url }) => new URL(url).pathname));
      }
      return addresses;
    });
    expect(kept).toHaveLength(3);
    expect(kept.join(' ')).not.toContain(new URL(link).pathname);
  });

  it('and reads everything when letters are twice as large', async () => {
    const page = await aPhone();
    const link = await freshLink();
    const enlarge = async (path: string) => {
      await page.goto(`${link}${path}`);
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await defects(page), path).toEqual([]);
    };
    await enlarge('');
    await follow(page, link);
    for (const path of ['', '/q/1', '/q/9', '/review']) await enlarge(path);
  });

  it('and can leave at once, with nothing to come back to', async () => {
    const page = await aPhone();
    await page.goto(`${backend.url.origin}/health`);
    await follow(page, await freshLink());
    await page.$eval('#leave', (link) => link.setAttribute('data-away', '/sign-in'));
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
      await giveBirthDate(page, BORN);
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
      await visit(`${link}/mine`);
      await page.type('#words', 'Sleep, and my sister');
      await Promise.all([page.waitForNavigation(), page.click('main button.main')]);
      await Promise.all([page.waitForNavigation(), page.click('form[action$="/show"] button')]);
      expect(await defects(page)).toEqual([]);
      await visit(`${link}/mine/copy`);
      await Promise.all([page.waitForNavigation(), page.click('footer form button')]);
      expect(await page.$eval('html', ({ lang }) => lang)).toBe('es');
      expect(await defects(page)).toEqual([]);
      await visit(`${backend.url.origin}/m/`);
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
