import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from '#test/support/axe.ts';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { eventually } from '#test/support/eventually.ts';
import { BY_MAIL, BY_NOTHING, inventOutstanding, pauseOf } from '#test/support/sendings.ts';
import { unfoldAll } from '#test/support/unfold.ts';
import { buildGallery, type Gallery } from './gallery/build.ts';
import { SENDING_STATES } from './gallery/sending-states.ts';

let gallery: Gallery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await buildGallery('sending.tsx');
  browser = await launchBrowser({ hosts: {} });
  page = await openTab(browser);
});
afterAll(async () => {
  await browser.close();
  await gallery.remove();
});

async function show(state: string): Promise<void> {
  await page.setViewport({ width: 400, height: 1400 });
  await page.goto('about:blank');
  await page.goto(gallery.address(state));
  await page.waitForSelector('.sending, [role="alert"]');
}

const words = () => page.evaluate(() => document.body.innerText.replaceAll(/\s+/g, ' '));

const says = (expected: string) =>
  eventually(async () => expect(await words()).toContain(expected));

/** Presses a button by its words, as soon as it takes presses. */
function press(label: string): Promise<void> {
  return pressFound(`::-p-xpath(//button[normalize-space()="${label}"])`);
}

async function pressFound(selector: string): Promise<void> {
  const button = await page.waitForSelector(selector);
  await page.waitForFunction((one) => one?.getAttribute('aria-disabled') !== 'true', {}, button);
  await button?.click();
}

/** What the server was asked besides what is out. */
const asked = () =>
  page.evaluate(() =>
    (globalThis as unknown as { readonly asked: readonly string[] }).asked
      .filter((one) => !one.startsWith('plans.of'))
      .map((one) => one.split(' ')),
  );

async function fill(label: string, value: string): Promise<void> {
  const input = await page.waitForSelector(`::-p-aria([name="${label}"])`);
  await input?.evaluate((one) => {
    if (one instanceof HTMLInputElement) one.value = '';
  });
  await input?.type(value);
}

/** A live word or the poll has the brief read anew; so it stands with sending by then. */
const readAnew = (minute: number, part: Record<string, unknown> | null) =>
  page.evaluate(
    (asOf, now) =>
      (
        globalThis as unknown as {
          readonly readAnew: (asOf: string, part: Record<string, unknown> | null) => void;
        }
      ).readAnew(asOf, now),
    `2026-11-21T01:${String(minute).padStart(2, '0')}:00.000Z`,
    part,
  );

/** How often the server was asked what is out. */
const readings = () =>
  page.evaluate(
    () =>
      (globalThis as unknown as { readonly asked: readonly string[] }).asked.filter((one) =>
        one.startsWith('plans.of'),
      ).length,
  );

/** Folds the section, and waits for the event by which the panel learns that: it comes after the fact. */
const foldSending = () =>
  page.$eval(
    'details:has(.sending)',
    (section) =>
      new Promise<void>((resolve) => {
        section.addEventListener('toggle', () => resolve(), { once: true });
        section.querySelector('summary')?.click();
      }),
  );

