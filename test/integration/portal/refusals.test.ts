import { anything, assert, asyncProperty, oneof, string, stringify } from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { PUBLIC_URL, startTestBackend, type TestBackend } from '#test/support/backend.ts';
import {
  aClient,
  aLink,
  answerAndSend,
  aPractice,
  aStaffMember,
  openPage,
  passHeader,
  submitForm,
} from '#test/support/practice.ts';

const DAY = 86_400_000;

let backend: TestBackend;
let practiceId: PracticeId;
let clientId: ClientId;
let link: string;

beforeAll(async () => {
  backend = await startTestBackend();
  practiceId = await aPractice(backend);
  const clinician = await aStaffMember(backend, practiceId);
  clientId = await aClient(backend, practiceId, clinician);
  link = await aLink(backend, practiceId, clientId);
});
afterAll(() => backend.close());

async function storedAnswers(): Promise<number> {
  const rows = await backend.database.asSuperuser('select 1 from care.answer');
  return rows.length;
}

describe('an answer that is not among the choices', () => {
  it.each(['4', '-1', '1.5', '1e0', ' 1', '0x1', '', 'several days', '9999999999', 'null', '١'])(
    'is refused with the question named, and nothing is stored: %j',
    async (answer) => {
      const before = await storedAnswers();
      const reply = await submitForm(backend, `${link}/q/4`, { answer });
      expect(reply.status).toBe(422);
      expect(await reply.text()).toContain('question 4');
      expect(await storedAnswers()).toBe(before);
    },
  );

  it.each(['10', '0', '99999', 'x', '1.5', '-3'])('nor is there a question %s', async (item) => {
    const before = await storedAnswers();
    const reply = await submitForm(backend, `${link}/q/${item}`, { answer: '1' });
    expect(reply.status).toBe(422);
    expect((await openPage(backend, `${link}/q/${item}`)).status).toBe(422);
    expect(await storedAnswers()).toBe(before);
  });
});

