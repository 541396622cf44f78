import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import {
  aClient,
  aLink,
  answerAndSend,
  aPractice,
  aStaffMember,
  openPage,
  type SignedIn,
  submitForm,
} from '#test/support/practice.ts';

let backend: TestBackend;
let practiceId: PracticeId;
let clinician: SignedIn;
let clientId: ClientId;

beforeAll(async () => {
  backend = await startTestBackend();
  practiceId = await aPractice(backend);
  clinician = await aStaffMember(backend, practiceId);
  clientId = await aClient(backend, practiceId, clinician);
});
afterAll(() => backend.close());

async function freshLink(instrumentId?: string): Promise<string> {
  return aLink(backend, practiceId, clientId, instrumentId);
}

async function textOf(path: string): Promise<string> {
  return (await openPage(backend, path)).text();
}

/** Answers as they are stored for the newest link: item and points, newest revision. */
async function storedAnswers(): Promise<readonly (readonly [number, number | null])[]> {
  const rows = await backend.database.asSuperuser<{ item: number; value: number | null }>(
    `select distinct on (item) item, value from care.answer
     where administration_id = (select max(administration_id::text)::uuid from care.administration)
     order by item, revision desc`,
  );
  return rows.map(({ item, value }) => [item, value]);
}

describe('a client answers a measure without a script', () => {
  it('is led from the start through every question to the thanks', async () => {
    const link = await freshLink('gad7');
    expect((await openPage(backend, link)).status).toBe(200);
    const started = await submitForm(backend, `${link}/start`, {});
    expect(started.headers.get('location')).toBe(`${link}/q/1`);
    for (let item = 1; item <= 7; item += 1) {
      expect(await textOf(`${link}/q/${item}`)).toContain(`<strong>${item} of 7</strong>`);
      const saved = await submitForm(backend, `${link}/q/${item}`, { answer: '1' });
      expect(saved.status).toBe(303);
      const next = item === 7 ? `${link}/review` : `${link}/q/${item + 1}`;
      expect(saved.headers.get('location')).toBe(next);
    }
    expect(await textOf(`${link}/review`)).toContain('Send my answers');
    const sent = await submitForm(backend, `${link}/submit`, {});
    expect(sent.headers.get('location')).toBe(`${link}/done`);
    const thanks = await textOf(`${link}/done`);
    expect(thanks).toContain('saved and sent');
    expect(thanks).toContain('Your therapist reads them');
    expect(thanks).toContain('If things get worse');
  });

  it('has every answer on disk when the next question comes, and may stop there', async () => {
    const link = await freshLink();
    await submitForm(backend, `${link}/q/1`, { answer: '3' });
    await submitForm(backend, `${link}/q/2`, { answer: 'skip' });
    expect(await storedAnswers()).toEqual([
      [1, 3],
      [2, null],
    ]);
    expect(await textOf(link)).toContain('Go on with question 3 of 9');
  });

  it('can go back, sees the answer that is saved, and can change it', async () => {
    const link = await freshLink();
    await submitForm(backend, `${link}/q/1`, { answer: '3' });
    expect(await textOf(`${link}/q/2`)).toContain(`href="${link}/q/1"`);
    const again = await textOf(`${link}/q/1?from=review`);
    expect(again).toMatch(/value="3" class="chosen"/);
    const changed = await submitForm(backend, `${link}/q/1`, { answer: '0', from: 'review' });
    expect(changed.headers.get('location')).toBe(`${link}/review`);
    expect(await storedAnswers()).toEqual([[1, 0]]);
  });

  it('sees in words which questions have no answer', async () => {
    const link = await freshLink();
    await submitForm(backend, `${link}/q/1`, { answer: '3' });
    await submitForm(backend, `${link}/q/2`, { answer: 'skip' });
    const review = await textOf(`${link}/review`);
    expect(review).toContain('8 questions have no answer');
    expect(review.match(/Not answered/g)).toHaveLength(8);
  });

  it('is not counted as having opened the link when only a mail scanner followed it', async () => {
    const link = await freshLink();
    await openPage(backend, link);
    await openPage(backend, `${link}/q/1`);
    const opened = () =>
      backend.database.asSuperuser(
        `select 1 from care.administration where opened_at is not null and administration_id =
         (select max(administration_id::text)::uuid from care.administration)`,
      );
    expect(await opened()).toHaveLength(0);
    await submitForm(backend, `${link}/start`, {});
    expect(await opened()).toHaveLength(1);
  });
});

