import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { judgeCheckIns } from '#backend/care/judge-check-ins.ts';
import { createFormCare } from '#backend/care/practice-forms.ts';
import { interpret } from '#shared/brief/interpret.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import { type CustomForm, formKey } from '#shared/contracts/custom-form.ts';
import { DIARY_CARD } from '#shared/forms/diary-card.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import {
  anOwnForm,
  anOwnFormLink,
  answerOwnForm,
  ownAnswerFields,
} from '#test/support/own-form.ts';
import {
  aClient,
  aLink,
  answerAndSend,
  call,
  entered,
  openPage,
  submitForm,
} from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';

let backend: TestBackend;
let scene: Scene;
let form: CustomForm;

const DAY = 86_400_000;
const EVENING = [7, 2, 3, 1, 'Walked home,\nslowly'] as const;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
  form = await anOwnForm(backend, scene);
});
afterAll(() => backend.close());

const freshLink = () => anOwnFormLink(backend, scene, form);
const textOf = async (path: string) => (await openPage(backend, path)).text();
/** What the own page says after the heading of its history. */
async function history(link: string): Promise<string> {
  const [, listed = ''] = (await textOf(`${link}/mine`)).split('What you have answered');
  return listed.replaceAll(/\s+/g, ' ');
}
const save = (link: string, item: number, answer: number | string | null) =>
  submitForm(backend, `${link}/q/${item}`, ownAnswerFields(answer));
const brief = (): Promise<BriefFacts> => briefOf(backend, scene, scene.clinician);

async function rows(table: 'own_answer' | 'own_response' | 'response' | 'alert') {
  return backend.database.asSuperuser<Record<string, unknown>>(
    `select * from care.${table} where practice_id = $1`,
    [scene.practiceId],
  );
}

/** Rule and state of every alert about the form. */
async function alertsOfForm() {
  const about = formKey(form.formId);
  const alerts = (await rows('alert')).filter((alert) => alert['instrument_id'] === about);
  return alerts.map(({ rule, status }) => [rule, status]);
}

async function refused(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: Error) => error.message,
  );
}

