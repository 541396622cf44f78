import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { consentTo, coupleSeen, withCouple } from '#test/support/couple.ts';
import { aLink, answerAndSend, bornFields, openPage, submitForm } from '#test/support/practice.ts';
import { aScene, POSITIVE_ITEM_9, type Scene } from '#test/support/scene.ts';

const HALF_AN_HOUR_AND_MORE = 31 * 60_000;
const WORDS = 'Sleep, & "my" sister\nand the <move>';

let backend: TestBackend;
let scene: Scene;
let link: string;
let birthDate: string;

beforeAll(async () => {
  backend = await startTestBackend();
  scene = await withCouple(backend, await aScene(backend));
  const [client] = await backend.database.asSuperuser<{ born: string }>(
    `select birth_date::text as born from care.client where client_id = $1`,
    [scene.clientId],
  );
  birthDate = client?.born ?? '';
});
afterAll(() => backend.close());

beforeEach(async () => {
  link = await aLink(backend, scene.practiceId, scene.clientId);
});

/** Presses a button after half an hour without a touch; the value is the page that comes. */
async function pressedLate(path: string, fields: Readonly<Record<string, string>>) {
  backend.clock.pass(HALF_AN_HOUR_AND_MORE);
  const reply = await submitForm(backend, `${link}${path}`, fields);
  expect(reply.status, path).toBe(401);
  const text = await reply.text();
  expect(text).toContain('When were you born?');
  return text;
}

/** Gives the birth date with what the page holds besides; the value is where that leads. */
async function goOn(page: string, born = birthDate) {
  return submitForm(backend, `${link}/birth-date`, { ...bornFields(born), ...hiddenIn(page) });
}

/** The hidden fields of the form that asks for the birth date. */
function hiddenIn(page: string): Record<string, string> {
  const form = page.slice(page.indexOf('/birth-date'), page.indexOf('class="born"'));
  const fields = form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries(
    [...fields].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

function unescaped(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const isShared = async () => {
  const reply = await coupleSeen(backend, scene);
  return reply.is === 'couple' && reply.view.is === 'shared';
};

describe('a button that is pressed after half an hour without a touch', () => {
  it('does not send the answers, says so, and leads back to where they are sent', async () => {
    await submitForm(backend, `${link}/q/1`, { answer: '2' });
    const page = await pressedLate('/submit', {});
    expect(page).toContain('Nothing was sent or changed yet.');
    expect((await goOn(page)).headers.get('location')).toBe(`${link}/review`);
    expect((await submitForm(backend, `${link}/submit`, {})).status).toBe(303);
  });

  it('leaves what is shared as it was, says so, and leads back to where that ends', async () => {
    await answerAndSend(backend, link, POSITIVE_ITEM_9);
    await consentTo(backend, scene, scene.partnerId);
    expect(await isShared()).toBe(true);
    const page = await pressedLate('/mine/unshare', { measure: 'csi16' });
    expect(page).toContain('Nothing was sent or changed yet.');
    expect((await goOn(page)).headers.get('location')).toBe(`${link}/mine/sharing`);
    const sharing = await (await openPage(backend, `${link}/mine/sharing`)).text();
    expect(sharing).toContain('You said yes until');
    await submitForm(backend, `${link}/mine/unshare`, { measure: 'csi16' });
    expect(await isShared()).toBe(false);
  });

  it.each([
    ['/mine/share', '/mine/sharing'],
    ['/mine/take-back', '/mine'],
    ['/mine/rate', '/mine'],
    ['/mine/show', '/mine'],
  ])('changes nothing, says so, and leads from %s back to %s', async (path, back) => {
    await answerAndSend(backend, link, POSITIVE_ITEM_9);
    const page = await pressedLate(path, { value: '4' });
    expect(page).toContain('Nothing was sent or changed yet.');
    expect((await goOn(page)).headers.get('location')).toBe(`${link}${back}`);
    expect((await openPage(backend, `${link}${back}`)).status).toBe(200);
  });
});

describe('words for the next session that are sent after half an hour without a touch', () => {
  it('are kept through the question, also past a wrong date, and then saved', async () => {
    await answerAndSend(backend, link, POSITIVE_ITEM_9);
    const page = await pressedLate('/mine/say', { topic: v7(), words: WORDS });
    expect(page).toContain('What you wrote or chose is still here.');
    const wrong = await goOn(page, '1950-01-01');
    expect(wrong.status).toBe(401);
    const right = await goOn(await wrong.text());
    expect(right.headers.get('location')).toBe(`${link}/mine`);
    const own = await (await openPage(backend, `${link}/mine`)).text();
    expect(own).toContain('“Sleep, &amp; &quot;my&quot; sister');
  });

  it('stay in their field where they can’t be kept', async () => {
    await answerAndSend(backend, link, POSITIVE_ITEM_9);
    const words = 'long '.repeat(101);
    const page = await pressedLate('/mine/say', { topic: v7(), words });
    const refused = await goOn(page);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(words);
  });
});

it('the language can be changed on the page about sharing, which stays', async () => {
  await answerAndSend(backend, link, POSITIVE_ITEM_9);
  const page = await (await openPage(backend, `${link}/mine/sharing`)).text();
  const [, at = ''] = /name="at" value="([^"]*)"/.exec(page) ?? [];
  const changed = await submitForm(backend, `${link}/language`, { at, to: 'spanish' });
  expect(changed.status).toBe(303);
  expect(changed.headers.get('location')).toBe(`${link}/mine/sharing`);
  expect(changed.headers.getSetCookie().join()).toContain('language=spanish');
});
