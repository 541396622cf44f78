import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structuralName } from '#extension/ehr/structure/vocabulary.ts';

/** Invented words that are no words of a layout, as people's names are not. */
const canary = fc
  .array(fc.constantFrom('q', 'x', 'z', 'j', 'v', 'w', 'ž', 'ø', 'م', 'ל'), {
    minLength: 4,
    maxLength: 12,
  })
  .map((letters) => letters.join(''));
const spelled = fc.constantFrom<(word: string) => string>(
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
);
const around = fc.constantFrom('', 'client', 'client-', 'ember42', 'NoteForm_', 'row--', '7', ':');

describe('a name in an outline', () => {
  it('never holds a word that is not one of layout and markup', () => {
    fc.assert(
      fc.property(canary, spelled, around, around, (word, spell, before, behind) => {
        const name = structuralName(`${before}${spell(word)}${behind}`);
        expect(name.toLowerCase()).not.toContain(word.toLowerCase());
      }),
    );
  });

  it('never holds a digit, and is never longer than the contract allows', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const name = structuralName(text);
        expect(name).not.toMatch(/\d/);
        expect(name.length).toBeLessThanOrEqual(60);
      }),
    );
  });

  it.each([
    ['progress-individual-note-container', 'progress-individual-note-container'],
    ['ember1042', 'ember#'],
    ['PatientInformation__PatientName', 'PatientInformation_PatientName'],
    ['RichTextbox_13000', 'RichTextbox_#'],
    ['client-jordan-avery', 'client-*-*'],
    ['AveryJordanRow', '*Row'],
    ['4f1c9a27be60d385', '*'],
    ['dob-1991-03-14', 'dob-#-#-#'],
    ['fc-event', 'fc-event'],
  ])('of %s is %s', (name, shown) => {
    expect(structuralName(name)).toBe(shown);
  });
});
