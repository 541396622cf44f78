import type { SentOwnForm } from '../contracts/own-form-answers.ts';
import { measureName } from './measures.ts';

/** The title of an own form that was sent, by its key; null for anything else. */
export function titleOf(
  ownForms: readonly Pick<SentOwnForm, 'instrumentId' | 'title'>[],
  id: string,
): string | null {
  return ownForms.find(({ instrumentId }) => instrumentId === id)?.title ?? null;
}

/** What check-ins and alerts are kept under, by name: `PHQ-9`, or the title of an own form. */
export function nameOfSent(
  ownForms: readonly Pick<SentOwnForm, 'instrumentId' | 'title'>[],
  id: string,
): string {
  return titleOf(ownForms, id) ?? measureName(id);
}
