import type { InsertPlan, InsertRefusal } from '#shared/contracts/insertion.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { focusField, leaveField } from './caret.ts';
import { stableText } from './stable-read.ts';
import { watchTyping } from './typing.ts';
import { type PageAccess, sameField } from './verify.ts';

/** A field that text was just put into or taken out of. */
export interface TouchedField {
  readonly part: InsertPlan['parts'][number];
  readonly field: HTMLElement;
}

/** That field where it stands now, and what it holds. */
export interface FieldRead extends TouchedField {
  readonly text: string;
}

/**
 * Reads a field once its editor has come to rest. What was read counts only if, in the same turn,
 * the page is still about the same client, note and field: it may have turned with the field in it,
 * or drawn its form anew. A page that is still changing gets the time to settle, and one more try.
 *
 * @returns why nobody can vouch for what the field holds, when that is so
 */
async function readBack(
  { part, field }: TouchedField,
  expected: InsertPlan['expected'],
  page: PageAccess,
  view: Window,
): Promise<Result<FieldRead, InsertRefusal>> {
  const text = await stableText(field, view);
  const at = sameField(page.lookNow(), expected, part, field);
  if (at.ok && at.value === field) return ok({ part, field, text });
  await page.settled();
  const now = page.lookNow();
  const found = sameField(now, expected, part, field);
  if (!found.ok) return found;
  const element = found.value;
  const later = await stableText(element, view);
  const still = sameField(page.lookNow(), expected, part, element);
  if (!still.ok) return still;
  if (still.value !== element) return refuse('fieldChanged');
  return ok({ part: { ...part, fieldKey: now.keys.of(element) }, field: element, text: later });
}

/** What a field holds, and whether a person worked in it meanwhile. */
export interface FieldReadTwice extends FieldRead {
  /** True where the field was not left, or not for long: then nobody knows what leaving it does. */
  readonly typed: boolean;
}

/**
 * Reads a field once its editor has come to rest, and again after it has lost the keyboard: some pages
 * rewrite a text, or drop it, only then. The keyboard comes back to the field unless the page gave it
 * to something else, and is not taken from a person who types. To be called in the turn of the write.
 *
 * @returns what the last reading found, or why nobody can vouch for it
 */
export async function readTwice(
  touched: TouchedField,
  expected: InsertPlan['expected'],
  page: PageAccess,
  view: Window,
): Promise<Result<FieldReadTwice, InsertRefusal>> {
  const watch = new AbortController();
  const { typed, catchKeys } = watchTyping(touched.field, view, watch.signal);
  try {
    const first = await readBack(touched, expected, page, view);
    if (!first.ok) return first;
    if (typed()) return ok({ ...first.value, typed: true });
    catchKeys();
    leaveField(first.value.field);
    const second = await readBack(first.value, expected, page, view);
    if (!second.ok) return second;
    const { activeElement, body } = view.document;
    if (activeElement === body) focusField(second.value.field);
    return ok({ ...second.value, typed: typed() });
  } finally {
    watch.abort();
  }
}
