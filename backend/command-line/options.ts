import { parseArgs } from 'node:util';
import { didYouMean } from './near-name.ts';

/**
 * `text`: `--name <value>`. `texts`: the same, as often as wanted. `flag`: there or not. `secret`:
 * never an argument, which the list of processes shows to everybody.
 */
export type OptionKind = 'text' | 'texts' | 'flag' | 'secret';

/** What a program, or one of its commands, can be told. */
export interface Taking {
  /** As it is called, in a sentence. */
  readonly name: string;
  /** By the name that is typed after `--`. `--help` is there without being named. */
  readonly options: ReadonlyMap<string, OptionKind>;
}

/** What was typed. */
export interface TypedLine {
  readonly help: boolean;
  /** Every value that was typed for each option, by its name; a flag has an empty text. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** What was typed beside options and their values. */
  readonly words: readonly string[];
  /** What is wrong with the options. Names them, never what was typed for them: that may be a password. */
  readonly problems: readonly string[];
}

interface TypedOption {
  readonly name: string;
  /** With its dashes, as it was typed. */
  readonly raw: string;
  readonly value: string | undefined;
  readonly inline: boolean;
}

/** Reads a command line. Node's own reader throws, and quotes values: its tokens are judged here. */
export function readOptions(typed: readonly string[], taking: Taking): TypedLine {
  const withValue = [...taking.options].filter(([, kind]) => kind === 'text' || kind === 'texts');
  const { tokens } = parseArgs({
    args: [...typed],
    options: {
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(withValue.map(([name]) => [name, { type: 'string' } as const])),
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = tokens.flatMap((token): TypedOption[] => {
    if (token.kind !== 'option') return [];
    const { name, rawName: raw, value, inlineValue } = token;
    return [{ name, raw, value, inline: inlineValue === true }];
  });
  const asked = options.filter(({ name }) => name !== 'help');
  const values = new Map<string, readonly string[]>();
  for (const { name, value = '' } of asked) values.set(name, [...(values.get(name) ?? []), value]);
  return {
    help: asked.length < options.length,
    options: values,
    words: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
    problems: asked.flatMap((option, index) => problemOf(option, asked.slice(0, index), taking)),
  };
}

function problemOf(
  { name, raw, value, inline }: TypedOption,
  before: readonly TypedOption[],
  taking: Taking,
): readonly string[] {
  const kind = taking.options.get(name);
  if (kind === undefined) {
    const meant = didYouMean(name, [...taking.options.keys(), 'help'], '--');
    return [`${taking.name} has no option ${raw}.${meant}`];
  }
  if (kind === 'secret') {
    return [`--${name} is not an argument: it is asked for, or read from standard input.`];
  }
  if (kind !== 'texts' && before.some((other) => other.name === name)) {
    return [`--${name} was given twice.`];
  }
  if (kind === 'flag') return value === undefined ? [] : [`--${name} takes no value.`];
  const missing = value === undefined || value === '' || (!inline && value.startsWith('--'));
  return missing ? [`--${name} needs a value.`] : [];
}
