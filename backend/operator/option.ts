import type * as z from 'zod/mini';

/** One thing that a command can be told. */
export interface Option<Value> {
  /**
   * `text`: `--name <value>`. `flag`: there or not. `secret`: asked for without showing it, or read
   * from standard input; never an argument, which the list of processes shows to everybody.
   */
  readonly kind: 'text' | 'flag' | 'secret';
  /** What stands for the value in the help, such as `YYYY-MM-DD`; empty for a flag. */
  readonly value: string;
  readonly help: string;
  /** The end of the sentence "it must be ...". */
  readonly must: string;
  /** Reads what was typed; undefined when it can't be used. */
  readonly read: (typed: string) => Value | undefined;
  /** What holds when it is left out; null when it is needed. */
  readonly otherwise: { readonly value: Value } | null;
}

/** What is said about an option that has a value. */
export interface Wording<Value> {
  readonly value: string;
  readonly help: string;
  readonly must: string;
  readonly form: z.ZodMiniType<Value>;
}

/** An option that is needed. */
export function needed<Value>({ form, ...words }: Wording<Value>): Option<Value> {
  return { kind: 'text', ...words, read: readerOf(form), otherwise: null };
}

/** An option that may be left out; then `otherwise` holds. */
export function optional<Value, Other>(
  { form, ...words }: Wording<Value>,
  otherwise: Other,
): Option<Value | Other> {
  return { kind: 'text', ...words, read: readerOf(form), otherwise: { value: otherwise } };
}

/** An option that is needed, and shown nowhere. */
export function secret<Value>(wording: Wording<Value>): Option<Value> {
  return { ...needed(wording), kind: 'secret' };
}

/** An option that is there or not. */
export function flag(help: string): Option<boolean> {
  return {
    kind: 'flag',
    value: '',
    help,
    must: 'given without a value',
    read: () => true,
    otherwise: { value: false },
  };
}

function readerOf<Value>(form: z.ZodMiniType<Value>): Option<Value>['read'] {
  return (typed) => form.safeParse(typed).data;
}
