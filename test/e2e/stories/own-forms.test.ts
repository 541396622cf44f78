import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorScope } from '#backend/care/deps.ts';
import { sendOwnForm } from '#backend/care/send-own-form.ts';
import { addDays, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import { FormId } from '#shared/contracts/custom-form.ts';
import { CLINICIAN, PRACTICE } from '#test/demo/practice.ts';
import { person } from '#test/ehr/people.ts';
import { violationsIn } from '#test/support/axe.ts';
import { openTab } from '#test/support/browser.ts';
import { openPhone } from '#test/support/phone.ts';
import { type Stage, setStage } from './stage.ts';

const CLIENT = 'noor-haddad';
const TITLE = 'Evening card';
const NARROW = { width: 320, height: 700 };

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([CLIENT]);
  await stage.signIn();
});
afterAll(() => stage.close());

/** What axe finds wrong, and whether anything is wider than the screen. */
async function defects(page: Page): Promise<readonly unknown[]> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  return [...(await violationsIn(page.mainFrame())), ...(wide ? ['wider than the screen'] : [])];
}

async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

/** Signs in at the console, in a window as narrow as a phone. */
async function atConsole(): Promise<Page> {
  const page = await openTab(await stage.browser.createBrowserContext());
  await page.setViewport(NARROW);
  await page.goto(`${stage.backend.url.origin}/sign-in?to=forms`);
  await page.type('#email', CLINICIAN.email);
  await page.type('#password', CLINICIAN.password);
  await press(page, 'button.main');
  return page;
}

/** Composes a form from the diary card; the value is its id. */
async function composeForm(): Promise<FormId> {
  const page = await atConsole();
  expect(await defects(page)).toEqual([]);
  await press(page, 'a[href="/forms/new?from=diary-card"]');
  await page.$eval('[name="title"]', (field) => field.setAttribute('value', ''));
  await press(page, 'button.main');
  expect(await page.$eval('#title-problem', (note) => note.textContent)).toContain('a title');
  expect(await defects(page)).toEqual([]);
  await page.type('[name="title"]', TITLE);
  await press(page, '[value="remove-4"]');
  await press(page, 'button.main');
  expect(await page.$eval('main', (main) => main.innerText)).toContain('This is version 1.');
  expect(await defects(page)).toEqual([]);
  const formId = FormId.parse(new URL(page.url()).pathname.split('/').at(-1));
  await press(page, `a[href="/forms/${formId}/preview"]`);
  await press(page, 'main button.main');
  expect(await page.$eval('h1', (words) => words.textContent)).toContain('your mood');
  expect(await defects(page)).toEqual([]);
  await page.browserContext().close();
  return formId;
}

async function send(formId: FormId): Promise<string> {
  const { backend, practice } = stage;
  const clientId = practice.clients[CLIENT];
  if (clientId === undefined) throw new Error('the client is not in the practice');
  const scope = operatorScope(backend.care, practice.practiceId);
  const sent = await sendOwnForm(backend.care, scope, {
    clientId,
    formId,
    dueOn: addDays(dateInZone(scope.now, PRACTICE.timeZone), 3),
    expiresAt: instantOf(new Date(Date.parse(scope.now) + 86_400_000)),
  });
  if (!sent.ok) throw new Error(sent.refusal);
  return new URL(`/m/${sent.value.secret}`, backend.url).href;
}

/** Answers on a small phone, and looks at every kind of question. */
async function answerOnPhone(address: string): Promise<void> {
  const phone = await openPhone(stage.browser, address, { bornOn: person(CLIENT).birthDate });
  await phone.page.setViewport({ ...NARROW, isMobile: true, hasTouch: true });
  await phone.shows('nothing looks through your words');
  await phone.tap('Start');
  await phone.shows('Question 1 of 4');
  expect(await defects(phone.page)).toEqual([]);
  const sizes = await phone.page.$$eval('.points button', (all) =>
    all
      .map((one) => one.getBoundingClientRect())
      .map(({ width, height }) => Math.min(width, height)),
  );
  expect(sizes).toHaveLength(11);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  await phone.tap('7');
  await phone.shows('Question 2 of 4');
  await phone.tap('2');
  await phone.shows('Question 3 of 4');
  await phone.tap('6 to 7');
  await phone.shows('Question 4 of 4');
  await phone.tap('Back');
  await phone.shows('Question 3 of 4');
  expect(await phone.page.$eval('#status', ({ textContent }) => textContent)).toBe('');
  await phone.tap('6 to 7');
  await phone.shows('Question 4 of 4');
  await phone.page.type('#words', 'Walked home');
  await phone.shows('269 of 280 characters left.');
  expect(await defects(phone.page)).toEqual([]);
  await phone.tap('Back');
  await phone.shows('Question 3 of 4');
  await phone.tap('6 to 7');
  await phone.shows('Question 4 of 4');
  expect(await phone.page.$eval('textarea', ({ value }) => value)).toBe('Walked home');
  await phone.tap('Save and go on');
  await phone.shows('Look over your answers');
  await phone.shows('“Walked home”');
  expect(await defects(phone.page)).toEqual([]);
  await phone.tap('Send my answers');
  await phone.shows('Your answers are saved and sent.');
  await phone.page.browserContext().close();
}

describe('a clinician composes a diary card', () => {
  it('the client answers it on a phone, and the panel shows lines and words', async () => {
    await answerOnPhone(await send(await composeForm()));
    const panel = await stage.openChart(CLIENT);
    await panel.shows('No rule reads these words.');
    await panel.shows('“Walked home”');
    const text = await panel.text();
    expect(text).toMatch(/^Mood\b[\s\S]{0,40}7\s*\/\s*10/m);
    expect(text).toContain(`${TITLE}: 1 new answer, with words of their own`);
    expect(text).not.toContain('form:');
    const [panelOnly, update] = text.split('CLINICAL UPDATE');
    expect(panelOnly).toContain('Walked home');
    expect(update).toContain('"Mood" 7/10');
    expect(update).not.toContain('Walked home');
    expect(await violationsIn(await panel.frame())).toEqual([]);

    await panel.unfold('Add to record');
    await panel.press('Correct a response');
    await panel.pick('Response', TITLE);
    const frame = await panel.frame();
    const [mood] = await frame.$$('.answer-fields select');
    await mood?.select('3');
    await frame.$eval('.answer-fields textarea', (field) => field.scrollIntoView());
    expect(await violationsIn(frame)).toEqual([]);
    await panel.fill('Why it is corrected', 'Tapped beside it.');
    await panel.press('Compare before and after…');
    await panel.shows('Nothing is scored, and no rule reads it.');
    await panel.press('Save the correction');
    await panel.shows('corrected. Both versions stay on record.');
    await panel.shows('Added to this record (1)');
    expect(await panel.text()).toMatch(/^Mood\b[\s\S]{0,40}3\s*\/\s*10/m);
  });
});
