import { expect, test } from 'vitest';
import { Instant } from '#shared/contracts/calendar.ts';
import { closingLinesIn } from '#shared/contracts/own-mark.ts';
import { ENGLISH } from '#shared/update/language/english/english.ts';
import { SPANISH } from '#shared/update/language/spanish/spanish.ts';

test.each([
  ['English', ENGLISH],
  ['Spanish', SPANISH],
])(
  'the closing line of an Update in %s is found in any month, and nothing around it',
  (_, language) => {
    const lines = Array.from({ length: 12 }, (_unused, month) => {
      const at = Instant.parse(`2026-${String(month + 1).padStart(2, '0')}-05T18:58:00.000Z`);
      return language.closing.provenance(language.days.moment(at, 'UTC'));
    });
    const note = lines.map((line) => `Slept badly. ${line}. Wife called.`).join('\n\n');
    expect(closingLinesIn(note)).toEqual(lines);
    expect(closingLinesIn(`${lines[0]}.\n${lines[0]}.`)).toHaveLength(2);
  },
);

test.each([
  'Throughline, as of her diagnosis in 2019.',
  'Throughline, as of',
  'throughline, as of 5 Nov 2026, 9:02 am.',
  '',
])('what a person wrote is not taken for one: %s', (text) => {
  expect(closingLinesIn(text)).toEqual([]);
});
