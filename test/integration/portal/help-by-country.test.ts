import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { openPage } from '#test/support/practice.ts';

let backend: TestBackend;

beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

/** What a browser that asks for these languages reads. */
async function read(path: string, languages: string): Promise<string> {
  const headers = languages === '' ? {} : { 'accept-language': languages };
  return (await openPage(backend, path, { cookie: '', ...headers })).text();
}

describe.each([
  ['the page that is kept for when there is no connection', '/m/'],
  ['the page of a link that is not open', `/m/${'A'.repeat(43)}`],
])('help on %s, where nobody’s country is known', (_, path) => {
  it.each([
    ['en-GB,en-US;q=0.9,en;q=0.8', 'United Kingdom', 'tel:116123', 'tel:988'],
    ['en-AU', 'Australia', 'tel:131114', 'tel:911'],
    ['es-US,es;q=0.9', 'Estados Unidos', 'tel:988', 'tel:116123'],
    ['en;q=0.9', 'United States', 'tel:988', 'tel:116123'],
    ['', 'United States', 'tel:988', 'tel:116123'],
  ])('is that of the browser’s region, named, and of everywhere: %s', async (asked, ...said) => {
    const [country, number, foreign] = said;
    const page = await read(path, asked);
    expect(page).toMatch(new RegExp(`(?:If you are in|Si está en): ${country}`));
    expect(page).toContain(number);
    expect(page).not.toContain(foreign);
    expect(page).toContain('https://findahelpline.com/');
    expect(page).toMatch(/If you are somewhere else|Si está en otro lugar/);
  });

  it.each(['es-ES,es;q=0.9', 'de-DE,de;q=0.9,en-US;q=0.8', 'zh-Hant-TW,en-GB;q=0.8'])(
    'names no number where none is known of the region: %s',
    async (asked) => {
      const page = await read(path, asked);
      expect(page).toContain('https://findahelpline.com/');
      expect(page).not.toMatch(/href="(?:tel|sms):/);
      expect(page).not.toMatch(/If you are in:|Si está en:/);
    },
  );
});
