import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PanelToPage } from '#extension/messages/page.ts';
import { panelRequest } from '#extension/messages/panel-request.ts';
import { MAX_INSERT_LENGTH } from '#shared/contracts/insertion.ts';

const orNull = (values: fc.Arbitrary<string>) => fc.option(values, { nil: null });
const date = fc.constantFrom(
  '1991-03-14',
  '2024-02-29',
  '2023-02-29',
  '1899-01-01',
  '1991-3-4',
  '',
);
const id = fc.oneof(
  fc.uuid(),
  fc.constantFrom(
    '019a0000-0000-7000-8000-000000000001',
    '019A0000-0000-7000-8000-000000000001',
    '019a0000-0000-9000-8000-000000000001',
    '019a0000-0000-7000-c000-000000000001',
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    'no id',
  ),
);
const expected = fc.record({
  ehr: fc.constantFrom('simplepractice', 'therapynotes', 'other'),
  navigation: fc.oneof(fc.integer(), fc.constantFrom(0.5, Number.NaN, 2 ** 53, Infinity)),
  recordId: orNull(fc.string()),
  name: orNull(fc.string()),
  birthDate: orNull(date),
  appointmentId: orNull(fc.string()),
  appointmentDate: orNull(date),
  template: orNull(fc.string()),
});
const text = fc.oneof(
  fc.string(),
  fc.constantFrom('', 'x'.repeat(MAX_INSERT_LENGTH), 'x'.repeat(MAX_INSERT_LENGTH + 1)),
);
const part = fc.record({ fieldKey: fc.string(), label: fc.string(), text });
const plan = fc.record({
  insertionId: id,
  expected,
  parts: fc.array(part, { maxLength: 9 }),
});
const message = fc.oneof(
  fc.record({ type: fc.constantFrom('look', 'releaseFocus', 'save', 'toString', '__proto__') }),
  fc.record({ type: fc.constant('insert'), plan }),
  fc.record({ type: fc.constant('undo'), insertionId: id }),
  fc.record({ type: fc.constant('place'), mode: fc.constantFrom('docked', 'collapsed', 'gone') }),
);

/** Takes one member away or puts something else in its place, somewhere in a message. */
const spoiled = fc.tuple(message, fc.nat(), fc.anything()).map(([whole, where, instead]) => {
  const paths = [...members(whole)];
  const path = paths[where % Math.max(paths.length, 1)];
  const copy = structuredClone(whole) as Record<string, unknown>;
  if (path !== undefined) Reflect.set(parentOf(copy, path), path.at(-1) ?? '', instead);
  return copy;
});

function* members(value: unknown, path: string[] = []): Generator<string[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    yield [...path, name];
    yield* members(member, [...path, name]);
  }
}

function parentOf(whole: object, path: readonly string[]): object {
  return path.slice(0, -1).reduce<object>((at, name) => Reflect.get(at, name), whole);
}

test('the content script’s own check allows exactly what the contract allows', () => {
  let allowed = 0;
  fc.assert(
    fc.property(fc.oneof(message, spoiled, fc.anything()), (candidate) => {
      const verdict = panelRequest(candidate) !== null;
      expect(verdict).toBe(PanelToPage.safeParse(candidate).success);
      if (verdict) allowed += 1;
    }),
    { numRuns: 3000 },
  );
  expect(allowed).toBeGreaterThan(300);
});
