import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { agree } from '#shared/identity/agree.ts';
import { namesSeveralPeople } from '#shared/identity/person-name.ts';
import { sameName } from '#shared/identity/same-name.ts';
import { verdict } from '#shared/identity/verdict.ts';

const BORN = '1991-03-14' as CalendarDate;

/** How a name on a page compares with an invented client's. */
function nameAgreement(shown: string | null, displayName: string, otherNames: string[] = []) {
  return agree({ name: shown, birthDate: null }, { displayName, otherNames, birthDate: BORN }).name;
}

/** How a birth date on a page compares with an invented client's. */
function birthDateAgreement(birthDate: CalendarDate | null) {
  const known = { displayName: 'Jordan Avery', otherNames: [], birthDate: BORN };
  return agree({ name: null, birthDate }, known).birthDate;
}

describe('a name agrees', () => {
  it.each([
    ['as it is', 'Jordan Avery', 'Jordan Avery'],
    ['family name first', 'Avery, Jordan', 'Jordan Avery'],
    ['family name first with a middle name', 'Avery, Jordan Marie', 'Jordan Avery'],
    ['in capitals', 'JORDAN AVERY', 'Jordan Avery'],
    ['with more spaces', '  Jordan \u00a0 Avery ', 'Jordan Avery'],
    ['composed or decomposed', 'Zoe\u0308 Lindqvist', 'Zoë Lindqvist'],
    ['without diacritics', 'Zoe Munoz', 'Zoë Muñoz'],
    ['with letters that have no base letter', 'Soren Lukasz Gross', 'Søren Łukasz Groß'],
    ['without the apostrophe', 'Siobhan ONeil', 'Siobhán O’Neil'],
    ['with another apostrophe', "Siobhan O'Neil", 'Siobhán O’Neil'],
    ['with a space for the hyphen', 'Ana Lopez Ruiz', 'Ana López-Ruiz'],
    ['with a middle name only on the page', 'Jordan Marie Avery', 'Jordan Avery'],
    ['with a middle name only in the record', 'Jordan Avery', 'Jordan Marie Avery'],
    ['with a middle initial', 'Jordan M. Avery', 'Jordan Marie Avery'],
    ['with one of two middle names', 'Jordan Lee Avery', 'Jordan Marie Lee Avery'],
    ['with a suffix on one side', 'Jordan Avery Jr.', 'Jordan Avery'],
    ['with the suffix after a comma', 'Jordan Avery, Jr.', 'Jordan Avery Jr'],
    ['family name and suffix first', 'Avery Jr., Jordan', 'Jordan Avery, Jr.'],
    ['with a title', 'Ms. Jordan Avery', 'Jordan Avery'],
    ['with a nickname in brackets', 'Jordan (Jo) Avery', 'Jordan Avery'],
    ['in another script', '小明 王', '小明 王'],
    ['in full-width letters', 'Ｊｏｒｄａｎ Ａｖｅｒｙ', 'Jordan Avery'],
    ['with a nickname in quotes', 'Jordan "Jo" Avery', 'Jordan Avery'],
    ['with a nickname in single quotes', 'Jordan ‘Jo’ O’Neil', "Jordan O'Neil"],
    ['with a nickname at the end', 'Jordan Avery (Jo)', 'Jordan Avery'],
    ['with the same nickname', 'Jordan “Jo” Avery', 'Avery, Jordan (Jo)'],
    ['with pronouns', 'Jordan Avery (she/her)', 'Jordan Avery'],
    ['with an academic degree', 'Jordan Avery, Ph.D.', 'Jordan Avery'],
    ['with degree and title', 'Dr. Jordan Avery MD', 'Jordan Avery'],
    ['with a given name that looks like a degree', 'Rahman, Md', 'Md Rahman'],
    ['with a family name of two words', 'Van Dyke, Jordan', 'Jordan Van Dyke'],
    ['in Arabic letters, with and without marks', 'مَرْيَم حداد', 'مريم حدّاد'],
    ['in Arabic, with the family name first', 'حداد، مريم', 'مريم حداد'],
    ['in Arabic with a stretched line', 'مريـــم حداد', 'مريم حداد'],
    ['in Hebrew, with and without points', 'נֹעָה לֵוִי', 'נעה לוי'],
    ['in Greek and Cyrillic, with and without accents', 'Ελένη Королёва', 'Ελενη Королева'],
    ['in Japanese, composed or decomposed', 'か\u3099とう けん', 'がとう けん'],
    ['in half-width Japanese letters', 'ｶﾞﾄｳ ｹﾝ', 'ガトウ ケン'],
    ['with a variant of a character', '葛\u{e0100}城 遥', '葛城 遥'],
    ['in Korean, composed or decomposed', '김민 서'.normalize('NFD'), '김민 서'],
    ['in Devanagari', 'शर्मा, रमा', 'रमा शर्मा'],
    ['in Hebrew with marks of direction', '\u200fנועה\u200f לוי\u200f', 'נועה לוי'],
    ['with a family name that joins two', 'JOSÉ ORTEGA Y GASSET', 'Ortega y Gasset, José'],
    ['with an initial that could join', 'Jordan Y. Avery', 'Jordan Yael Avery'],
  ])('%s', (_, shown, known) => {
    expect(nameAgreement(shown, known)).toBe('agrees');
    expect(nameAgreement(known, shown)).toBe('agrees');
  });

  it('with another name that a person confirmed, and only then', () => {
    expect(nameAgreement('Jo Avery', 'Jordan Avery')).toBe('differs');
    expect(nameAgreement('Jo Avery', 'Jordan Avery', ['Jo Avery'])).toBe('agrees');
  });
});

