import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, separatorAfter } from '#extension/ehr/insert/plain-text.ts';

describe('text on its way into a note', () => {
  test.each([
    ['line ends of every kind', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['bidirectional controls', 'PHQ-9 \u202E71/27\u202C', 'PHQ-9 71/27'],
    ['invisible characters', 'a\u200Bb\uFEFFc\u2060d', 'abcd'],
    ['control characters', 'a\u0000b\u001Bc\u007Fd\u0091e', 'abcde'],
    ['tabs and no-break spaces', 'a\tb\u00A0c', 'a b c'],
    ['half a character', 'a\uD83Db', 'ab'],
    ['blank lines around it', '\n\na\n\nb\n', 'a\n\nb'],
  ])('loses %s', (_, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  test('keeps letters of every script, and joined emoji', () => {
    const text = 'Zoë Šimková, שלום, مرحبا, 👩‍👩‍👧';
    expect(plainText(text)).toBe(text);
  });

  test('is not changed by a second cleaning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = plainText(text);
        expect(plainText(once)).toBe(once);
      }),
    );
  });
});

test.each([
  ['nothing', '', ''],
  ['blanks', '  \n', ''],
  ['a sentence', 'On time.', '\n\n'],
  ['a finished line', 'On time.\n', '\n'],
  ['a blank line', 'On time.\n\n', ''],
])('after %s, one blank line comes before the Update', (_, before, expected) => {
  expect(separatorAfter(before)).toBe(expected);
});
