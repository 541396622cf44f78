import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LINE_SLOT_WORDS, WHOLE_SLOT_WORDS } from '#backend/console/phrases/words.ts';
import { LINE_SLOTS, WHOLE_SLOTS } from '#shared/update/phrases/slots.ts';
import { chartRequest } from '#shared/update/request.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { A_PHRASE } from '#test/support/own-words.ts';
import {
  aStaffMember,
  call,
  openPage,
  type SignedIn,
  submitForm,
  valueOf,
} from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';

let backend: TestBackend;
let scene: Scene;
let admin: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
  admin = await aStaffMember(backend, scene.practiceId, 'admin');
});
afterAll(() => backend.close());

type Fields = Readonly<Record<string, string>>;

const save = (over: Fields = {}, who = admin) =>
  submitForm(backend, '/phrases/edit', { ...A_PHRASE, ...over }, { cookie: who.cookie });
const page = async (path = '/phrases', who = admin) =>
  (await openPage(backend, path, { cookie: who.cookie })).text();
const phrases = async () => (await briefOf(backend, scene, scene.clinician)).phrases ?? [];
const updateText = async () => {
  const input = { clientId: scene.clientId, request: chartRequest('narrative') };
  const reply = await call(backend, 'update.compose', input, scene.clinician.token);
  return (await valueOf<{ text: string }>(reply)).text;
};

describe('a phrase', () => {
  it('is saved by whoever writes notes, listed, and stands in the next Update', async () => {
    expect(await updateText()).not.toContain('We looked at it together');
    const text = '{measure} was {score} on {date}. We looked at it together.';
    const saved = await save({ text }, scene.clinician);
    expect(saved.headers.get('location')).toBe('/phrases?saved');
    expect(await page()).toContain('We looked at it together.');
    expect(await phrases()).toMatchObject([{ name: 'Summary', text, shapes: ['narrative'] }]);
    expect(await updateText()).toContain('We looked at it together.');
    const events = await backend.database.asSuperuser<{ subject: object }>(
      `select subject from care.audit_event where practice_id = $1 and action = 'phrase.saved'`,
      [scene.practiceId],
    );
    expect(events).toEqual([{ subject: { phraseId: expect.any(String) } }]);
  });

  it('is tried on an invented client before it is saved', async () => {
    const tried = await (await save({ do: 'preview' })).text();
    expect(tried).toContain('PHQ-9 was 9 on');
    expect(tried).not.toContain('Avery');
    expect(await phrases()).toEqual([]);
    const silent = await save({ do: 'preview', text: 'Due on {nextDue}.', per: 'update' });
    expect(await silent.text()).toContain('no sentence of it has a value for every slot');
  });

  it.each([
    ['text', { text: '' }, 'Write the sentence.'],
    ['text', { text: 'PHQ was {scores}.' }, 'There is no {scores} here.'],
    ['text', { text: 'Score {score' }, 'has no partner'],
    ['text', { text: 'There was no risk.' }, 'An Update never says this'],
    ['text', { text: 'It fell by 5 points.' }, 'is a number that no answer stands behind'],
    ['text', { text: '- {measure}' }, 'Use plain words.'],
    ['text', { text: 'a'.repeat(601) }, 'Shorten this to 600 characters.'],
    ['name', { name: ' ' }, 'Give the phrase a name'],
    ['name', { name: 'n'.repeat(81) }, 'Shorten this to 80 characters.'],
    ['section', { section: 'plan' }, 'A narrative note has no such part.'],
  ])('is refused with words beside %s: %o', async (field, over, words) => {
    const refused = await save(over);
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain(words);
    expect(text).toContain(`id="${field}-problem"`);
    expect(await phrases()).toEqual([]);
  });

  it('needs a kind of note to stand in', async () => {
    const { narrative: _, ...without } = A_PHRASE;
    const { cookie } = admin;
    const refused = await submitForm(backend, '/phrases/edit', without, { cookie });
    expect(await refused.text()).toContain('Choose at least one kind of note');
  });

  it('is changed by another in its place, and both stay on record', async () => {
    await save();
    const [first] = await phrases();
    expect(await page(`/phrases/edit?phrase=${first?.id}`)).toContain('PHQ-9 was 9 on');
    const phrase = first?.id ?? '';
    await save({ phrase, text: '{measure} was {score}.' });
    expect(await phrases()).toMatchObject([{ name: 'Summary', text: '{measure} was {score}.' }]);
    expect((await save({ phrase, text: '{measure}: {score}.' })).status).toBe(409);
    const kept = await backend.database.asSuperuser(
      'select 1 from care.phrase where practice_id = $1',
      [scene.practiceId],
    );
    expect(kept).toHaveLength(2);
  });

  it('has a name of its own, also when two are saved at once', async () => {
    const both = await Promise.all([save(), save({ text: '{measure} was {score}.' })]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 422]));
    expect(await phrases()).toHaveLength(1);
  });

  it('is saved once, however often it is sent', async () => {
    await save();
    const [first] = await phrases();
    expect((await save()).status).toBe(303);
    expect((await save({ phrase: first?.id ?? '' })).status).toBe(303);
    expect(await phrases()).toEqual([first]);
  });

  it('is taken away, which is recorded once', async () => {
    await save();
    const [first] = await phrases();
    const { cookie } = admin;
    for (const _ of ['once', 'again']) {
      const gone = await submitForm(backend, `/phrases/${first?.id}/remove`, {}, { cookie });
      expect(gone.status).toBe(303);
    }
    expect(await phrases()).toEqual([]);
    const events = await backend.database.asSuperuser(
      `select 1 from care.audit_event where practice_id = $1 and action = 'phrase.removed'`,
      [scene.practiceId],
    );
    expect(events).toHaveLength(1);
  });

  it('is one practice’s', async () => {
    await save();
    const other = await aScene(backend);
    expect((await briefOf(backend, other, other.clinician)).phrases).toEqual([]);
  });
});

describe('the page of a phrase', () => {
  it('explains every slot there is', async () => {
    expect(Object.keys(LINE_SLOT_WORDS).toSorted()).toEqual(Object.keys(LINE_SLOTS).toSorted());
    expect(Object.keys(WHOLE_SLOT_WORDS).toSorted()).toEqual(Object.keys(WHOLE_SLOTS).toSorted());
    const text = await page('/phrases/edit');
    for (const slot of Object.keys({ ...LINE_SLOTS, ...WHOLE_SLOTS })) {
      expect(text).toContain(`{${slot}}`);
    }
  });

  it('asks whoever is signed out to sign in', async () => {
    const away = await openPage(backend, '/phrases');
    expect(away.headers.get('location')).toBe('/sign-in?to=phrases');
  });
});
