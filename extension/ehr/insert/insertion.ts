import type { InsertOutcome, InsertPlan, InsertRefusal } from '#shared/contracts/insertion.ts';
import { textOf } from '../fields/text-of.ts';
import { caretToEnd } from './caret.ts';
import { combined, outcomeOf } from './outcome.ts';
import { plainText, separatorAfter } from './plain-text.ts';
import { nextTask, stableText } from './stable-read.ts';
import { type PageNow, verify } from './verify.ts';
import { typeText } from './write.ts';

/** What a field held before an insertion and what it held when the insertion had come to rest. */
export interface WrittenPart {
  readonly part: InsertPlan['parts'][number];
  readonly field: HTMLElement;
  readonly former: string;
  readonly left: string;
}

/** What an insertion did: its outcome, and what would have to be undone. */
export interface Insertion {
  readonly outcome: InsertOutcome;
  readonly written: readonly WrittenPart[];
}

/**
 * Carries out a plan, field by field. Every write happens in the same turn as a full verification;
 * the first that is refused or does not read back exactly stops the rest.
 *
 * @param lookNow looks at the page in the turn of the call
 */
export async function insert(
  plan: InsertPlan,
  lookNow: () => PageNow,
  view: Window,
): Promise<Insertion> {
  const outcomes: InsertOutcome[] = [];
  const written: WrittenPart[] = [];
  for (const part of plan.parts) {
    const result = await insertPart(part, plan.expected, lookNow, view);
    outcomes.push(result.outcome);
    if (result.written !== null) written.push(result.written);
    if (result.outcome.status !== 'exact') break;
  }
  return { outcome: combined(outcomes), written };
}

async function insertPart(
  part: InsertPlan['parts'][number],
  expected: InsertPlan['expected'],
  lookNow: () => PageNow,
  view: Window,
): Promise<{ outcome: InsertOutcome; written: WrittenPart | null }> {
  const text = plainText(part.text);
  if (text === '') return refused('editorRejected');
  const target = verify(lookNow(), expected, part);
  if (!target.ok) return refused(target.refusal);
  caretToEnd(target.value.element);
  await nextTask(view);

  // From here to the write nothing may wait: page, client and field are checked once more.
  const still = verify(lookNow(), expected, part);
  if (!still.ok) return refused(still.refusal);
  const field = still.value.element;
  const former = textOf(field);
  const added = separatorAfter(former) + text;
  caretToEnd(field);
  typeText(view.document, added);

  const left = await stableText(field, view);
  if (!field.isConnected) return refused('fieldNotFound');
  const outcome = outcomeOf({ before: former, text, expected: former + added, now: left });
  const written = outcome.status === 'notInserted' ? null : { part, field, former, left };
  return { outcome, written };
}

function refused(reason: InsertRefusal): { outcome: InsertOutcome; written: null } {
  return { outcome: { status: 'notInserted', reason }, written: null };
}