describe('what the pages show beside the question', () => {
  it('a neutral title, a way out, the attribution, and that nobody watches', async () => {
    const link = await freshLink();
    for (const path of [link, `${link}/q/1`, `${link}/review`]) {
      const text = await textOf(path);
      expect(text).toContain('<title>Check-in</title>');
      expect(text).toContain('id="leave"');
      expect(text).toContain('rel="noreferrer"');
      expect(text).toContain('Robert L. Spitzer');
      expect(text).toContain('not watched around the clock');
      expect(text).toContain('tel:988');
      expect(text).not.toContain('Jordan');
      expect(text).not.toMatch(/<script(?![^>]*src=)|style=|onclick=/);
    }
  });

  it('help, on the very next screen after a positive item 9, and the way on', async () => {
    const link = await freshLink();
    expect(await textOf(`${link}/review`)).not.toContain('Help is here right now');
    const saved = await submitForm(backend, `${link}/q/9`, { answer: '1' });
    const next = await textOf(saved.headers.get('location') ?? '');
    expect(next).toContain('Help is here right now');
    expect(next).toContain('Send my answers');
    await submitForm(backend, `${link}/submit`, {});
    expect(await textOf(`${link}/done`)).toContain('Help is here right now');
  });

  it('no such help after "not at all"', async () => {
    const link = await freshLink();
    await submitForm(backend, `${link}/q/9`, { answer: '0' });
    expect(await textOf(`${link}/review`)).not.toContain('Help is here right now');
  });
});

describe('sending', () => {
  it('is refused while nothing is answered, and leads to the first open question', async () => {
    const link = await freshLink('gad7');
    const empty = await submitForm(backend, `${link}/submit`, {});
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain(`href="${link}/q/1"`);
    await submitForm(backend, `${link}/q/1`, { answer: 'skip' });
    const skipped = await submitForm(backend, `${link}/submit`, {});
    expect(skipped.status).toBe(422);
    expect(await skipped.text()).toContain(`href="${link}/q/2"`);
    for (let item = 2; item <= 7; item += 1) {
      await submitForm(backend, `${link}/q/${item}`, { answer: 'skip' });
    }
    const allSkipped = await submitForm(backend, `${link}/submit`, {});
    expect(await allSkipped.text()).toContain(`href="${link}/q/1"`);

    await submitForm(backend, `${link}/q/3`, { answer: '0' });
    const sent = await submitForm(backend, `${link}/submit`, {});
    expect(sent.headers.get('location')).toBe(`${link}/done`);
  });

  it('ten times at once stores the answers once and thanks every time', async () => {
    const link = await freshLink();
    for (let item = 1; item <= 9; item += 1) {
      await submitForm(backend, `${link}/q/${item}`, { answer: '2' });
    }
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => submitForm(backend, `${link}/submit`, {})),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    const stored = await backend.database.asSuperuser(
      `select 1 from care.response where administration_id =
       (select max(administration_id::text)::uuid from care.administration)`,
    );
    expect(stored).toHaveLength(1);
    const pages = await Promise.all(replies.map((r) => textOf(r.headers.get('location') ?? '')));
    expect(new Set(pages).size).toBe(1);
  });

  it('leaves nothing to change, and after an hour nothing to see', async () => {
    const link = await freshLink();
    await answerAndSend(backend, link, [1]);
    expect((await submitForm(backend, `${link}/q/1`, { answer: '0' })).status).toBe(404);
    expect((await openPage(backend, link)).status).toBe(404);
    expect((await openPage(backend, `${link}/review`)).status).toBe(404);
    expect((await openPage(backend, `${link}/done`)).status).toBe(200);
    backend.clock.pass(61 * 60_000);
    expect((await openPage(backend, `${link}/done`)).status).toBe(404);
  });
});
