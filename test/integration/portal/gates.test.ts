import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import {
  aClient,
  aLink,
  aPractice,
  aStaffMember,
  openPage,
  submitForm,
} from '#test/support/practice.ts';

let backend: TestBackend;
let practiceId: PracticeId;
let clientId: ClientId;

beforeAll(async () => {
  backend = await startTestBackend();
  practiceId = await aPractice(backend);
  const clinician = await aStaffMember(backend, practiceId);
  clientId = await aClient(backend, practiceId, clinician);
});
afterAll(() => backend.close());

async function freshLink(instrumentId: string): Promise<string> {
  return aLink(backend, practiceId, clientId, instrumentId);
}

/** Answers a question and follows to the screen that comes next; its path below the link. */
async function answered(link: string, item: number, answer: string): Promise<string> {
  let reply = await submitForm(backend, `${link}/q/${item}`, { answer });
  let path = '';
  while (reply.status === 303) {
    path = reply.headers.get('location') ?? '';
    reply = await openPage(backend, path);
  }
  return path.replace(link, '');
}

describe('a question behind another', () => {
  it('is passed over when the answer before did not open it', async () => {
    const link = await freshLink('cssrs_screener');
    expect(await answered(link, 1, '0')).toBe('/q/2');
    expect(await answered(link, 2, '0')).toBe('/q/6');
    expect(await answered(link, 6, '0')).toBe('/review');
    const review = await (await openPage(backend, `${link}/review`)).text();
    expect(review).not.toContain('how you might do this');
    expect(review).toContain('All are saved.');
  });

  it('is asked when it did, and the way back leads to it', async () => {
    const link = await freshLink('cssrs_screener');
    expect(await answered(link, 2, '1')).toBe('/q/3');
    expect(await answered(link, 6, '1')).toBe('/q/7');
    const page = await (await openPage(backend, `${link}/q/7`)).text();
    expect(page).toContain(`href="${link}/q/6"`);
    expect(page).not.toContain('In the past month:');
  });

  it('brings help on the screen that follows, however far that is', async () => {
    const link = await freshLink('cssrs_screener');
    await submitForm(backend, `${link}/q/1`, { answer: '1' });
    expect(await answered(link, 2, '0')).toBe('/q/6');
    await submitForm(backend, `${link}/q/2`, { answer: '1' });
    const next = await (await openPage(backend, `${link}/q/3`)).text();
    expect(next).toContain('Help is here right now');
  });

  it('ends a form whose gate was answered with no', async () => {
    const link = await freshLink('pcptsd5');
    expect(await answered(link, 1, '0')).toBe('/review');
    const review = await (await openPage(backend, `${link}/review`)).text();
    expect(review).toContain('<span class="asked" lang="en">Sometimes things happen');
    const sent = await submitForm(backend, `${link}/submit`, {});
    expect(sent.headers.get('location')).toBe(`${link}/done`);
  });

  it('is numbered as its form prints it', async () => {
    const link = await freshLink('pcptsd5');
    expect(await answered(link, 1, '1')).toBe('/q/2');
    const review = await (await openPage(backend, `${link}/review`)).text();
    expect(review).toContain('<span class="asked" lang="en">1. had nightmares');
    expect(review).toContain('5 questions have no answer');
  });
});

describe('answers of an item’s own', () => {
  it('can be given, "does not apply" among them', async () => {
    const link = await freshLink('phq15');
    const asked = await (await openPage(backend, `${link}/q/4`)).text();
    expect(asked).toContain('Does not apply');
    expect(await answered(link, 4, '-1')).toBe('/q/5');
    const review = await (await openPage(backend, `${link}/review`)).text();
    expect(review).toContain('<span class="given" lang="en">Does not apply</span>');
  });

  it('can’t be given to another item', async () => {
    const link = await freshLink('phq15');
    const refused = await submitForm(backend, `${link}/q/5`, { answer: '-1' });
    expect(refused.status).toBe(422);
  });

  it('stand under the words of their own block', async () => {
    const link = await freshLink('rand36');
    const page = await (await openPage(backend, `${link}/q/13`)).text();
    expect(page).toContain('as a result of your physical health?');
    expect(page).not.toContain('A good bit of the time');
    const next = await (await openPage(backend, `${link}/q/23`)).text();
    expect(next).toContain('A good bit of the time');
  });
});

describe('a measure that may not be sent', () => {
  it.each([
    ['core10', 'practiceMustConfirm'],
    ['itq', 'notSendable'],
    ['gse', 'notSendable'],
    ['phqads', 'notSendable'],
  ])('%s is refused: %s', async (instrumentId, refusal) => {
    await expect(freshLink(instrumentId)).rejects.toThrow(refusal);
  });
});
