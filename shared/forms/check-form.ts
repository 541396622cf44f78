import { CustomForm, FormFault, type FormItem } from '../contracts/custom-form.ts';
import { ok, type Result, refuse } from '../contracts/result.ts';
import { INSTRUMENTS } from '../instruments/registry.ts';

/** Why a form can't be kept, and at which item (from 1; null for the form as a whole). */
export interface FormRefusal {
  readonly reason: FormFault;
  readonly item: number | null;
}

/**
 * Checks a form that a clinician put together, before it is kept or sent. Refuses with the first
 * fault. A form that borrows the name of a published measure is refused: its numbers would be read
 * by that measure's norms.
 */
export function checkForm(candidate: unknown): Result<CustomForm, FormRefusal> {
  const parsed = CustomForm.safeParse(candidate);
  if (!parsed.success) return refuse(firstFault(parsed.error.issues));
  const form = parsed.data;
  if (namesMeasure(form.title)) return refuse({ reason: 'namedAfterMeasure', item: null });
  const ids = form.items.map(({ id }) => id);
  for (const [index, item] of form.items.entries()) {
    const reason = ids.indexOf(item.id) < index ? 'sameItemTwice' : scaleFault(item);
    if (reason !== null) return refuse({ reason, item: index + 1 });
  }
  return ok(form);
}

/** What the contract found first: its messages are reasons, what else it says is a wrong shape. */
function firstFault(
  issues: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: PropertyKey[];
  }[],
): FormRefusal {
  const [issue] = issues;
  const [field, index] = issue?.path ?? [];
  const item = field === 'items' && typeof index === 'number' ? index + 1 : null;
  if (issue?.code === 'unrecognized_keys') return { reason: 'unknownField', item };
  const reason = FormFault.safeParse(issue?.message);
  return { reason: reason.success ? reason.data : 'malformed', item };
}

function scaleFault(item: FormItem): FormFault | null {
  if (item.kind === 'rating') return item.min < item.max ? null : 'scaleBackwards';
  if (item.kind === 'text') return null;
  const values = new Set(item.options.map(({ value }) => value));
  const labels = new Set(item.options.map(({ label }) => label.trim().toLowerCase()));
  const count = item.options.length;
  return values.size === count && labels.size === count ? null : 'sameChoiceTwice';
}

/** Whether words in a row spell a measure's name, however it is broken up: `PHQ 9 weekly`. */
function namesMeasure(title: string): boolean {
  const words = wordsOf(title);
  return INSTRUMENTS.flatMap((measure) => [measure.shortTitle, measure.title]).some((name) => {
    const wanted = wordsOf(name).join('');
    return words.some((_, start) => spells(words.slice(start), wanted));
  });
}

function spells(words: readonly string[], wanted: string): boolean {
  return words.some((_, index) => words.slice(0, index + 1).join('') === wanted);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
