import { expect, test } from 'vitest';
import { bodyHash, canonicalText } from '#backend/audit/canonical.ts';

test('the order of members makes no difference, the order of a list does', () => {
  expect(canonicalText({ b: 1, a: [2, 1] })).toBe('{"a":[2,1],"b":1}');
  expect(bodyHash({ b: 1, a: 2 })).toBe(bodyHash({ a: 2, b: 1 }));
  expect(bodyHash([1, 2])).not.toBe(bodyHash([2, 1]));
});

test('a member that is undefined is as good as absent, one that is null is not', () => {
  expect(canonicalText({ a: undefined, b: null })).toBe('{"b":null}');
  expect(bodyHash({ a: undefined })).toBe(bodyHash({}));
  expect(bodyHash({ a: null })).not.toBe(bodyHash({}));
});

test('values of different kinds never share a text', () => {
  const texts = [1, '1', [1], { 1: 1 }, true, 'true', null, 'null', '', [], {}].map((value) =>
    canonicalText(value),
  );
  expect(new Set(texts).size).toBe(texts.length);
});

test('text is kept to the letter: quotes, line ends, other scripts', () => {
  const text = 'she said "no"\n\u2028 Ünal \u{1F642}';
  expect(JSON.parse(canonicalText({ text }))).toEqual({ text });
});
