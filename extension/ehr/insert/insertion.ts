import type { InsertOutcome, InsertPlan, InsertRefusal } from '#shared/contracts/insertion.ts';
import { textOf } from '../fields/text-of.ts';
import { addition, applyEdit, type Edit, replacement, selectEdit, textAfter } from './edit.ts';
import { holdSelection } from './hold-selection.ts';
import { combined, outcomeOf } from './outcome.ts';
import { plainText } from './plain-text.ts';
import { readTwice, type TouchedField } from './read-back.ts';
import { type PageAccess, verify } from './verify.ts';

/** What was done to a field, and what it held when that had come to rest. */
export interface WrittenPart extends TouchedField {
  readonly edit: Edit;
  readonly left: string;
  /** Whether a person worked in the field meanwhile, or may have. */
  readonly typed: boolean;
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

/** It is there, but somebody works in the field, and what the page does when it is left is not known. */
const NOT_SEEN_LEFT: InsertOutcome = { status: 'unconfirmed', reason: 'noteChangedSince' };

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
  const { element } = target.value;
  const isPlaced = () => placed(element, part, text) !== null;
  const noPlace = part.replaces === null ? 'editorRejected' : 'blockChanged';
  if (!(await holdSelection(isPlaced, element, view))) return refused(noPlace);

  // From here to the write nothing may wait: page, client and field are checked once more.
  const still = verify(page.lookNow(), expected, part);
  if (!still.ok) return refused(still.refusal);
  const field = still.value.element;
  const edit = placed(field, part, text);
  if (edit === null) return refused(noPlace);
  applyEdit(field, edit);

  const read = await readTwice({ part, field }, expected, page, view);
  if (!read.ok) {
    // It was typed, and nobody knows where it is now.
    const outcome = { status: 'unconfirmed', reason: read.refusal } as const;
    return { outcome, written: { part, field, edit, left: textAfter(edit), typed: true } };
  }
  const { text: left, ...touched } = read.value;
  const before = edit.former;
  const found = outcomeOf({ before, text, expected: textAfter(edit), now: left });
  const isSure = found.status !== 'exact' || !touched.typed;
  const outcome = isSure ? found : NOT_SEEN_LEFT;
  const written = outcome.status === 'notInserted' ? null : { ...touched, edit, left };
  return { outcome, written };
}

/** Sets the selection for what a part asks for; null when there is no place for it. */
function placed(field: HTMLElement, part: InsertPlan['parts'][number], text: string): Edit | null {
  const former = textOf(field);
  const edit =
    part.replaces === null
      ? addition(former, text)
      : replacement(field, former, plainText(part.replaces), text);
  return edit !== null && selectEdit(field, edit) ? edit : null;
}

function refused(reason: InsertRefusal): PartDone {
  return { outcome: { status: 'notInserted', reason }, written: null };
}
