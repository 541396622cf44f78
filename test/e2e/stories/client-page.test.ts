import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sendMeasure } from '#backend/care/send-measure.ts';
import { addDays, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { PRACTICE } from '#test/demo/practice.ts';
import { sendCheckIn } from '#test/demo/steps/answer-on-phone.ts';
import { person } from '#test/ehr/people.ts';
import { openPhone, type Phone } from '#test/support/phone.ts';
import { type Stage, setStage } from './stage.ts';

const BORN = person('alex-morgan-1996').birthDate;
const DAY_MS = 86_400_000;

let stage: Stage;
let clientId: ClientId;
beforeAll(async () => {
  stage = await setStage(['alex-morgan-1996']);
  const known = stage.practice.clients['alex-morgan-1996'];
  if (known === undefined) throw new Error('the client is not in the practice');
  clientId = known;
});
const phones: Phone[] = [];
afterEach(async () => {
  await Promise.all(phones.splice(0).map(({ page }) => page.browserContext().close()));
});
afterAll(() => stage.close());

/** A phone without scripts. Whoever follows a link that leads nowhere is asked for no birth date. */
async function phoneAt(address: string, bornOn: { bornOn?: string } = { bornOn: BORN }) {
  const phone = await openPhone(stage.browser, address, { scripts: false, ...bornOn });
  phones.push(phone);
  return phone;
}

function checkIn(): Promise<string> {
  return sendCheckIn(stage, stage.practice, clientId);
}

function scope() {
  return {
    practiceId: stage.practice.practiceId,
    actor: { kind: 'system', name: 'story' },
    requestId: 'story',
    now: stage.backend.care.now(),
  } as const;
}

/** What is stored of the client, newest last. */
function stored() {
  return stage.backend.care.store.inPractice(scope(), ({ responses }) =>
    responses.ofClient(clientId),
  );
}

async function answerAll(phone: Phone, words: readonly string[]): Promise<void> {
  await phone.tap('Start');
  for (const [index, word] of words.entries()) {
    await phone.shows(`Question ${index + 1} of ${words.length}`);
    await phone.tap(word);
  }
  await phone.shows('Look over your answers');
}

/** A link that ran out yesterday. */
async function expiredLink(): Promise<string> {
  const now = Date.parse(stage.backend.care.now());
  const sent = await sendMeasure(
    stage.backend.care,
    { ...scope(), now: instantOf(new Date(now - 8 * DAY_MS)) },
    {
      clientId,
      instrumentId: 'phq9',
      dueOn: addDays(dateInZone(instantOf(new Date(now)), PRACTICE.timeZone), -5),
      expiresAt: instantOf(new Date(now - DAY_MS)),
    },
  );
  if (!sent.ok) throw new Error(sent.refusal);
  return new URL(`/m/${sent.value.secret}`, stage.backend.url).href;
}

describe('a client answers on a phone without scripts', () => {
  it('gets through the whole measure; sent twice, it is stored once', async () => {
    const before = await stored();
    const address = await checkIn();
    const phone = await phoneAt(address);
    await answerAll(
      phone,
      Array.from({ length: 9 }, (_, index) => (index < 4 ? 'Several' : 'Not')),
    );
    const second = await phoneAt(`${address}/review`);
    await second.shows('Look over your answers');
    for (const one of [phone, second]) {
      await one.tap('Send');
      await one.shows('Your answers are saved and sent');
    }
    const after = await stored();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)?.answers).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0]);
  });

  it('says nothing of the client in title or address, on any screen', async () => {
    const address = await checkIn();
    const phone = await phoneAt(address);
    const seen: string[] = [];
    phone.page.on('framenavigated', (frame) => seen.push(frame.url()));
    await answerAll(
      phone,
      Array.from({ length: 9 }, () => 'Not at all'),
    );
    expect(await phone.page.title()).toBe('Check-in');
    const base = new URL(address).pathname;
    expect(seen.length).toBeGreaterThanOrEqual(10);
    for (const url of seen) {
      const { pathname, search } = new URL(url);
      expect(pathname.startsWith(base)).toBe(true);
      expect(pathname.slice(base.length)).toMatch(/^(\/q\/\d|\/review)?$/);
      expect(search).toBe('');
    }
  });

  it('sees where to get help on the very next screen after a positive item 9', async () => {
    const phone = await phoneAt(await checkIn());
    await answerAll(phone, [...Array.from({ length: 8 }, () => 'Not at all'), 'Several days']);
    await phone.shows('Help is here right now');
    await phone.shows('988');
    await phone.tap('Send');
    await phone.shows('Your answers are saved and sent');
    await phone.shows('Help is here right now');
  });

  it('finds answers where they were left, and can skip', async () => {
    const address = await checkIn();
    const phone = await phoneAt(address);
    await phone.tap('Start');
    await phone.tap('Nearly every day');
    await phone.shows('Question 2 of 9');
    await phone.tap('Skip');
    await phone.shows('Question 3 of 9');
    const later = await phoneAt(`${address}/review`);
    await later.shows('Nearly every day');
    await later.shows('have no answer');
  });
});

describe('links that lead nowhere', () => {
  it('all look the same: never made, mistyped, run out', async () => {
    const { url } = stage.backend;
    const pages = [];
    for (const address of [
      new URL(`/m/${'A'.repeat(43)}`, url).href,
      new URL('/m/x', url).href,
      await expiredLink(),
    ]) {
      const phone = await phoneAt(address, {});
      await phone.shows('This link is not open');
      await phone.shows('988');
      pages.push(await phone.page.content());
    }
    expect(new Set(pages).size).toBe(1);
  });
});
