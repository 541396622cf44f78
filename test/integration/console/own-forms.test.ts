import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aStaffMember, openPage, type SignedIn, submitForm } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  scene = await aScene(backend);
});
afterAll(() => backend.close());

type Fields = Readonly<Record<string, string>>;

/** A form of one rating, as its page sends it. */
const ONE_RATING: Fields = {
  version: '0',
  title: 'Evening rating',
  'i1.kind': 'rating',
  'i1.id': '',
  'i1.name': 'Calm',
  'i1.text': 'How calm was the evening?',
  'i1.direction': 'higherBetter',
  'i1.min': '0',
  'i1.max': '10',
  'i1.minLabel': 'not at all',
  'i1.maxLabel': 'completely',
};

const get = (path: string, who: SignedIn = scene.clinician) =>
  openPage(backend, path, { cookie: who.cookie });
const textOf = async (path: string) => (await get(path)).text();
const post = (path: string, fields: Fields, who: SignedIn = scene.clinician) =>
  submitForm(backend, path, fields, { cookie: who.cookie });

/** The address under which a new form is composed. */
async function newForm(from = ''): Promise<string> {
  const page = await textOf(`/forms/new${from}`);
  const [, address] = /action="(\/forms\/[0-9a-f-]{36})\/edit"/.exec(page) ?? [];
  if (address === undefined) throw new Error('there is no form to compose');
  return address;
}

/** What a browser would send of a page: every field with its value. */
function fieldsOf(page: string): Record<string, string> {
  const typed = [...page.matchAll(/name="([\w.]+)"\s+value="([^"]*)"/g)];
  const lines = [...page.matchAll(/name="([\w.]+)" rows="2"[^>]*>\n([^<]*)<\/textarea/g)];
  const chosen = [...page.matchAll(/name="([\w.]+)">\s*<option value="(\w+)" selected/g)];
  const second = [
    ...page.matchAll(/name="([\w.]+)">[^/]*<\/option>\s*<option value="(\w+)" selected/g),
  ];
  const all = [...typed, ...lines, ...chosen, ...second].filter(([, name]) => name !== 'do');
  return Object.fromEntries(all.map(([, name = '', value = '']) => [name, value]));
}

async function press(address: string, fields: Fields, button: string): Promise<string> {
  const reply = await post(`${address}/edit`, { ...fields, do: button });
  expect(reply.status).toBe(200);
  return reply.text();
}

async function save(address: string, fields: Fields, who?: SignedIn): Promise<Response> {
  return post(`${address}/edit`, { ...fields, do: 'save' }, who);
}

async function versionsKept(practiceId = scene.practiceId) {
  return backend.database.asSuperuser<{ version: number; title: string }>(
    `select version, form ->> 'title' as title from care.own_form_version
     where practice_id = $1 order by form_id, version`,
    [practiceId],
  );
}

async function recorded(action: string): Promise<readonly object[]> {
  return backend.database.asSuperuser(
    `select subject, client_id from care.audit_event
     where practice_id = $1 and action = $2 order by at`,
    [scene.practiceId, action],
  );
}

