import type { InsertPlan, InsertRefusal, UndoOutcome } from '#shared/contracts/insertion.ts';
import { textOf } from '../fields/text-of.ts';
import { focusField } from './caret.ts';
import { applyEdit, type Edit, reverseOf, selectEdit, textAfter } from './edit.ts';
import { holdSelection } from './hold-selection.ts';
import type { WrittenPart } from './insertion.ts';
import { squeezed } from './plain-text.ts';
import { readTwice } from './read-back.ts';
import { nextTask } from './stable-read.ts';
import { type PageAccess, type PageNow, verify } from './verify.ts';
import { historyOf, historyStep } from './write.ts';

const RESTORED: UndoOutcome = { status: 'restored' };
const RESTORED_BESIDE_WORDS: UndoOutcome = { status: 'restored', beside: true };

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
  let restored = RESTORED;
  for (const one of written.toReversed()) {
    const outcome = await undoPart(one, expected, page, view);
    if (outcome.status === 'notRestored' && one !== written.at(-1))
      return { ...outcome, inPart: true };
    if (outcome.status !== 'restored') return outcome;
    if (outcome.beside === true) restored = outcome;
  }
  return restored;
}

async function undoPart(
  one: WrittenPart,
  expected: InsertPlan['expected'],
  page: PageAccess,
  view: Window,
): Promise<UndoOutcome> {
  const { field, edit, left } = one;
  const { former } = edit;
  const back = wayBack(one);
  const wanted = back === null ? former : textAfter(back);
  const restored = wanted === former ? RESTORED : RESTORED_BESIDE_WORDS;
  // Taking back exactly what was put in takes nothing else along. A step of the editor's own history
  // may be larger: editors join what was typed just before into the same step.
  const removable =
    back !== null && (await holdSelection(() => selectEdit(field, back), field, view));
  if (!removable) {
    // A step of the history might take along what somebody wrote behind the former text.
    const hasMore = wanted !== former || (back === null && left.startsWith(former));
    if (hasMore || one.typed) return notRestored('noteChangedSince');
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
  const { text, typed } = first.value;
  if (text === left) return notRestored('editorRejected');
  // Whoever types now must not lose it to another step, nor be told what leaving the field would show.
  if (typed) return unconfirmed('noteChangedSince');
  if (text === wanted) return restored;
  if (first.value.field !== field) return notRestored('noteChangedSince');
  // Neither the former text nor what was there a moment ago: nothing of it may get lost.
  historyStep(field, removable ? 'undo' : 'redo');
  const last = await readTwice(one, expected, page, view);
  if (!last.ok) return unconfirmed(last.refusal);
  if (last.value.text === wanted) return restored;
  return notRestored(last.value.text === left ? 'editorRejected' : 'noteChangedSince');
}

/**
 * The edit that takes out what was put in, and nothing else: also with more behind it, which stays, and
 * where the editor kept only its beginning or other spaces. Null where it can't be told from the rest.
 */
function wayBack({ edit, left }: WrittenPart): Edit | null {
  if (left.startsWith(textAfter(edit))) return { ...reverseOf(edit), former: left };
  const { former, gone, come } = edit;
  if (gone !== '' || !left.startsWith(former)) return null;
  const rest = left.slice(former.length);
  const isOurs = squeezed(come).startsWith(squeezed(rest));
  return isOurs ? { former: left, at: former.length, gone: rest, come: '' } : null;
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
