import { expect, it } from 'vitest';
import { ENGLISH } from '#backend/portal/words/english.ts';
import { notAnsweredInWords } from '#extension/panel/alerts/skip-words.ts';
import { SkipReason } from '#shared/contracts/client-page.ts';

it('an item without an answer says no more where the client gave no reason', () => {
  expect(notAnsweredInWords({}, 9)).toBe('Not answered');
  expect(notAnsweredInWords({ skipped: [{ item: 8, reason: 'later' }] }, 9)).toBe('Not answered');
});

it.each(SkipReason.options)('%s is told in the words that the client chose', (reason) => {
  expect(notAnsweredInWords({ skipped: [{ item: 9, reason }] }, 9)).toBe(
    `Not answered; the client chose “${ENGLISH.question.reasons[reason]}”`,
  );
});