describe('a clinician composes a form', () => {
  it('from a diary card, and finds it in the list', async () => {
    const address = await newForm('?from=diary-card');
    const fields = fieldsOf(await textOf('/forms/new?from=diary-card'));
    expect(fields['i2.direction']).toBe('higherWorse');
    const saved = await save(address, fields);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${address}?saved`]);
    const page = await textOf(`${address}?saved`);
    expect(page).toContain('Saved. This is version 1.');
    expect(page).toContain('0 (very low) to 10 (very good); higher is better.');
    expect(await textOf('/forms')).toContain(`href="${address}"`);
    expect(await recorded('form.composed')).toEqual([
      { subject: { formId: address.slice('/forms/'.length), version: 1 }, client_id: null },
    ]);
  });

  it('under one id, however its address is written', async () => {
    const address = await newForm();
    const [, , formId = ''] = address.split('/');
    const saved = await save(`/forms/${formId.toUpperCase()}`, ONE_RATING);
    expect(saved.headers.get('location')).toBe(`${address}?saved`);
    const kept = await backend.database.asSuperuser(
      `select form ->> 'formId' as id from care.own_form_version where practice_id = $1`,
      [scene.practiceId],
    );
    expect(kept).toEqual([{ id: formId }]);
  });

  it('question by question, moves and removes them, and loses nothing typed on the way', async () => {
    const address = await newForm();
    let fields: Fields = { ...ONE_RATING };
    fields = fieldsOf(await press(address, fields, 'add-choice'));
    fields = fieldsOf(await press(address, { ...fields, 'i2.name': 'Walk' }, 'add-option-2'));
    expect(Object.keys(fields).filter((name) => /^i2\.o\d\.label$/.test(name))).toHaveLength(3);
    fields = fieldsOf(await press(address, fields, 'remove-option-2-1'));
    fields = fieldsOf(await press(address, fields, 'add-text'));
    fields = fieldsOf(await press(address, { ...fields, 'i3.name': 'Line' }, 'up-3'));
    expect([fields['i1.name'], fields['i2.name'], fields['i3.name']]).toEqual([
      'Calm',
      'Line',
      'Walk',
    ]);
    fields = fieldsOf(await press(address, fields, 'down-1'));
    expect([fields['i1.name'], fields['i2.name']]).toEqual(['Line', 'Calm']);
    fields = fieldsOf(await press(address, fields, 'remove-1'));
    expect([fields['i1.name'], fields['i2.name'], fields['i3.name']]).toEqual([
      'Calm',
      'Walk',
      undefined,
    ]);
    expect(fields['i1.text']).toBe('How calm was the evening?');
    expect(await versionsKept()).toEqual([]);
  });

  it('is told beside each field what is missing, and keeps what was typed', async () => {
    const address = await newForm();
    const wrong: Fields = {
      ...ONE_RATING,
      title: 'PHQ 9 weekly',
      'i1.name': ' ',
      'i1.max': '12',
      'i2.kind': 'choice',
      'i2.name': 'Walk',
      'i2.text': 'Did you go for a walk?',
      'i2.direction': 'higherBetter',
      'i2.o1.value': '0',
      'i2.o1.label': '',
      'i2.o2.value': '1',
      'i2.o2.label': 'Yes',
      'i3.kind': 'text',
      'i3.name': 'Line',
      'i3.text': 'x'.repeat(301),
      'i3.maxLength': 'many',
    };
    const refused = await save(address, wrong);
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain('Nothing was saved yet.');
    for (const [field, words] of [
      ['title', 'A published measure is called that.'],
      ['i1.name', 'Give this question a short name'],
      ['i1.max', 'Use a whole number from 0 to 10.'],
      ['i2.o1.label', 'Write this choice, or remove it.'],
      ['i3.text', 'Shorten this to 300 characters.'],
      ['i3.maxLength', 'Use a whole number from 1 to 2000.'],
    ]) {
      expect(page).toContain(`id="${field}-problem">${words}`);
    }
    expect(fieldsOf(page)).toMatchObject({ title: 'PHQ 9 weekly', 'i1.max': '12' });
    expect(await versionsKept()).toEqual([]);
    expect(await press(address, { version: '0', title: 'Empty' }, 'check')).toContain(
      'Add at least one question.',
    );
  });

  it('is told when two questions would share a name, and loses nothing typed', async () => {
    const address = await newForm();
    const second = Object.fromEntries(
      Object.entries(ONE_RATING)
        .filter(([name]) => name.startsWith('i1.'))
        .map(([name, value]) => [name.replace('i1.', 'i2.'), value]),
    );
    const refused = await save(address, { ...ONE_RATING, ...second, 'i2.name': ' calm ' });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain('id="i2.name-problem">Another question of this form has this name.');
    expect(fieldsOf(page)).toMatchObject({ 'i2.name': ' calm ', 'i2.maxLabel': 'completely' });
    expect(await versionsKept()).toEqual([]);
  });

  it('can’t give two forms in use one title, at once or one after the other', async () => {
    const [one, two] = [await newForm(), await newForm()];
    const both = await Promise.all([save(one, ONE_RATING), save(two, ONE_RATING)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
    const three = await newForm();
    const refused = await save(three, { ...ONE_RATING, title: ' evening  RATING' });
    const page = await refused.text();
    expect(page).toContain('id="title-problem">Another form in use has this title.');
    expect(fieldsOf(page)).toMatchObject({ title: ' evening  RATING', 'i1.name': 'Calm' });
    expect(await versionsKept()).toHaveLength(1);
  });

  it('can use the title of a form out of use, which then can’t come back under it', async () => {
    const [one, two] = [await newForm(), await newForm()];
    await save(one, ONE_RATING);
    await post(`${one}/retire`, {});
    expect((await save(two, ONE_RATING)).status).toBe(303);
    const refused = await post(`${one}/restore`, {});
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('It stays out of use');
    expect(await recorded('form.restored')).toEqual([]);
    await post(`${two}/retire`, {});
    expect((await post(`${one}/restore`, {})).status).toBe(303);
  });

  it('keeps what was typed as text, also where it looks like markup', async () => {
    const address = await newForm();
    await save(address, { ...ONE_RATING, title: '<b>"Calm" & co</b>' });
    const page = await textOf(address);
    expect(page).toContain('<h1>&lt;b&gt;&quot;Calm&quot; &amp; co&lt;/b&gt;</h1>');
    expect(page).not.toContain('<b>"Calm"');
  });
});

describe('a form that is changed', () => {
  it('gets a further version; the same again makes none, and the ones before stay', async () => {
    const address = await newForm();
    await Promise.all([save(address, ONE_RATING), save(address, ONE_RATING)]);
    expect(await versionsKept()).toEqual([{ version: 1, title: 'Evening rating' }]);
    const changed = { ...fieldsOf(await textOf(`${address}/edit`)), title: 'Night rating' };
    expect(changed).toMatchObject({ version: '1', 'i1.id': 'calm' });
    expect((await save(address, changed)).status).toBe(303);
    expect((await save(address, changed)).status).toBe(303);
    expect(await versionsKept()).toEqual([
      { version: 1, title: 'Evening rating' },
      { version: 2, title: 'Night rating' },
    ]);
    expect(await textOf(address)).toContain('Versions (2)');
  });

  it('is not overwritten by somebody who had not seen the newest version', async () => {
    const address = await newForm();
    await save(address, ONE_RATING);
    await save(address, { ...ONE_RATING, version: '1', title: 'Second' });
    const late = await save(address, { ...ONE_RATING, version: '1', title: 'Also second' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Read it again, then decide.');
    expect(fieldsOf(page)['title']).toBe('Also second');
    expect(await versionsKept()).toHaveLength(2);
  });

  it('is taken out of use and back, each recorded once', async () => {
    const address = await newForm();
    await save(address, ONE_RATING);
    await Promise.all([post(`${address}/retire`, {}), post(`${address}/retire`, {})]);
    expect(await textOf('/forms')).toMatch(/Taken out of use by Staff \d+ on /);
    await post(`${address}/restore`, {});
    expect(await textOf('/forms')).not.toContain('Taken out of use by');
    expect(await recorded('form.retired')).toHaveLength(1);
    expect(await recorded('form.restored')).toHaveLength(1);
  });
});

describe('the preview', () => {
  it('shows the client’s own screens and keeps nothing', async () => {
    const address = await newForm('?from=diary-card');
    await save(address, fieldsOf(await textOf('/forms/new?from=diary-card')));
    const preview = `${address}/preview`;
    expect(await textOf(preview)).toContain('A few questions from your therapist');
    const started = await post(`${preview}/start`, {});
    expect(started.headers.get('location')).toBe(`${preview}/q/1`);
    const first = await textOf(`${preview}/q/1`);
    expect(first).toContain('How was your mood today?');
    expect(first).toContain('Preview: nothing that is pressed here is kept.');
    expect(
      (await post(`${preview}/q/5`, { answer: 'words', words: 'x' })).headers.get('location'),
    ).toBe(`${preview}/review`);
    expect(
      (await post(`${preview}/q/5`, { answer: 'back', words: 'x' })).headers.get('location'),
    ).toBe(`${preview}/q/4`);
    expect(await textOf(`${preview}/review`)).toContain('5 questions have no answer.');
    expect((await get(`${preview}/q/6`)).status).toBe(404);
    const kept = await backend.database.asSuperuser(
      'select from care.own_answer where practice_id = $1',
      [scene.practiceId],
    );
    expect(kept).toEqual([]);
  });
});

describe('who may', () => {
  it('an admin reads forms and composes none', async () => {
    const admin = await aStaffMember(backend, scene.practiceId, 'admin');
    const address = await newForm();
    await save(address, ONE_RATING);
    expect((await get('/forms', admin)).status).toBe(200);
    expect((await get(`${address}/preview`, admin)).status).toBe(200);
    for (const path of ['/forms/new', `${address}/edit`]) {
      expect((await get(path, admin)).status).toBe(403);
    }
    expect(
      (await save(address, { ...ONE_RATING, version: '1', title: 'Theirs' }, admin)).status,
    ).toBe(403);
    expect((await post(`${address}/retire`, {}, admin)).status).toBe(403);
    expect(await recorded('access.denied')).toHaveLength(4);
  });

  it('another practice finds nothing of it', async () => {
    const address = await newForm();
    await save(address, ONE_RATING);
    const { clinician: stranger, practiceId } = await aScene(backend);
    expect(await (await get('/forms', stranger)).text()).not.toContain('Evening rating');
    for (const path of [address, `${address}/edit`, `${address}/preview`]) {
      expect((await get(path, stranger)).status).toBe(404);
    }
    expect(
      (await save(address, { ...ONE_RATING, version: '1', title: 'Theirs' }, stranger)).status,
    ).toBe(404);
    expect((await post(`${address}/retire`, {}, stranger)).status).toBe(404);
    expect(await versionsKept(practiceId)).toEqual([]);
    expect(await versionsKept()).toEqual([{ version: 1, title: 'Evening rating' }]);
  });

  it('whoever is signed out is asked to sign in', async () => {
    const away = await openPage(backend, '/forms');
    expect(away.headers.get('location')).toBe('/sign-in?to=forms');
  });

  it('a page from elsewhere changes nothing', async () => {
    const address = await newForm();
    const headers = {
      cookie: scene.clinician.cookie,
      origin: 'https://elsewhere.example',
      'sec-fetch-site': 'cross-site',
    };
    const foreign = await submitForm(
      backend,
      `${address}/edit`,
      { ...ONE_RATING, do: 'save' },
      headers,
    );
    expect(foreign.status).toBe(403);
    expect((await post(`${address}/edit`, { ...ONE_RATING, bands: '1', do: 'save' })).status).toBe(
      400,
    );
  });
});