describe('a name differs', () => {
  it.each([
    ['a vowel sign in Devanagari', 'रमा शर्मा', 'रीमा शर्मा'],
    ['a voiced sound in Japanese', 'がとう けん', 'かとう けん'],
    ['a long vowel in Thai', 'กิ สุขใจ', 'กี สุขใจ'],
    ['a tone in Thai', 'ใหม ขาว', 'ใหม ข้าว'],
    ['a vowel sign in Tamil', 'கலா ராஜன்', 'கிலா ராஜன்'],
    ['another person', 'Riley Chen', 'Jordan Avery'],
    ['another given name', 'Morgan Avery', 'Jordan Avery'],
    ['another family name', 'Jordan Chen', 'Jordan Avery'],
    ['a given name that begins alike', 'Jo Avery', 'Jordan Avery'],
    ['an initial for the given name', 'J. Avery', 'Jordan Avery'],
    ['a contradicting middle name', 'Jordan Lee Avery', 'Jordan Marie Avery'],
    ['a contradicting middle initial', 'Jordan B. Avery', 'Jordan Marie Avery'],
    ['middle names in another order', 'Jordan Lee Marie Avery', 'Jordan Marie Lee Avery'],
    ['father and son', 'Jordan Avery Sr', 'Jordan Avery Jr'],
    ['a longer family name', 'Ana Lopez Ruiz', 'Ana Lopez'],
    ['names exchanged without a comma', 'Avery Jordan', 'Jordan Avery'],
    ['a couple with &', 'Jordan & Sam Avery', 'Jordan Avery'],
    ['a couple with "and"', 'Jordan and Sam Avery', 'Jordan Avery'],
    ['a couple with /', 'Jordan Avery / Sam Reyes', 'Jordan Avery'],
    ['a couple with +', 'Jordan Avery + Sam Reyes', 'Jordan Avery'],
    ['a list of names', 'Avery, Jordan, Reyes, Sam', 'Jordan Avery'],
    ['two suffixes', 'Jordan Avery Jr III', 'Jordan Avery'],
    ['a nickname for the given name', 'Jo (Jordan) Avery', 'Jordan Avery'],
    ['another nickname', 'Jordan (Jo) Avery', 'Jordan "Dani" Avery'],
    ['a nickname that is the other’s given name', 'Jordan "Sam" Avery', 'Sam Avery'],
    ['a bracket that was never closed', 'Jordan (Jo Avery', 'Jordan Avery'],
    ['half of a family name with a hyphen', 'Ana López-Ruiz', 'Ana Ruiz'],
    ['half of a given name with a hyphen', 'Anne-Marie Chen', 'Anne Chen'],
    ['half of a family name before a comma', 'Van Dyke, Jordan', 'Jordan Dyke'],
    ['a couple with "y"', 'Ana y Luis Pérez', 'Ana Pérez'],
    ['a couple with "y" in capitals', 'ANA Y LUIS PEREZ', 'Ana Pérez'],
    ['a couple with "und"', 'Anna und Max Huber', 'Anna Huber'],
    ['a couple in Arabic', 'مريم و سامي حداد', 'مريم حداد'],
    ['a couple with a full-width sign', 'Jordan ＆ Sam Avery', 'Jordan Avery'],
    ['a couple beside pronouns', 'Jordan (she/her) & Sam Avery', 'Jordan Avery'],
    ['a fifth of a line, whose numeral may be a name', 'Jordan Avery V', 'Jordan Avery'],
    ['the same name in other letters', 'Мария Петрова', 'Maria Petrova'],
  ])('%s', (_, shown, known) => {
    expect(nameAgreement(shown, known)).toBe('differs');
  });

  it('for a couple even when the record carries the same words', () => {
    expect(nameAgreement('Jordan & Sam Avery', 'Jordan & Sam Avery')).toBe('differs');
  });
});