describe('a client answers an own form', () => {
  it('question by question, without a script, and sees the answers before sending', async () => {
    const link = await freshLink();
    expect(await textOf(link)).toContain('nothing looks through your words for signs of danger');
    await submitForm(backend, `${link}/start`, {});
    const first = await textOf(`${link}/q/1`);
    expect(first).toContain('Question <strong>1 of 5</strong>');
    expect(first).toContain('0: very low');
    expect(first).toMatch(/value="10"[^>]*>\s*10<span class="hidden">, very good<\/span>/);
    expect((await save(link, 1, 7)).headers.get('location')).toBe(`${link}/q/2`);
    expect(await textOf(`${link}/q/1`)).toContain('Your answer: <strong>7</strong>');
    for (const [index, answer] of EVENING.entries()) await save(link, index + 1, answer);
    const last = await textOf(`${link}/q/5`);
    expect(last).toContain('Up to 280 characters.');
    expect(last).toContain('>\nWalked home,\nslowly</textarea');
    const review = await textOf(`${link}/review`);
    expect(review).toContain('7 (0 to 10)');
    expect(review).toContain('8 or more');
    expect(review).toContain('“Walked home,\nslowly”');
    expect(review).toContain('Your answers are not watched around the clock.');
    const sent = await submitForm(backend, `${link}/submit`, {});
    expect(sent.headers.get('location')).toBe(`${link}/done`);
    expect(await textOf(`${link}/done`)).toContain('Your answers are saved and sent.');
  });

  it('and it is stored as given: not scored, judged by no rule, recorded', async () => {
    const before = [(await rows('response')).length, (await rows('alert')).length];
    await answerOwnForm(backend, await freshLink(), [0, 10, 0, 0, 'I can not go on like this']);
    expect([(await rows('response')).length, (await rows('alert')).length]).toEqual(before);
    const [stored] = await rows('own_response');
    expect(stored).toMatchObject({
      answers: [0, 10, 0, 0, 'I can not go on like this'],
      form_version: 1,
      ordinal: 1,
    });
    const events = await backend.database.asSuperuser<{ subject: object }>(
      `select subject from care.audit_event where practice_id = $1 and action = 'response.submitted'
       order by at desc limit 1`,
      [scene.practiceId],
    );
    expect(events[0]?.subject).toMatchObject({ responseId: stored?.['response_id'] });
    expect(JSON.stringify(events)).not.toContain('go on');
    expect(backend.logged()).not.toContain('go on');
  });

  it('keeps every answer that was changed as a further revision', async () => {
    const link = await freshLink();
    for (const words of ['one', 'two', 'two', null, 'three\r\nlines']) await save(link, 5, words);
    const kept = await backend.database.asSuperuser(
      'select revision, words from care.own_answer where practice_id = $1 order by revision',
      [scene.practiceId],
    );
    expect(kept).toEqual([
      { revision: 1, words: 'one' },
      { revision: 2, words: 'two' },
      { revision: 3, words: null },
      { revision: 4, words: 'three\nlines' },
    ]);
  });

  it.each([
    ['back', '4'],
    ['skip', 'review'],
  ])('keeps words that were typed when “%s” is pressed', async (answer, step) => {
    const link = await freshLink();
    const page = await textOf(`${link}/q/5`);
    expect(page).toMatch(/<button[^>]* form="answer" name="answer" value="back"/);
    expect(page).not.toMatch(/<a [^>]*>\s*(?:Back|Next)\s*</);
    const pressed = (words: string) => submitForm(backend, `${link}/q/5`, { answer, words });
    const to = step === 'review' ? `${link}/review` : `${link}/q/${step}`;
    expect((await pressed('Not sent\r\nyet')).headers.get('location')).toBe(to);
    expect(await textOf(`${link}/q/5`)).toContain('>\nNot sent\nyet</textarea');
    expect((await pressed('Not sent\r\nyet')).headers.get('location')).toBe(to);
    expect(await rows('own_answer')).toMatchObject([{ revision: 1, words: 'Not sent\nyet' }]);
    await pressed('');
    expect(await rows('own_answer')).toMatchObject([{}, { revision: 2, words: null }]);
    expect((await pressed('x'.repeat(281))).status).toBe(422);
  });

  it('saves nothing on the way back from words that nobody typed', async () => {
    const link = await freshLink();
    const back = { answer: 'back', words: ' ' };
    const reply = await submitForm(backend, `${link}/q/5`, back);
    expect(reply.headers.get('location')).toBe(`${link}/q/4`);
    expect(await rows('own_answer')).toEqual([]);
    const toRating = { ...back, words: 'x' };
    expect((await submitForm(backend, `${link}/q/1`, toRating)).status).toBe(422);
    await answerOwnForm(backend, link, EVENING);
    expect((await submitForm(backend, `${link}/q/5`, back)).status).toBe(404);
  });

  it('ten times at once is stored once, and every reply is the same', async () => {
    const link = await freshLink();
    for (const [index, answer] of EVENING.entries()) await save(link, index + 1, answer);
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => submitForm(backend, `${link}/submit`, {})),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    expect(await rows('own_response')).toHaveLength(1);
    expect((await save(link, 1, 1)).status).toBe(404);
    expect((await openPage(backend, `${link}/review`)).status).toBe(404);
  });
});

describe('on the own page', () => {
  it('an own form is listed by the title it had, with whether somebody has opened the record since', async () => {
    const link = await freshLink();
    await anOwnForm(backend, scene, { ...DIARY_CARD, title: 'Evening card' }, form);
    await answerOwnForm(backend, link, EVENING);
    expect(await history(link)).toContain('<bdi>“Diary card”</bdi>');
    expect(await history(link)).not.toContain('Evening card');
    expect(await history(link)).toContain('Not opened yet');
    const { asOf, responseCounts } = await brief();
    backend.clock.pass(1_000);
    const look = { clientId: scene.clientId, asOf, responseCounts };
    await call(backend, 'look.mark', look, scene.clinician.token);
    expect(await history(link)).toContain('Opened by your therapist since');
    expect(await textOf(`${link}/mine/copy`)).toContain('“Diary card”');
  });

  it('a list in which nothing may stand says so, and nothing of what is left out', async () => {
    const { practiceId, clinician } = scene;
    const clientId = await aClient(backend, practiceId, clinician);
    const link = await aLink(backend, practiceId, clientId);
    await answerAndSend(backend, link, [1]);
    // As if it had been the measure about violence, which is never sent by link.
    await backend.database.asSuperuser(
      "update care.response set instrument_id = 'hark' where client_id = $1",
      [clientId],
    );
    const listed = await history(link);
    expect(listed).toContain('Nothing is listed here.');
    expect(listed).not.toMatch(/<ul class="entries">|HARK/);
  });
});

