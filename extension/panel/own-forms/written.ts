import { newestFirst } from '#shared/brief/own-forms.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { DatedOwnForm } from '#shared/contracts/own-form-answers.ts';

/** What was written on one form at one time. */
export interface Written extends DatedOwnForm {
  readonly title: string;
}

/** Everything that the client wrote on the practice's own forms, as far as it is at hand, newest first. */
export function writtenIn({ ownForms }: Pick<Brief, 'ownForms'>): Written[] {
  return ownForms
    .flatMap(({ title, answered }) => answered.map((one) => ({ ...one, title })))
    .filter(({ words }) => words.length > 0)
    .toSorted(newestFirst);
}

/** How many answers to forms with words are older than those at hand. */
export function olderCount({ ownForms }: Pick<Brief, 'ownForms'>): number {
  return ownForms
    .filter(({ answered }) => answered.some(({ words }) => words.length > 0))
    .reduce((sum, { totalCount, answered }) => sum + totalCount - answered.length, 0);
}
