import type { InsertOutcome } from '#shared/contracts/insertion.ts';
import { squeezed } from './plain-text.ts';

/** What one field held around a write. */
export interface ReadBack {
  /** Before the write. */
  readonly before: string;
  /** What was asked for, without the separator. */
  readonly text: string;
  /** What the field must hold now. */
  readonly expected: string;
  /** What it holds now. */
  readonly now: string;
}

/**
 * What the read-back means. Exact only when the whole field is, character for character, what it
 * was plus the text. "Not inserted" only when it is what it was. Anything else is a change that a
 * person must look at.
 */
export function outcomeOf({ before, text, expected, now }: ReadBack): InsertOutcome {
  if (now === expected) return { status: 'exact' };
  if (now === before) return { status: 'notInserted', reason: 'editorRejected' };
  const whole = squeezed(now).includes(squeezed(text));
  return { status: 'changed', detail: whole ? 'altered' : 'partial' };
}

/**
 * Several parts as one outcome: exact if all are, nothing if none is, else what went wrong. A part
 * that nobody could read back leaves the whole unconfirmed.
 */
export function combined(outcomes: readonly InsertOutcome[]): InsertOutcome {
  const unconfirmed = outcomes.find((outcome) => outcome.status === 'unconfirmed');
  if (unconfirmed !== undefined) return unconfirmed;
  const worst = outcomes.find((outcome) => outcome.status !== 'exact');
  if (worst === undefined) return { status: 'exact' };
  const written = outcomes.some((outcome) => outcome.status !== 'notInserted');
  return worst.status === 'notInserted' && written
    ? { status: 'changed', detail: 'partial' }
    : worst;
}