describe('what an own form does not take', () => {
  it('is refused, and what was saved before stays', async () => {
    const link = await freshLink();
    await save(link, 1, 7);
    for (const [item, answer] of [
      [1, 11],
      [1, 'words for a rating'],
      [3, 9],
      [5, 4],
      [6, 1],
      [0, 1],
    ] as const) {
      expect((await save(link, item, answer)).status).toBe(422);
    }
    expect(await rows('own_answer')).toMatchObject([{ item: 1, number: 7 }]);
  });

  it('words that are too long come back in their field, with how much is too much', async () => {
    const link = await freshLink();
    await save(link, 5, 'short');
    const long = `${'<b>'.repeat(94)}end`;
    const reply = await save(link, 5, long);
    const page = await reply.text();
    expect(reply.status).toBe(422);
    expect(page).toContain('That was not saved: it is 5 characters too long.');
    expect(page).toContain(`${'&lt;b&gt;'.repeat(94)}end</textarea`);
    expect(await rows('own_answer')).toMatchObject([{ words: 'short' }]);
    const emoji = '\u{1F33F}'.repeat(140);
    expect((await save(link, 5, emoji)).status).toBe(303);
    expect((await save(link, 5, 'ﷺ'.repeat(2000))).status).toBe(422);
  });

  it('a form without a single answer is not sent; white space is no answer', async () => {
    const link = await freshLink();
    await save(link, 5, ' \n ');
    const reply = await submitForm(backend, `${link}/submit`, {});
    expect(reply.status).toBe(422);
    expect(await rows('own_response')).toEqual([]);
  });
});

describe('sending an own form', () => {
  it('sends the newest version; a later one changes nothing of what is out', async () => {
    const link = await freshLink();
    const title = 'Evening card';
    const changed = await anOwnForm(backend, scene, { ...DIARY_CARD, title }, form);
    expect(await textOf(link)).toContain('“Diary card”, put together by your practice.');
    expect(await textOf(await anOwnFormLink(backend, scene, changed))).toContain(`“${title}”`);
    await answerOwnForm(backend, link, EVENING);
    expect(await rows('own_response')).toMatchObject([{ form_version: 1 }]);
  });

  it('is refused for a form out of use, another practice’s form, and another’s client', async () => {
    const other = await aScene(backend);
    expect(await refused(anOwnFormLink(backend, other, form))).toBe('notFound');
    const { practiceId } = scene;
    const foreign = { practiceId, clientId: other.clientId };
    expect(await refused(anOwnFormLink(backend, foreign, form))).toBe('notFound');
    const link = await freshLink();
    const { staffId } = scene.clinician;
    const caller = { practiceId, staffId, role: 'clinician', requestId: 'test' } as const;
    await createFormCare(backend.care).use(caller, form.formId, false);
    expect(await refused(freshLink())).toBe('retired');
    expect((await answerOwnForm(backend, link, EVENING)).headers.get('location')).toBe(
      `${link}/done`,
    );
  });
});