describe('a name is too little to compare', () => {
  it.each([
    null,
    '',
    '   ',
    'Jordan',
    'Avery,',
    'J.A.',
    '—',
    'Smith-Jones',
    '(Jordan) Avery',
    'Dr. Avery',
    'Avery, Jr.',
    '"Jordan Avery"',
  ])('%j', (shown) => {
    expect(nameAgreement(shown, 'Jordan Avery', ['Jordan'])).toBe('unreadable');
  });
});

describe('a name with one word on one side', () => {
  const rest = { given: 1, family: 1, suffix: null, nickname: null, isJoined: false };
  const mononym = { ...rest, tokens: ['jordan'] };
  const doubled = { ...rest, tokens: ['jordan', 'jordan'] };

  it('is never the same, whichever side it stands on', () => {
    expect(sameName(mononym, doubled)).toBe(false);
    expect(sameName(doubled, mononym)).toBe(false);
    expect(sameName(mononym, mononym)).toBe(false);
  });
});

describe('the marker of a couple', () => {
  it('is the word "and", not the letters', () => {
    expect(namesSeveralPeople('Sandy Anderson')).toBe(false);
    expect(namesSeveralPeople('Sandy AND Kim Anderson')).toBe(true);
  });

  it('is not the stroke between pronouns', () => {
    expect(namesSeveralPeople('Sandy Anderson (they/them)')).toBe(false);
    expect(namesSeveralPeople('Sandy (they/them) / Kim')).toBe(true);
    expect(namesSeveralPeople('Sandy (Kim/Robin) Anderson')).toBe(true);
  });
});

describe('a birth date', () => {
  it('agrees, differs, or cannot be read', () => {
    expect(birthDateAgreement(BORN)).toBe('agrees');
    expect(birthDateAgreement('1991-03-15' as CalendarDate)).toBe('differs');
    expect(birthDateAgreement(null)).toBe('unreadable');
  });
});

describe('the verdict', () => {
  it.each([
    ['agrees', 'agrees', { verdict: 'certain' }],
    ['agrees', 'unreadable', { verdict: 'certain' }],
    ['unreadable', 'agrees', { verdict: 'insufficient' }],
    ['unreadable', 'unreadable', { verdict: 'insufficient' }],
    ['differs', 'agrees', { verdict: 'mismatch', differs: ['name'] }],
    ['agrees', 'differs', { verdict: 'mismatch', differs: ['birthDate'] }],
    ['unreadable', 'differs', { verdict: 'mismatch', differs: ['birthDate'] }],
    ['differs', 'differs', { verdict: 'mismatch', differs: ['name', 'birthDate'] }],
  ] as const)('on a linked record, name %s and birth date %s', (name, birthDate, expected) => {
    expect(verdict(true, { name, birthDate })).toEqual(expected);
  });

  it('is never certain without a link, whatever agrees', () => {
    expect(verdict(false, { name: 'agrees', birthDate: 'agrees' })).toEqual({
      verdict: 'unlinked',
    });
  });
});
