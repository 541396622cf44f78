import { describe, expect, test } from 'vitest';
import { combined, outcomeOf } from '#extension/ehr/insert/outcome.ts';
import type { InsertOutcome } from '#shared/contracts/insertion.ts';

const BEFORE = 'On time.';
const TEXT = 'PHQ-9 11/27.\n\nGAD-7 9/21.';
const EXPECTED = `${BEFORE}\n\n${TEXT}`;

const EXACT: InsertOutcome = { status: 'exact' };
const ALTERED: InsertOutcome = { status: 'changed', detail: 'altered' };
const PARTIAL: InsertOutcome = { status: 'changed', detail: 'partial' };
const UNCONFIRMED: InsertOutcome = { status: 'unconfirmed', reason: 'fieldNotFound' };
const REJECTED: InsertOutcome = { status: 'notInserted', reason: 'editorRejected' };

describe('what a read-back means', () => {
  test.each([
    ['the expected text', EXPECTED, EXACT],
    ['the former text', BEFORE, REJECTED],
    ['the text with another blank line', `${BEFORE}\n\n\n${TEXT}`, ALTERED],
    ['the text without the former one', TEXT, ALTERED],
    ['the text and more', `${EXPECTED}!`, ALTERED],
    ['only its first line', `${BEFORE}\n\nPHQ-9 11/27.`, PARTIAL],
    ['nothing at all', '', PARTIAL],
  ])('%s', (_, now, outcome) => {
    expect(outcomeOf({ before: BEFORE, text: TEXT, expected: EXPECTED, now })).toEqual(outcome);
  });
});

describe('several fields have one outcome', () => {
  test.each([
    ['all exact', [EXACT, EXACT], EXACT],
    ['none written', [REJECTED], REJECTED],
    ['one written, one refused', [EXACT, REJECTED], PARTIAL],
    ['one that nobody could read back', [EXACT, UNCONFIRMED], UNCONFIRMED],
    ['one refused, one not read back', [REJECTED, UNCONFIRMED], UNCONFIRMED],
    ['one altered', [EXACT, ALTERED], ALTERED],
  ])('%s', (_, outcomes, expected) => {
    expect(combined(outcomes)).toEqual(expected);
  });
});
