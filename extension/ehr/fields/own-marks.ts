import { closingLinesIn } from '#shared/contracts/own-mark.ts';
import type { OwnMark } from '#shared/contracts/reading.ts';
import type { FoundField } from '../contract.ts';
import type { FieldKeys } from './keys.ts';
import { textOf } from './text-of.ts';

/** As in the contract. */
const MOST_MARKS = 20;

/** The closing lines of our own Updates in the fields of a note. Nothing else of their text is kept. */
export function ownMarksIn(fields: readonly FoundField[], keys: FieldKeys): OwnMark[] {
  return fields
    .filter(({ empty, psychotherapy }) => !empty && !psychotherapy)
    .flatMap(({ element }) =>
      closingLinesIn(textOf(element)).map((line) => ({ fieldKey: keys.of(element), line })),
    )
    .slice(0, MOST_MARKS);
}
