import { CustomForm, FormFault, FormItem } from '../contracts/custom-form.ts';
import { ok, type Result, refuse } from '../contracts/result.ts';
import { INSTRUMENTS } from '../instruments/registry.ts';

/** Why a form can't be kept, and at which item (from 1; null for the form as a whole). */
export interface FormRefusal {
  readonly reason: FormFault;
  readonly item: number | null;
}

/** One thing that is wrong with a form, and the field that it is told beside. */
export interface FormFaultAt extends FormRefusal {
  /** Path within the item, or within the form: `title`, `min`, `options.2.label`; empty for all. */
  readonly field: string;
}

/**
 * Checks a form that a clinician put together, before it is kept or sent. Refuses with the first
 * fault. A form that borrows the name of a published measure is refused: its numbers would be read
 * by that measure's norms.
 */
export function checkForm(candidate: unknown): Result<CustomForm, FormRefusal> {
  const parsed = CustomForm.safeParse(candidate);
  const [first] = faultsIn(candidate, parsed);
  if (first !== undefined) return refuse({ reason: first.reason, item: first.item });
  if (!parsed.success) throw new Error('A form without a fault does not have the shape of one.');
  return ok(parsed.data);
}

/** Everything that is wrong with a form, so that each is told where it can be mended. */
export function formFaults(candidate: unknown): readonly FormFaultAt[] {
  return faultsIn(candidate, CustomForm.safeParse(candidate));
}

type Parsed = ReturnType<typeof CustomForm.safeParse>;

function faultsIn(candidate: unknown, parsed: Parsed): FormFaultAt[] {
  const { title, items } = Object(candidate) as { title?: unknown; items?: unknown };
  const ofShape = parsed.success ? [] : parsed.error.issues.map(faultOf);
  const borrowed =
    typeof title === 'string' && namesMeasure(title)
      ? [{ reason: 'namedAfterMeasure' as const, item: null, field: 'title' }]
      : [];
  return [...ofShape, ...borrowed, ...(Array.isArray(items) ? itemFaults(items) : [])];
}

/** What an item that is one by itself gets wrong about its scale, or beside the others. */
function itemFaults(items: readonly unknown[]): FormFaultAt[] {
  const ids = new Set<string>();
  const names = new Set<string>();
  return items.flatMap((one, index): FormFaultAt[] => {
    const { success, data: item } = FormItem.safeParse(one);
    if (!success) return [];
    const faults = [twice(item, ids, names), scaleFault(item)].filter((fault) => fault !== null);
    ids.add(item.id);
    names.add(asNamed(item.name));
    return faults.map((fault) => ({ ...fault, item: index + 1 }));
  });
}

/** What an item shares with one before it. */
function twice(
  { id, name }: FormItem,
  ids: ReadonlySet<string>,
  names: ReadonlySet<string>,
): Pick<FormFaultAt, 'reason' | 'field'> | null {
  if (ids.has(id)) return { reason: 'sameItemTwice', field: 'id' };
  return names.has(asNamed(name)) ? { reason: 'sameNameTwice', field: 'name' } : null;
}

/** Names and titles that people would take for the same: `Sleep` and ` sleep`. */
export function asNamed(words: string): string {
  return words.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** What the contract found: its messages are reasons, what else it says is a wrong shape. */
function faultOf(issue: {
  readonly code: string;
  readonly message: string;
  readonly path: PropertyKey[];
}): FormFaultAt {
  const [field, index, ...within] = issue.path;
  const inItem = field === 'items' && typeof index === 'number';
  const place = inItem
    ? { item: index + 1, field: within.join('.') }
    : { item: null, field: issue.path.join('.') };
  if (issue.code === 'unrecognized_keys') return { reason: 'unknownField', ...place };
  const reason = FormFault.safeParse(issue.message);
  return { reason: reason.success ? reason.data : 'malformed', ...place };
}

function scaleFault(item: FormItem): Pick<FormFaultAt, 'reason' | 'field'> | null {
  if (item.kind === 'rating') {
    return item.min < item.max ? null : { reason: 'scaleBackwards', field: 'max' };
  }
  if (item.kind === 'text') return null;
  const values = new Set(item.options.map(({ value }) => value));
  const labels = new Set(item.options.map(({ label }) => label.trim().toLowerCase()));
  const count = item.options.length;
  return values.size === count && labels.size === count
    ? null
    : { reason: 'sameChoiceTwice', field: 'options' };
}

/** Whether words in a row spell a measure's name, however it is broken up: `PHQ 9 weekly`. */
export function namesMeasure(title: string): boolean {
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
