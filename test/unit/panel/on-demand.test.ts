import { describe, expect, it } from 'vitest';
import { partFrom } from '#extension/panel/on-demand/part.ts';
import { MISSING_PART_WORDS } from '#extension/panel/on-demand/part-view.tsx';
import { FORBIDDEN, LANGUAGES, loadSpanish } from '#extension/panel/update/language/loaded.ts';
import * as all from '#shared/update/language/languages.ts';

describe('a part of the panel', () => {
  it('is there with what its file holds', async () => {
    expect(await partFrom(() => Promise.resolve('views'))).toEqual({
      is: 'loaded',
      content: 'views',
    });
  });

  it('is missing where its file cannot be read, and nothing is thrown', async () => {
    expect(await partFrom(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual({
      is: 'missing',
    });
  });

  it('is never said to be missing because of the server or the network', () => {
    expect(MISSING_PART_WORDS).toContain('Save your note, then reload the page.');
    expect(MISSING_PART_WORDS).not.toMatch(/server|network|connect/i);
  });
});

describe('the languages of the panel', () => {
  it('are English at once, and Spanish once it was loaded', async () => {
    expect(LANGUAGES.en).toBe(all.LANGUAGES.en);
    expect(FORBIDDEN.en).toBe(all.FORBIDDEN.en);
    expect(() => LANGUAGES.es).toThrow('before it was loaded');
    expect(() => FORBIDDEN.es).toThrow('before it was loaded');
    await loadSpanish();
    expect(LANGUAGES.es).toBe(all.LANGUAGES.es);
    expect(FORBIDDEN.es).toBe(all.FORBIDDEN.es);
  });
});
