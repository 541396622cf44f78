import type { InsertPlan, InsertRefusal, UndoOutcome } from '#shared/contracts/insertion.ts';
import { editorKind } from '../fields/editors.ts';
import { textOf } from '../fields/text-of.ts';
import { selectAfter } from './caret.ts';
import type { WrittenPart } from './insertion.ts';
import { readBack } from './read-back.ts';
import { nextTask } from './stable-read.ts';
import { type PageAccess, type PageNow, verify } from './verify.ts';
import { deleteSelection, historyStep } from './write.ts';

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
  const { field, former, left } = one;
  // Deleting exactly what was added takes nothing else along. A step of the editor's own history
  // may be larger: editors join what was typed just before into the same step.
  const removable = left.startsWith(former) && selectAfter(field, former);
  if (!removable && editorKind(field) !== 'prosemirror') return notRestored('editorRejected');
  field.focus();
  await nextTask(view);
  const refusal = undoRefusal(one, expected, page.lookNow());
  if (refusal !== null) return notRestored(refusal);
  if (removable && selectAfter(field, former)) deleteSelection(view.document);
  else historyStep(field, 'undo');
  const first = await readBack(one, expected, page, view);
  if (!first.ok) return unconfirmed(first.refusal);
  const { text } = first.value;
  if (text === former) return { status: 'restored' };
  if (text === left) return notRestored('editorRejected');
  if (first.value.field !== field) return notRestored('noteChangedSince');
  // Neither the former text nor what was there a moment ago: nothing of it may get lost.
  historyStep(field, removable ? 'undo' : 'redo');
  const last = await readBack(one, expected, page, view);
  if (!last.ok) return unconfirmed(last.refusal);
  if (last.value.text === former) return { status: 'restored' };
  return notRestored(last.value.text === left ? 'editorRejected' : 'noteChangedSince');
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
