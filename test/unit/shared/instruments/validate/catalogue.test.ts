import { describe, expect, it } from 'vitest';
import { asq } from '#shared/instruments/data/asq.ts';
import { auditc } from '#shared/instruments/data/auditc.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { hark } from '#shared/instruments/data/hark.ts';
import { pcptsd5 } from '#shared/instruments/data/pcptsd5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { phqa } from '#shared/instruments/data/phqa.ts';
import { phqads } from '#shared/instruments/data/phqads.ts';
import { defectsAmong } from '#shared/instruments/validate/among.ts';
import { defectsOf } from '#shared/instruments/validate/defects.ts';
import { findsEach } from './broken.ts';

describe('a LOINC code that went astray is found:', () => {
  findsEach([
    [
      'too few',
      { ...phq9, loinc: { ...phq9.loinc, items: ['44250-9'] } },
      /do not match the items/,
    ],
    ['one given twice', { ...phq9, loinc: { ...phq9.loinc, panel: '44261-6' } }, /given twice/],
    ['a mistyped one', { ...phq9, loinc: { ...phq9.loinc, total: '44261-7' } }, /44261-7 is not a/],
    [
      'one with a letter before it',
      { ...phq9, loinc: { ...phq9.loinc, total: 'x44261-6' } },
      /x44/,
    ],
    ['a space before it', { ...phq9, loinc: { ...phq9.loinc, total: ' 44261-6' } }, / 44261-6 is/],
    ['no hyphen', { ...phq9, loinc: { ...phq9.loinc, total: '44261.6' } }, /44261\.6 is not/],
    ['one digit too many', { ...phq9, loinc: { ...phq9.loinc, total: '44261-66' } }, /44261-66 is/],
    [
      'as many as are counted, where a gate is asked as well',
      { ...pcptsd5, loinc: { ...pcptsd5.loinc, items: phq9.loinc.items.slice(0, 5) } },
      /do not match the items/,
    ],
    ['something else', { ...phq9, loinc: { ...phq9.loinc, total: 'LA6568-5' } }, /is not a LOINC/],
    [
      'the total of the HARK on the AUDIT-C, as in an HL7 example',
      { ...auditc, loinc: { ...auditc.loinc, total: '76504-0' } },
      /76504-0 is not the total of auditc/,
    ],
    [
      'the total of the HARK as its panel',
      { ...hark, loinc: { ...hark.loinc, panel: '76504-0', total: null } },
      /76504-0 is not the panel of hark/,
    ],
    [
      'the total of the 10-item AUDIT on the AUDIT-C',
      { ...auditc, loinc: { ...auditc.loinc, total: '75624-7' } },
      /75624-7 is not the total of auditc/,
    ],
    [
      'PROMIS Global Mental Health on anything here',
      { ...phq9, loinc: { ...phq9.loinc, total: '71969-0' } },
      /71969-0 is not the total of phq9/,
    ],
    [
      'panel and total of the PHQ-A swapped',
      { ...phqa, loinc: { ...phqa.loinc, panel: '89204-2', total: '89206-7' } },
      /89204-2 is not the panel of phqa; LOINC 89206-7 is not the total/,
    ],
  ]);
});

it('a LOINC code for every item, gate included, is none', () => {
  const loinc = { ...pcptsd5.loinc, items: phq9.loinc.items.slice(0, 6) };
  expect(defectsOf({ ...pcptsd5, loinc })).toEqual([]);
});

describe('a contradiction between instruments is found:', () => {
  it('an id that stands for two', () => {
    expect(defectsAmong([phq9, gad7, { ...gad7, id: 'phq9' }])).toEqual([
      'phq9 stands in the catalogue more than once',
    ]);
  });

  it('one instrument in two versions', () => {
    expect(defectsAmong([phq9, { ...phq9, version: 2 }])).toHaveLength(1);
  });

  it('a composite of something that is not there', () => {
    expect(defectsAmong([phq9, phqads])).toEqual([
      'phqads is made of an instrument that is not there',
    ]);
  });

  it('a composite of something without a total', () => {
    const odd = { ...phqads, scoring: { ...phqads.scoring, of: ['phq9', 'asq'] } };
    expect(defectsAmong([phq9, asq, odd])).toEqual([
      'phqads is made of an instrument without a total',
    ]);
  });

  it('a composite with another range than its parts', () => {
    const odd = { ...phqads, range: { min: 0, max: 27 } };
    expect(defectsAmong([phq9, gad7, odd])).toEqual([
      'the range of phqads is not what its parts add up to',
    ]);
  });

  it.each([
    ['another minimum', { min: 1, max: 48 }],
    ['no range', null],
  ])('a composite with %s', (_, range) => {
    expect(defectsAmong([phq9, gad7, { ...phqads, range }])).toEqual([
      'the range of phqads is not what its parts add up to',
    ]);
  });

  it('a composite of a part without a range', () => {
    expect(defectsAmong([{ ...phq9, range: null }, gad7, phqads])).toEqual([
      'the range of phqads is not what its parts add up to',
    ]);
  });

  it('not in parts that begin above 0, when the sum does', () => {
    const parts = [
      { ...phq9, range: { min: 1, max: 27 } },
      { ...gad7, range: { min: 2, max: 21 } },
    ];
    expect(defectsAmong([...parts, { ...phqads, range: { min: 3, max: 48 } }])).toEqual([]);
  });
});