describe('a form that our page would not send', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['without an answer', {}],
    ['with an extra field', { answer: '1', score: '27' }],
    ['with an unknown way back', { answer: '1', from: 'https://elsewhere.example' }],
  ])('is refused with the question named: %s', async (_, fields) => {
    const before = await storedAnswers();
    const reply = await submitForm(backend, `${link}/q/4`, fields);
    expect(reply.status).toBe(422);
    const text = await reply.text();
    expect(text).toContain('The answer to question 4 is not among the choices');
    expect(text).toContain(`href="${link}"`);
    expect(await storedAnswers()).toBe(before);
    const never = `/m/${'A'.repeat(43)}`;
    const nowhere = await submitForm(backend, `${never}/q/4`, fields);
    expect(nowhere.status).toBe(404);
    expect(await nowhere.text()).toBe(await (await openPage(backend, never)).text());
  });

  it.each<[string, string, Readonly<Record<string, string>>, number]>([
    ['answers at the end', '/submit', { answers: '[1,1,1]' }, 400],
    ['a beginning with a field', '/start', { name: 'x' }, 400],
  ])('is refused: %s', async (_, path, fields, status) => {
    const reply = await submitForm(backend, `${link}${path}`, fields);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toContain('text/html');
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }],
    [
      'a neighbouring site',
      { origin: 'https://x.throughline.test', 'sec-fetch-site': 'same-site' },
    ],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('is refused from %s', async (_, headers) => {
    const before = await storedAnswers();
    const reply = await submitForm(backend, `${link}/q/1`, { answer: '1' }, headers);
    expect(reply.status).toBe(403);
    expect(await storedAnswers()).toBe(before);
  });

  it('is refused as JSON, and when it is too long', async () => {
    const address = new URL(`${link}/q/1`, PUBLIC_URL);
    const json = await backend.app.request(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: PUBLIC_URL.origin,
        ...passHeader(link),
      },
      body: '{"answer":1}',
    });
    expect(json.status).toBe(422);
    const long = await submitForm(backend, `${link}/q/1`, { answer: '1'.repeat(21_000) });
    expect(long.status).toBe(413);
  });

  it('whatever it is, gets a page of ours and never a 500', async () => {
    const part = oneof(string({ unit: 'binary' }), anything().map(stringify));
    await assert(
      asyncProperty(part, part, part, async (segment, field, value) => {
        const path = `${link}/q/${encodeURIComponent(wellFormed(segment))}`;
        const fields = { [wellFormed(field)]: wellFormed(value), answer: wellFormed(value) };
        const reply = await submitForm(backend, path, fields);
        expect(reply.status).toBeLessThan(500);
        expect(await reply.text()).not.toMatch(/\bat .*\.ts:\d+|node_modules/);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a link that leads nowhere', () => {
  it('looks the same whether it never was, ran out, was taken back, or was used', async () => {
    const expired = await aLink(backend, practiceId, clientId);
    backend.clock.pass(8 * DAY);
    const revoked = await aLink(backend, practiceId, clientId);
    await backend.database.asSuperuser(
      'update directory.portal_link set revoked_at = now() where expires_at = (select max(expires_at) from directory.portal_link)',
    );
    const used = await aLink(backend, practiceId, clientId);
    await answerAndSend(backend, used, [1, 1]);
    const never = `/m/${'A'.repeat(43)}`;
    const mistyped = '/m/%3Cscript%3E';
    const pages = await Promise.all(
      [never, mistyped, expired, revoked, used].map(async (path) => {
        const reply = await openPage(backend, path);
        return { status: reply.status, text: await reply.text() };
      }),
    );
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(pages[0]?.text).toContain('This link is not open');
    expect(pages[0]?.text).toContain('tel:988');
  });

  it('takes no answer and nothing to send', async () => {
    const never = `/m/${'A'.repeat(43)}`;
    const answers = ['1', '99', 'x'];
    for (const answer of answers) {
      expect((await submitForm(backend, `${never}/q/1`, { answer })).status).toBe(404);
    }
    expect((await submitForm(backend, `${never}/start`, {})).status).toBe(404);
    expect((await submitForm(backend, `${never}/submit`, {})).status).toBe(404);
  });

  it('is kept only as a hash', async () => {
    const secret = (await aLink(backend, practiceId, clientId)).slice('/m/'.length);
    const rows = await backend.database.asSuperuser('select * from directory.portal_link');
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

/** A right on a table is missing as long as a story lasts, so that whatever needs it fails. */
async function without(right: string, story: () => Promise<void>): Promise<void> {
  const { asSuperuser } = backend.database;
  await asSuperuser(`revoke ${right} from throughline_app`);
  try {
    await story();
  } finally {
    await asSuperuser(`grant ${right} to throughline_app`);
  }
}

/** Nothing can be recorded, so nothing can be done, as long as a story lasts. */
const failing = (story: () => Promise<void>) => without('insert on care.audit_event', story);

describe('when the server fails', () => {
  it('a page that was only asked for says nothing of saving, and leads back to itself', async () => {
    const own = await aLink(backend, practiceId, clientId);
    expect((await submitForm(backend, `${own}/q/1`, { answer: '2' })).status).toBe(303);
    await failing(async () => {
      for (const page of [own, `${own}/q/2`, `${own}/review`]) {
        const reply = await openPage(backend, page);
        expect(reply.status).toBe(500);
        const text = await reply.text();
        expect(text).toContain('This page can’t be shown right now');
        expect(text).toContain(`href="${page}"`);
        // What the script may say later stands in the page as well, above the screen.
        expect(text.split('<main')[1]).not.toMatch(/not saved|whether this was saved/);
      }
    });
    expect(await (await openPage(backend, `${own}/q/1`)).text()).toContain('Your answer');
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['/q/3', { answer: '1' }, '/q/3'],
    ['/submit', {}, '/done'],
    ['/start', {}, ''],
  ])('a form sent to %s leads to where its fate can be seen', async (path, fields, look) => {
    const own = await aLink(backend, practiceId, clientId);
    if (path !== '/start') await submitForm(backend, `${own}/q/1`, { answer: '1' });
    await failing(async () => {
      const reply = await submitForm(backend, `${own}${path}`, fields);
      expect(reply.status).toBe(500);
      const text = await reply.text();
      expect(text).toContain('We can’t say whether this was saved');
      expect(text).toContain(`href="${own}${look}"`);
      expect(text).not.toContain('That was not saved');
    });
    const page = await openPage(backend, `${own}${look}`);
    expect([200, 303]).toContain(page.status);
    expect((await submitForm(backend, `${own}${path}`, fields)).status).toBe(303);
  });
});

describe('on the own page', () => {
  const topic = v7();
  const couple = v7();

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['say', { topic, words: 'The move' }, '/mine'],
    ['take-back', { topic }, '/mine'],
    ['rate', { goal: v7(), value: '3' }, '/mine'],
    ['show', { as: 'chart' }, '/mine'],
    ['share', { measure: 'csi16', consent: v7(), couple }, '/mine/sharing'],
    ['unshare', { measure: 'csi16' }, '/mine/sharing'],
  ])(
    '“%s” that fails on the server leads back to where its button stands',
    async (deed, fields, page) => {
      const own = await aLink(backend, practiceId, clientId);
      await answerAndSend(backend, own, [1, 1]);
      await without('select on care.administration', async () => {
        const reply = await submitForm(backend, `${own}/mine/${deed}`, fields);
        expect(reply.status).toBe(500);
        const text = await reply.text();
        expect(text).toContain(`href="${own}${page}">Look, and try again`);
      });
      const html = { accept: 'text/html' };
      const typed = await openPage(backend, `${own}/mine/${deed}`, html);
      expect(typed.headers.get('location')).toBe(`${own}${page}`);
    },
  );
});

describe('an address that no page has', () => {
  const html = { accept: 'text/html' };

  it('leads back into an open link, once the birth date was given', async () => {
    const own = await aLink(backend, practiceId, clientId);
    const back = await openPage(backend, `${own}/nothing/here`, html);
    expect([back.status, back.headers.get('location')]).toEqual([303, own]);
    const stranger = await openPage(backend, `${own}/nothing/here`, { ...html, cookie: '' });
    expect(await stranger.text()).toContain('When were you born?');
  });

  it.each(['/nothing', '/mine/unshare', '/1/nothing'])(
    'is like every link that leads nowhere, and never a page of the staff’s: %s',
    async (step) => {
      const never = `/m/${'A'.repeat(43)}`;
      const page = await openPage(backend, `${never}${step}`, html);
      expect(page.status).toBe(404);
      expect(await page.text()).toBe(await (await openPage(backend, never)).text());
      const nobody = await openPage(backend, `/m/${step}`, html);
      expect(await nobody.text()).toContain('This link is not open');
    },
  );
});

function wellFormed(text: string): string {
  return text.toWellFormed();
}
