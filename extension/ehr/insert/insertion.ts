import type { InsertOutcome, InsertPlan, InsertRefusal } from '#shared/contracts/insertion.ts';
import { textOf } from '../fields/text-of.ts';
import { caretToEnd } from './caret.ts';
import { combined, outcomeOf } from './outcome.ts';
import { plainText, separatorAfter } from './plain-text.ts';
import { nextTask, stableText } from './stable-read.ts';
import { type PageNow, sameField, verify } from './verify.ts';
import { typeText } from './write.ts';

/** What a field held before an insertion and what it held when the insertion had come to rest. */
export interface WrittenPart {
  readonly part: InsertPlan['parts'][number];
  readonly field: HTMLElement;
  readonly former: string;
  readonly left: string;
}

/** The page as an insertion sees it. */
export interface PageAccess {
  /** Looks at the page in the turn of the call. */
  lookNow(): PageNow;
  /** Resolves once the page has settled, or has had time enough to. */
  settled(): Promise<void>;
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

/** The text that was asked for, and what was typed: the separator and the text. */
interface Wrote {
  readonly text: string;
  readonly added: string;
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

  const left = await stableText(field, view);
  if (!field.isConnected) {
    const gone = { part, field, former, left };
    return readBackElsewhere(gone, { text, added }, expected, page, view);
  }
  return judged({ part, field, former, left }, { text, added });
}

/**
 * Reads back a field whose element the page has replaced since the write, as when it draws its form
 * anew after saving. Where the text can't be found again for certain, nobody knows where it is.
 */
async function readBackElsewhere(
  gone: WrittenPart,
  wrote: Wrote,
  expected: InsertPlan['expected'],
  page: PageAccess,
  view: Window,
): Promise<PartDone> {
  const unconfirmed = {
    outcome: { status: 'unconfirmed', reason: 'fieldNotFound' },
    written: gone,
  } as const;
  await page.settled();
  const now = page.lookNow();
  const found = sameField(now, expected, gone.part);
  if (found === null) return unconfirmed;
  const { element } = found;
  const left = await stableText(element, view);
  // The page may have moved on, or drawn itself once more, while the field came to rest.
  const still = sameField(page.lookNow(), expected, gone.part);
  if (still?.element !== element) return unconfirmed;
  const part = { ...gone.part, fieldKey: now.keys.of(element) };
  return judged({ part, field: element, former: gone.former, left }, wrote);
}

function judged(written: WrittenPart, { text, added }: Wrote): PartDone {
  const { former, left } = written;
  const outcome = outcomeOf({ before: former, text, expected: former + added, now: left });
  return { outcome, written: outcome.status === 'notInserted' ? null : written };
}

function refused(reason: InsertRefusal): PartDone {
  return { outcome: { status: 'notInserted', reason }, written: null };
}
