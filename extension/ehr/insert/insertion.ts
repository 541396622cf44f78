import type { InsertOutcome, InsertPlan, InsertRefusal } from '#shared/contracts/insertion.ts';
import { textOf } from '../fields/text-of.ts';
import { caretToEnd } from './caret.ts';
import { combined, outcomeOf } from './outcome.ts';
import { plainText, separatorAfter } from './plain-text.ts';
import { readBack, type TouchedField } from './read-back.ts';
import { nextTask } from './stable-read.ts';
import { type PageAccess, verify } from './verify.ts';
import { typeText } from './write.ts';

/** What a field held before an insertion and what it held when the insertion had come to rest. */
export interface WrittenPart extends TouchedField {
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
 */
export async function insert(plan: InsertPlan, page: PageAccess, view: Window): Promise<Insertion> {
  const outcomes: InsertOutcome[] = [];
  const written: WrittenPart[] = [];
  for (const part of plan.parts) {
    const result = await insertPart(part, plan.expected, page, view);
    outcomes.push(result.outcome);
    if (result.written !== null) written.push(result.written);
    if (result.outcome.status !== 'exact') break;
  }
  return { outcome: combined(outcomes), written };
}

interface PartDone {
  readonly outcome: InsertOutcome;
  /** Null only when the field holds exactly what it held before. */
  readonly written: WrittenPart | null;
}

async function insertPart(
  part: InsertPlan['parts'][number],
  expected: InsertPlan['expected'],
  page: PageAccess,
  view: Window,
): Promise<PartDone> {
  const text = plainText(part.text);
  if (text === '') return refused('editorRejected');
  const target = verify(page.lookNow(), expected, part);
  if (!target.ok) return refused(target.refusal);
  caretToEnd(target.value.element);
  await nextTask(view);

  // From here to the write nothing may wait: page, client and field are checked once more.
  const still = verify(page.lookNow(), expected, part);
  if (!still.ok) return refused(still.refusal);
  const field = still.value.element;
  const former = textOf(field);
  const added = separatorAfter(former) + text;
  caretToEnd(field);
  typeText(view.document, added);

  const read = await readBack({ part, field }, expected, page, view);
  if (!read.ok) {
    // It was typed, and nobody knows where it is now.
    const outcome = { status: 'unconfirmed', reason: read.refusal } as const;
    return { outcome, written: { part, field, former, left: former + added } };
  }
  const { text: left, ...touched } = read.value;
  const outcome = outcomeOf({ before: former, text, expected: former + added, now: left });
  const written = outcome.status === 'notInserted' ? null : { ...touched, former, left };
  return { outcome, written };
}

function refused(reason: InsertRefusal): PartDone {
  return { outcome: { status: 'notInserted', reason }, written: null };
}