describe('the brief', () => {
  it('holds every version that was sent, what was answered, and how often', async () => {
    await answerOwnForm(backend, await freshLink(), EVENING);
    const changed = await anOwnForm(backend, scene, { ...DIARY_CARD, title: 'Evening card' }, form);
    backend.clock.pass(1_000);
    await anOwnFormLink(backend, scene, changed);
    const { own, responseCounts, checkIns } = await brief();
    const key = formKey(form.formId);
    expect(own?.forms).toEqual([form, changed]);
    expect(own?.responses).toMatchObject([{ formVersion: 1, answers: [...EVENING] }]);
    expect(responseCounts[key]).toBe(1);
    const mine = checkIns.filter(({ instrumentId }) => instrumentId === key);
    expect(
      mine.map(({ completedAt, answeredItems }) => [completedAt !== null, answeredItems]),
    ).toEqual([
      [false, 0],
      [true, 5],
    ]);
  });

  it('holds the newest 24 and every line’s baseline, however many there are', async () => {
    for (let evening = 0; evening < 28; evening += 1) {
      backend.clock.pass(60_000);
      const urges = evening < 2 ? null : 5;
      await answerOwnForm(backend, await freshLink(), [
        evening % 11,
        urges,
        null,
        null,
        `${evening}`,
      ]);
    }
    await backend.database.asSuperuser(
      'update care.own_response set answered_on = answered_on - (28 - ordinal) where practice_id = $1',
      [scene.practiceId],
    );
    const newest = Array.from({ length: 24 }, (_, index) => `${index + 4}`);
    const words = async () => (await brief()).own?.responses.map(({ answers }) => answers[4]);
    expect(await words()).toEqual(['0', '2', ...newest]);
    const second = (await rows('own_response')).find(({ ordinal }) => ordinal === 2);
    const { clientId, clinician } = scene;
    const choice = { clientId, responseId: second?.['response_id'] };
    expect((await call(backend, 'baselines.choose', choice, clinician.token)).status).toBe(200);
    expect(await words()).toEqual(['0', '1', '2', ...newest]);
    expect((await brief()).responseCounts[formKey(form.formId)]).toBe(28);
    const lines = interpret(await brief()).measures;
    expect(lines.flatMap(({ name, baseline }) => [[name, baseline?.displayed]])).toEqual(
      expect.arrayContaining([
        ['Mood', 1],
        ['Urges', 5],
      ]),
    );
  });

  it('is of one client: another’s answers and another practice’s are not in it', async () => {
    const neighbour = await aClient(backend, scene.practiceId, scene.clinician, {
      displayName: 'Robin Hale',
    });
    const link = await anOwnFormLink(backend, { ...scene, clientId: neighbour }, form);
    await answerOwnForm(backend, link, EVENING);
    const { own, responseCounts } = await brief();
    expect([own?.forms, own?.responses]).toEqual([[], []]);
    expect(responseCounts[formKey(form.formId)]).toBeUndefined();
  });

  it('shows as new what was answered after it was read, also when the look comes later', async () => {
    await answerOwnForm(backend, await freshLink(), EVENING);
    const { asOf, responseCounts } = await brief();
    backend.clock.pass(1_000);
    await answerOwnForm(backend, await freshLink(), [1, 1, 1, 1, 'later']);
    backend.clock.pass(1_000);
    const { clientId, clinician } = scene;
    const look = { clientId, asOf: new Date(backend.clock.now).toISOString(), responseCounts };
    expect(asOf < look.asOf).toBe(true);
    await call(backend, 'look.mark', look, clinician.token);
    backend.clock.pass(2 * 60 * 60_000);
    const { lastLookedAt, own } = await brief();
    const [first, later] = own?.responses ?? [];
    expect((first?.submittedAt ?? '') <= (lastLookedAt ?? '')).toBe(true);
    expect((later?.submittedAt ?? '') > (lastLookedAt ?? '')).toBe(true);
  });
});

describe('an own form that was missed', () => {
  it('counts as silence, which an answer ends', async () => {
    await freshLink();
    const late = await freshLink();
    backend.clock.pass(5 * DAY);
    const day = dateInZone(instantOf(backend.clock.now), 'America/Chicago');
    await judgeCheckIns(backend.care, scene.practiceId, { clientId: scene.clientId, day });
    expect(await alertsOfForm()).toEqual([[expect.stringMatching(/^M[12]$/), 'open']]);
    await answerOwnForm(backend, await entered(backend, scene, late), EVENING);
    expect(await alertsOfForm()).toEqual([[expect.stringMatching(/^M[12]$/), 'resolved']]);
  });

  it('before care began anew does not count when the next is answered', async () => {
    for (let sent = 0; sent < 2; sent += 1) await freshLink();
    const late = await freshLink();
    backend.clock.pass(5 * DAY);
    const day = dateInZone(instantOf(backend.clock.now), 'America/Chicago');
    const { practiceId, clientId, clinician } = scene;
    await judgeCheckIns(backend.care, practiceId, { clientId, day });
    await backend.care.store.inPractice(
      scopeOf(practiceId, { now: backend.care.now() }),
      ({ episodes }) => episodes.mark({ clientId, kind: 'began', on: day }, clinician.staffId),
    );
    await answerOwnForm(backend, await entered(backend, scene, late), EVENING);
    expect(await alertsOfForm()).toEqual([[expect.stringMatching(/^M[12]$/), 'resolved']]);
  });
});