/** Keeps a picture where somebody asks for them. */
async function picture(name: string): Promise<void> {
  const folder = process.env['THROUGHLINE_SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Everything that can be opened in the usual state, by the button that opens it. */
const FORMS = [
  'New plan…',
  'Change…',
  'Keep as a template…',
  'End…',
  'Change contact…',
  'Pause sending…',
];

async function readableByAll(name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    expect(await violationsIn(page.mainFrame()), scheme).toEqual([]);
    await picture(`sending-${name}-${scheme}`);
  }
  await page.setViewport({ width: 320, height: 1400 });
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
}

describe('every state of the sending screen', () => {
  it.each(Object.keys(SENDING_STATES))('%s: axe finds nothing, and it fits', async (state) => {
    await show(state);
    await unfoldAll(page);
    await readableByAll(state);
  });

  it.each(FORMS)('%s opened: axe finds nothing, and it fits', async (label) => {
    await show('usual');
    await press(label);
    await readableByAll(label.replaceAll(/\W/g, ''));
  });
});

describe('templates and appointments', () => {
  it('keeps a plan for the practice by a name, and takes one out', async () => {
    await show('away, with much to say');
    await press('Keep as a template…');
    await press('Keep it');
    await says('Enter a name of up to 60 characters.');
    await fill('Name', 'weekly');
    await press('Keep it');
    await unfoldAll(page);
    await pressFound('::-p-aria([name="Take out “Usual start”"])');
    await eventually(async () => expect(await templatesAsked()).toHaveLength(2));
    const [kept, left] = await templatesAsked();
    expect(kept?.map(({ name }) => name)).toContain('weekly');
    expect(left?.map(({ name }) => name)).not.toContain('Usual start');
  });

  it('tells a day that the clinician knows of, and no day that is over', async () => {
    await show('usual');
    await unfoldAll(page);
    await press('Add this day');
    await says('Choose today or a later day.');
    await page.$eval('input[type="date"]', (field) => {
      field.value = '2030-01-04';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press('Add this day');
    await says('An appointment on 4 Jan 2030.');
    const [[call, input] = []] = await asked();
    expect(call).toBe('appointments.tell');
    expect(JSON.parse(input ?? '')).toMatchObject({ days: ['2030-01-04'], by: 'person' });
  });
});

/** The templates that the server was asked to keep, each time all of them. */
async function templatesAsked(): Promise<readonly (readonly { readonly name: string }[])[]> {
  const calls = await asked();
  return calls
    .filter(([call]) => call === 'plans.putTemplates')
    .map(([, ...input]) => JSON.parse(input.join(' ')).templates);
}

describe('sending now', () => {
  it('sends what the plan sends by one press, and shows it among what is out', async () => {
    await show('usual');
    await press('Send PHQ-9 by e-mail');
    await says('Sent: PHQ-9.');
    await says('Out now, 1');
    const [[call, input] = []] = await asked();
    expect(call).toBe('plans.sendNow');
    expect(JSON.parse(input ?? '')).toMatchObject({ measureId: 'phq9', by: 'message' });
  });

  it('asks before it asks about the same days again, and sends one and the same', async () => {
    await show('usual');
    await page.select('select', 'gad7');
    await press('Send GAD-7 by e-mail');
    await says('Nothing was sent yet.');
    await press('Send it all the same');
    await says('Sent: GAD-7.');
    const ids = (await asked()).map(([, input]) => JSON.parse(input ?? '').administrationId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('asks anew, where what was read changed before it was meant', async () => {
    await show('usual');
    await page.select('select', 'gad7');
    await press('Send GAD-7 by e-mail');
    await says('Nothing was sent yet.');
    await readAnew(1, { contact: BY_NOTHING });
    await says('Make a link for GAD-7');
    expect(await words()).not.toContain('Send it all the same');
    expect(await asked()).toHaveLength(1);
  });

  it('gives a link once, and no message where the client agreed to none', async () => {
    await show('nothing yet');
    expect(await words()).not.toContain('by e-mail');
    await page.select('select', 'phq9');
    await press('Make a link for PHQ-9');
    const address = await page.waitForSelector('textarea.handed');
    expect(await address?.evaluate((one) => one.value)).toContain('/c/');
    await readableByAll('link');
  });

  it('sends nothing in a crisis, and says so', async () => {
    await show('in a crisis');
    expect(await words()).toContain('Nothing is sent, also not by hand');
    expect(await words()).not.toMatch(/Send PHQ-9|Make a link|Pause/);
    await press('Resume sending');
    await says('Sending goes on.');
  });
});

const out = (message: string) => ({ outstanding: [inventOutstanding({ message })] });

describe('what happens while it is open', () => {
  it('is read with each new brief, once, and moves what is out', async () => {
    await show('usual');
    await readAnew(1, out('waiting'));
    await says('the message waits to be sent');
    await readAnew(2, out('failed'));
    await says('the message could not be sent');
    await readAnew(2, out('failed'));
    await readAnew(3, out('sent'));
    await says('the message was sent');
    expect(await readings()).toBe(4);
  });

  it('is not asked for while nobody could see it', async () => {
    await show('usual');
    const before = await readings();
    await foldSending();
    await readAnew(1, { pause: pauseOf('crisis') });
    await page.click('details > summary');
    await says('Sending is paused.');
    expect(await readings()).toBe(before + 1);
  });

  it('leaves alone what is typed, also when it can’t be read, and says of when the rest is', async () => {
    await show('usual');
    await press('New plan…');
    await fill('Remind after, in days', '4');
    await readAnew(1, out('waiting'));
    await says('the message waits to be sent');
    await readAnew(2, null);
    await says('What is out now is not known.');
    await picture('sending-unread');
    await readAnew(3, {});
    await says('Out now, 2');
    expect(await words()).not.toContain('is not known');
    const typed = await page.waitForSelector('::-p-aria([name="Remind after, in days"])');
    expect(await typed?.evaluate((one) => (one as HTMLInputElement).value)).toBe('4');
  });

  it('takes the address from the way, and has whoever presses read it again', async () => {
    await show('usual');
    await readAnew(1, { contact: BY_NOTHING });
    await says('Make a link for PHQ-9');
    expect(await words()).not.toMatch(/by e-mail|null/);
  });

  it('is said above a contact that is being changed, which is not kept over it', async () => {
    await show('usual');
    await press('Change contact…');
    await readAnew(1, { contact: BY_NOTHING });
    await says('This was changed since you opened it. On record now: Nothing is written');
    await picture('sending-contact-changed');
    await press('Save contact');
    const [[call, input] = []] = await asked();
    expect(call).toBe('contacts.put');
    expect(JSON.parse(input ?? '')).toMatchObject({ seen: BY_MAIL });
  });

  it('says that links which went to an address given up are closed, and how a new one is made', async () => {
    await show('usual');
    await press('Change contact…');
    await pressFound('::-p-aria([name="Not at all"][role="radio"])');
    await press('Save contact');
    await says('Links sent before are closed; answers stay. “Send now” makes a new one.');
    await readAnew(1, {
      contact: BY_NOTHING,
      outstanding: [inventOutstanding({ message: 'closed' })],
    });
    await says('its link is closed, the client gave up that address: use “Send now”');
    await readableByAll('contact-given-up');
  });
});

describe('the plan', () => {
  it('is kept in a next version, once a cadence that asks often is meant', async () => {
    await show('usual');
    await press('Change…');
    await fill('Weeks between two', '1');
    await press('Save plan');
    await says('both would ask about the same days');
    await page.click('.record-form > .tick input');
    await press('Save plan');
    await says('The plan is saved.');
    const [[call, input] = []] = await asked();
    expect(call).toBe('plans.put');
    expect(JSON.parse(input ?? '')).toMatchObject({
      version: 3,
      oftenMeant: true,
      terms: { cadence: { weeks: 1, from: '2026-11-21' } },
    });
  });

  it('leads to the line that can’t be read', async () => {
    await show('usual');
    await press('New plan…');
    await fill('Remind after, in days', '9');
    await press('Save plan');
    await says('A reminder would come after it has closed.');
    expect(await asked()).toEqual([]);
  });
});
