import * as z from 'zod/mini';
import type { CustomForm, FormItem } from '#shared/contracts/custom-form.ts';

/** Most questions and choices that a page holds; what is allowed is decided by the contract. */
const MOST_ITEMS = 31;
const MOST_OPTIONS = 8;

/** A choice as it is typed. */
export interface DraftOption {
  readonly value: string;
  readonly label: string;
}

/** A question as it is typed: every field that a question of some kind has, as text. */
export interface DraftItem {
  readonly kind: FormItem['kind'];
  /** Empty for a question that was never saved. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly direction: string;
  readonly min: string;
  readonly max: string;
  readonly minLabel: string;
  readonly maxLabel: string;
  readonly maxLength: string;
  readonly options: readonly DraftOption[];
}

/** A form as it is typed. The page carries all of it: nothing is kept between two presses. */
export interface Draft {
  /** The version that was on screen when the form was opened; 0 for a new form. */
  readonly seenVersion: number;
  readonly title: string;
  readonly items: readonly DraftItem[];
}

const FIELD =
  /^(?:do|version|title|i\d{1,2}\.(?:kind|id|name|text|direction|min|max|minLabel|maxLabel|maxLength|o\d\.(?:value|label)))$/;

/** What the page of a draft sends: `do` is the button, `i2.o1.label` the first choice of item 2. */
export const DraftForm = z.record(z.string().check(z.regex(FIELD)), z.string());
type DraftFields = z.infer<typeof DraftForm>;

const Kind = z.enum(['rating', 'choice', 'text']);

/** The draft in the fields of its page. Text keeps one line end where a browser sends two signs. */
export function draftIn(fields: DraftFields): Draft {
  const text = (name: string) => (fields[name] ?? '').replaceAll('\r\n', '\n');
  const items = upTo(MOST_ITEMS).flatMap((number): DraftItem[] => {
    const kind = Kind.safeParse(fields[`i${number}.kind`]);
    return kind.success ? [itemIn(kind.data, `i${number}.`, text)] : [];
  });
  return { seenVersion: Number(fields['version'] ?? 0), title: text('title'), items };
}

function itemIn(kind: FormItem['kind'], prefix: string, text: (name: string) => string): DraftItem {
  const own = (name: string) => text(`${prefix}${name}`);
  const rows = upTo(MOST_OPTIONS).map((number) => ({
    value: own(`o${number}.value`),
    label: own(`o${number}.label`),
  }));
  return {
    kind,
    id: own('id'),
    name: own('name'),
    text: own('text'),
    direction: own('direction'),
    min: own('min'),
    max: own('max'),
    minLabel: own('minLabel'),
    maxLabel: own('maxLabel'),
    maxLength: own('maxLength'),
    options: rows.slice(0, rows.findLastIndex(({ value, label }) => value + label !== '') + 1),
  };
}

/** A new question of a kind, with what suits most. */
export function blankItem(kind: FormItem['kind']): DraftItem {
  return {
    kind,
    id: '',
    name: '',
    text: '',
    direction: 'higherWorse',
    min: '0',
    max: '10',
    minLabel: '',
    maxLabel: '',
    maxLength: '280',
    options: kind === 'choice' ? [0, 1].map((value) => ({ value: `${value}`, label: '' })) : [],
  };
}

/** A form, opened to be changed. */
export function draftOf(
  { title, items }: Pick<CustomForm, 'title' | 'items'>,
  version: number,
): Draft {
  return { seenVersion: version, title, items: items.map(draftItem) };
}

function draftItem(item: FormItem): DraftItem {
  const { kind, id, name, text } = item;
  const draft = { ...blankItem(kind), id, name, text };
  if (item.kind === 'text') return { ...draft, maxLength: String(item.maxLength) };
  if (item.kind === 'choice') {
    const options = item.options.map(({ value, label }) => ({ value: String(value), label }));
    return { ...draft, direction: item.direction, options };
  }
  const { direction, min, max, minLabel, maxLabel } = item;
  return { ...draft, direction, min: String(min), max: String(max), minLabel, maxLabel };
}

function upTo(most: number): number[] {
  return Array.from({ length: most }, (_, index) => index + 1);
}
