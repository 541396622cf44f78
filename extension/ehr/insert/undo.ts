import type { InsertPlan, InsertRefusal, UndoOutcome } from '#shared/contracts/insertion.ts';
import { textOf } from '../fields/text-of.ts';
import { focusField } from './caret.ts';
import { applyEdit, type Edit, reverseOf, selectEdit, textAfter } from './edit.ts';
import { holdSelection } from './hold-selection.ts';
import type { WrittenPart } from './insertion.ts';
import { readTwice } from './read-back.ts';
import { nextTask } from './stable-read.ts';
import { type PageAccess, type PageNow, verify } from './verify.ts';
import { historyOf, historyStep } from './write.ts';

/**
 * Takes an insertion back, last part first. Nothing is touched unless every field still holds
 * exactly what the insertion left in it: what was typed since is worth more than the undo.
 */
export async function undo(
  expected: InsertPlan['expected'],
  written: readonly WrittenPart[],
  page: PageAccess,
  view: Window,
): Promise<UndoOutcome> {
  for (const one of written) {
    const refusal = undoRefusal(one, expected, page.lookNow());
    if (refusal !== null) return notRestored(refusal);
  }
  for (const one of written.toReversed()) {
    const outcome = await undoPart(one, expected, page, view);
    if (outcome.status !== 'restored') return outcome;
  }
  return { status: 'restored' };
}

async function undoPart(
  one: WrittenPart,
  expected: InsertPlan['expected'],
  page: PageAccess,
  view: Window,
): Promise<UndoOutcome> {
  const { field, edit, left } = one;
  const { former } = edit;
  // Taking back exactly what was put in takes nothing else along. A step of the editor's own history
  // may be larger: editors join what was typed just before into the same step.
  const back = wayBack(one);
  const removable =
    back !== null && (await holdSelection(() => selectEdit(field, back), field, view));
  if (!removable) {
    if (historyOf(field) !== 'input') return notRestored('editorRejected');
    focusField(field);
    await nextTask(view);
  }
  const refusal = undoRefusal(one, expected, page.lookNow());
  if (refusal !== null) return notRestored(refusal);
  if (removable && selectEdit(field, back)) applyEdit(field, back);
  else historyStep(field, 'undo');
  const first = await readTwice(one, expected, page, view);
  if (!first.ok) return unconfirmed(first.refusal);
  const { text } = first.value;
  if (text === former) return { status: 'restored' };
  if (text === left) return notRestored('editorRejected');
  if (first.value.field !== field) return notRestored('noteChangedSince');
  // Neither the former text nor what was there a moment ago: nothing of it may get lost.
  historyStep(field, removable ? 'undo' : 'redo');
  const last = await readTwice(one, expected, page, view);
  if (!last.ok) return unconfirmed(last.refusal);
  if (last.value.text === former) return { status: 'restored' };
  return notRestored(last.value.text === left ? 'editorRejected' : 'noteChangedSince');
}

/**
 * The edit that leads back to the former text. Null when the editor has rewritten what was put in, so
 * that it can't be told from the rest; what was added at the end can be told by the text before it.
 */
function wayBack({ edit, left }: WrittenPart): Edit | null {
  if (left === textAfter(edit)) return reverseOf(edit);
  const { former, gone } = edit;
  if (gone !== '' || !left.startsWith(former)) return null;
  return { former: left, at: former.length, gone: left.slice(former.length), come: '' };
}

function undoRefusal(
  { part, field, left }: WrittenPart,
  expected: InsertPlan['expected'],
  page: PageNow,
): InsertRefusal | null {
  const verified = verify(page, expected, part);
  if (!verified.ok) return verified.refusal;
  if (verified.value.element !== field) return 'fieldChanged';
  return textOf(field) === left ? null : 'noteChangedSince';
}

function notRestored(reason: InsertRefusal): UndoOutcome {
  return { status: 'notRestored', reason };
}

/** Something was done, and nobody can say what became of it. */
function unconfirmed(reason: InsertRefusal): UndoOutcome {
  return { status: 'unconfirmed', reason };
}
