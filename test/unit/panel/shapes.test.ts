import { describe, expect, it } from 'vitest';
import { targetParts } from '#extension/panel/update/targets.ts';
import { interpret } from '#shared/brief/interpret.ts';
import type { NoteSection } from '#shared/contracts/reading.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { noteField } from '#test/support/panel-scene.ts';
import { FRIDAY } from './note/note-scene.ts';

const SHAPES = {
  soap: ['subjective', 'objective', 'assessment', 'plan'],
  dap: ['data', 'assessment', 'plan'],
  birp: ['behavior', 'intervention', 'response', 'plan'],
} as const satisfies Record<string, readonly NoteSection[]>;

const fieldsOf = (sections: readonly NoteSection[]) =>
  sections.map((section) => noteField({ key: section, label: section, section }));

describe.each(Object.entries(SHAPES))('an Update in the shape %s', (shape, sections) => {
  const update = compose(interpret(FRIDAY), chartRequest(shape as keyof typeof SHAPES));

  it('goes to the field of each section, each with its own text and none empty', () => {
    const parts = targetParts(update, fieldsOf(sections), null);
    expect(parts.map(({ field, text }) => [field.label, text])).toEqual(
      update.sections.map(({ section, text }) => [section, text]),
    );
    expect(parts.map(({ field }) => field.section)).toEqual(sections);
    expect(parts.every(({ text }) => text !== '')).toBe(true);
  });

  it.each(sections.map((section) => [section]))(
    'goes nowhere by sections when the note has no field for %s',
    (missing) => {
      const fields = fieldsOf(sections.filter((section) => section !== missing));
      expect(targetParts(update, fields, null)).toEqual([]);
    },
  );
});
