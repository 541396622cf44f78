import { describe, expect, it } from 'vitest';
import { isOurExtension } from '#backend/http/origin.ts';
import { isStorable } from '#backend/http/storable.ts';
import { traceOf } from '#backend/http/trace.ts';

describe('what may be logged of an error', () => {
  it('is its kind, its code and where it was thrown, never what it says', () => {
    const inner = Object.assign(new TypeError('Key (name)=(Jordan Avery) already exists'), {
      code: '23505',
    });
    const trace = traceOf(new Error('insert failed for Jordan Avery', { cause: inner }));
    expect(trace.names).toEqual(['Error', 'TypeError']);
    expect(trace.code).toBe('23505');
    expect(trace.frames.join(' ')).toContain('http.test.ts');
    expect(JSON.stringify(trace)).not.toContain('Avery');
  });

  it('is bounded, also for a chain that bites its tail', () => {
    const loop = new Error('round');
    loop.cause = loop;
    expect(traceOf(loop).names.length).toBeLessThan(10);
    expect(traceOf('thrown text')).toEqual({ names: [], code: null, frames: [] });
  });
});

describe('text that can be stored', () => {
  it('holds no NUL and no half of a surrogate pair, however deep', () => {
    expect(isStorable({ a: ['plain', { b: 'emoji 😀' }], c: null, d: 3 })).toBe(true);
    expect(isStorable({ a: [{ b: 'nul \u0000' }] })).toBe(false);
    expect(isStorable(['half \ud83d'])).toBe(false);
  });
});

describe('whose Origin counts as the extension', () => {
  const id = 'abcdefghijklmnopabcdefghijklmnop';

  it('any extension while none is named, and only the named ones afterwards', () => {
    expect(isOurExtension(`chrome-extension://${id}`, 'anyExtension')).toBe(true);
    expect(isOurExtension(`chrome-extension://${id}`, [`chrome-extension://${id}`])).toBe(true);
    expect(isOurExtension(`chrome-extension://${id}`, [])).toBe(false);
  });

  it.each([
    undefined,
    '',
    'null',
    'https://a.example',
    `https://${id}`,
    `chrome-extension://${id}.x`,
  ])('not %j', (origin) => expect(isOurExtension(origin, 'anyExtension')).toBe(false));
});
