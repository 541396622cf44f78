import { describe, expect, it } from 'vitest';
import type { Done } from '#extension/panel/update/insertion.ts';
import { isInNote } from '#extension/panel/update/same-text.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { RecordInsertionInput } from '#shared/contracts/procedures.ts';
import type { ClinicalUpdate } from '#shared/contracts/update.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { VERIFIED_AT } from '#test/support/panel-scene.ts';

const facts = inventedFacts({
  lines: [
    {
      instrumentId: 'gad7',
      points: [
        { on: '2026-10-20', total: 5 },
        { on: '2026-11-19', total: 14 },
      ],
    },
  ],
});
const LATER = Instant.parse('2026-11-21T00:59:30.000Z');

function source(shape: 'narrative' | 'soap', told = facts) {
  return { request: chartRequest(shape), brief: interpret(told), phrases: told.phrases };
}

/** A text that was inserted: whole into one field, or each section into its own. */
function inserted(shape: 'narrative' | 'soap', split: boolean): Done {
  const update: ClinicalUpdate = compose(interpret(facts), chartRequest(shape));
  const record = RecordInsertionInput.parse({
    insertionId: inventedId(90),
    clientId: facts.client.clientId,
    ehr: 'simplepractice',
    recordId: 'abc123',
    appointmentId: '77',
    request: chartRequest(shape),
    briefAsOf: update.asOf,
    parts: split
      ? update.sections.map(({ section, text }) => ({ label: section, section, text }))
      : [{ label: 'Note', section: 'whole', text: update.text }],
    outcome: { status: 'exact' },
  });
  const at = Instant.parse(VERIFIED_AT);
  return { phase: 'done', record, at, recording: 'saved', undo: { phase: 'notAsked' } };
}

describe('the text beside a receipt', () => {
  it.each([
    ['narrative', false],
    ['soap', false],
    ['soap', true],
  ] as const)('%s, split %s: is that in the note while only time has passed', (shape, split) => {
    const told = { ...facts, asOf: LATER };
    expect(isInNote(inserted(shape, split), source(shape, told))).toBe(true);
  });

  it.each([
    ['narrative', false],
    ['soap', true],
  ] as const)('%s, split %s: is not, once another shape was chosen', (shape, split) => {
    const other = shape === 'soap' ? 'narrative' : 'soap';
    expect(isInNote(inserted(shape, split), source(other))).toBe(false);
  });

  it.each([
    ['narrative', false],
    ['soap', true],
  ] as const)('%s, split %s: is not, once there is something new', (shape, split) => {
    expect(
      isInNote(
        inserted(shape, split),
        source(shape, { ...facts, responses: facts.responses.slice(0, 1) }),
      ),
    ).toBe(false);
  });
});
