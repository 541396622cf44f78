import type { SkipReason } from '#shared/contracts/client-page.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';

/** What the client chose among, as the client's page has it in English. */
const REASON_WORDS: Readonly<Record<SkipReason, string>> = {
  preferNot: 'I would rather not say',
  notMine: 'It is not about me',
  unclear: 'I do not understand it',
  later: 'I will come back to it',
};

/** That an item has no answer, and why where the client said so: the choice, and nothing made of it. */
export function notAnsweredInWords(
  { skipped = [] }: Pick<ScoredResponse, 'skipped'>,
  item: number,
): string {
  const said = skipped.find((one) => one.item === item);
  return said === undefined
    ? 'Not answered'
    : `Not answered; the client chose “${REASON_WORDS[said.reason]}”`;
}
