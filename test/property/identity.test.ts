import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarDate, dateInWords } from '#shared/contracts/calendar.ts';
import { agree } from '#shared/identity/agree.ts';
import { parseBirthDate } from '#shared/identity/birth-date.ts';
import { verdict } from '#shared/identity/verdict.ts';

const BORN = CalendarDate.parse('1991-03-14');
const GIVEN = [
  'Jordan',
  'Riley',
  'Zoë',
  'Siobhán',
  'José',
  'Łukasz',
  'Mei',
  'Anne-Marie',
  'مريم',
  'נועה',
];
const MIDDLE = ['Marie', 'Lee', 'Ángel', 'Quinn', 'سامي'];
const FAMILY = [
  'Avery',
  'Chen',
  'O’Neil',
  'Núñez',
  'Lopez-Ruiz',
  'Van Dyke',
  'Groß',
  'حداد',
  'לוי',
];
const NICKNAMES = ['Jo', 'Bobby', 'Mimi', 'أبو علي'];

const person = fc.record({
  given: fc.constantFrom(...GIVEN),
  middle: fc.option(fc.constantFrom(...MIDDLE), { nil: null }),
  family: fc.constantFrom(...FAMILY),
});
type Person = { given: string; middle: string | null; family: string };

/** The ways in which pages write one name. */
const FORMS: readonly ((name: Person) => string)[] = [
  ({ given, middle, family }) => [given, middle, family].filter(Boolean).join(' '),
  ({ given, middle, family }) => `${family}, ${[given, middle].filter(Boolean).join(' ')}`,
  ({ given, family }) => `${given} ${family}`,
  ({ given, middle, family }) =>
    `${given} ${middle === null ? '' : `${middle.charAt(0)}.`} ${family}`,
  ({ given, family }) => `${family.toUpperCase()}, ${given.toUpperCase()}`,
  ({ given, family }) => `${given} ${family}`.normalize('NFD'),
  ({ given, family }) => `\u200f${given} ${family}\u200e`,
  ({ given, family }) => `${given} ${family}, Ph.D.`,
  ({ given, family }) => `${given} ${family} (they/them)`,
];
const form = fc.constantFrom(...FORMS);

function names(shown: string, displayName: string) {
  return agree({ name: shown, birthDate: null }, { displayName, otherNames: [], birthDate: BORN })
    .name;
}

/** Any code points, lone surrogates and controls included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 60 })
  .map((points) => String.fromCodePoint(...points));

describe('a name', () => {
  it('agrees with itself in every form that pages write', () => {
    fc.assert(
      fc.property(person, form, form, (one, shown, known) => {
        expect(names(shown(one), known(one))).toBe('agrees');
      }),
    );
  });

  it('never agrees with another given or family name, in any form', () => {
    fc.assert(
      fc.property(person, person, form, form, (one, other, shown, known) => {
        fc.pre(one.given !== other.given || one.family !== other.family);
        expect(names(shown(one), known(other))).not.toBe('agrees');
      }),
    );
  });

  it('with a nickname agrees by what else it says, and never by the nickname', () => {
    const quotes = fc.constantFrom(['"', '"'], ['“', '”'], ['(', ')'], ["'", "'"], ['[', ']']);
    const nickname = fc.constantFrom(...NICKNAMES);
    fc.assert(
      fc.property(
        person,
        nickname,
        nickname,
        quotes,
        form,
        (one, nick, other, [open, shut], known) => {
          const shown = `${one.given} ${open}${nick}${shut} ${one.family}`;
          expect(names(shown, known(one))).toBe('agrees');
          expect(names(shown, known({ ...one, given: nick, middle: null }))).toBe('differs');
          const elsewhere = `${one.family}, ${one.given} (${other})`;
          expect(names(shown, elsewhere)).toBe(nick === other ? 'agrees' : 'differs');
        },
      ),
    );
  });

  it('with a hyphen agrees with neither half of it', () => {
    const hyphened = person.filter(({ given, family }) => `${given}${family}`.includes('-'));
    const half = fc.constantFrom(0, 1);
    fc.assert(
      fc.property(hyphened, form, form, half, (one, shown, known, place) => {
        const halved = (part: string) => part.split('-').at(place) ?? part;
        const other = { ...one, given: halved(one.given), family: halved(one.family) };
        expect(names(shown(one), known(other))).toBe('differs');
      }),
    );
  });

  it('of two people never agrees with one of them', () => {
    const marker = fc.constantFrom(' & ', ' and ', '/', ' + ', ' AND ');
    fc.assert(
      fc.property(person, person, marker, form, (one, other, between, known) => {
        const shown = `${one.given}${between}${other.given} ${one.family}`;
        expect(names(shown, known(one))).toBe('differs');
      }),
    );
  });

  it('of one word never agrees', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), person, form, (text, one, known) => {
        const word = text.replaceAll(/[\s,&/+\p{P}\p{S}]/gu, '');
        expect(names(word, known(one))).not.toBe('agrees');
      }),
    );
  });

  it('compares the same from both sides', () => {
    fc.assert(
      fc.property(person, person, form, form, (one, other, shown, known) => {
        expect(names(shown(one), known(other))).toBe(names(known(other), shown(one)));
      }),
    );
  });

  it('of any content is compared without failing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(['agrees', 'differs', 'unreadable']).toContain(names(text, 'Jordan Avery'));
      }),
    );
  });
});

describe('a birth date', () => {
  const day = fc
    .date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2199-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => CalendarDate.parse(date.toISOString().slice(0, 10)));

  it('is read from every form that pages write', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, number] = date.split('-');
        const [, word] = dateInWords(date, { year: true }).split(' ');
        const forms = [
          date,
          `${month}/${number}/${year}`,
          `${Number(month)}/${Number(number)}/${year}`,
          `${word} ${Number(number)}, ${year}`,
        ];
        for (const shown of forms) expect(parseBirthDate(shown)).toBe(date);
      }),
    );
  });

  it('is a day of the calendar or nothing, whatever the text', () => {
    const shapes = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}$/));
    fc.assert(
      fc.property(shapes, (text) => {
        const parsed = parseBirthDate(text);
        if (parsed !== null) expect(CalendarDate.safeParse(parsed).success).toBe(true);
      }),
    );
  });
});

describe('the verdict', () => {
  const agreement = fc.constantFrom('agrees' as const, 'differs' as const, 'unreadable' as const);

  it('is certain only with a link, an agreeing name and no contradiction', () => {
    fc.assert(
      fc.property(fc.boolean(), agreement, agreement, (linked, name, birthDate) => {
        const certain = verdict(linked, { name, birthDate }).verdict === 'certain';
        expect(certain).toBe(linked && name === 'agrees' && birthDate !== 'differs');
      }),
    );
  });
});
