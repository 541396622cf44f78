import { parseArgs } from 'node:util';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';

/** What was typed after `npm run practice --`. */
export type Request =
  | { readonly kind: 'help'; readonly command: Command | null }
  | {
      readonly kind: 'run';
      readonly command: Command;
      /** What was typed for each option, by its name; a flag has an empty text. */
      readonly typed: ReadonlyMap<string, string>;
      readonly json: boolean;
    }
  | { readonly kind: 'wrong'; readonly problems: readonly string[]; readonly json: boolean };

/** Options that every command has. */
const EVERYWHERE = new Set(['json', 'help']);

/** One option as it was typed; what else was typed is not told, since it may be anything. */
interface TypedOption {
  readonly name: string;
  readonly value: string | undefined;
  readonly inline: boolean | undefined;
}

/**
 * Reads the words. Problems name options, never what was typed for them: that may be a name or a
 * password in the wrong place.
 */
export function readWords(words: readonly string[]): Request {
  const [name = '', ...rest] = words;
  const command = COMMANDS.find((candidate) => candidate.name === name);
  const { options, strays } = parse(command === undefined ? words : rest, command ?? null);
  const json = options.some((option) => option.name === 'json');
  if (options.some((option) => option.name === 'help')) {
    return { kind: 'help', command: command ?? null };
  }
  if (command === undefined) {
    const problem =
      strays === 0 ? 'Say what is to be done, such as list.' : 'There is no such command.';
    return { kind: 'wrong', problems: [problem], json };
  }
  const problems = [
    ...(strays === 0 ? [] : ['Only options follow the command; a value with spaces needs quotes.']),
    ...options.flatMap((option, index) => problemOf(option, options.slice(0, index), command)),
  ];
  if (problems.length > 0) return { kind: 'wrong', problems, json };
  const typed = new Map(
    options
      .filter((option) => !EVERYWHERE.has(option.name))
      .map((option) => [option.name, option.value ?? '']),
  );
  return { kind: 'run', command, typed, json };
}

function parse(words: readonly string[], command: Command | null) {
  const texts = [...(command?.options ?? [])].filter(([, { kind }]) => kind === 'text');
  const { tokens } = parseArgs({
    args: [...words],
    options: {
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(texts.map(([name]) => [name, { type: 'string' } as const])),
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = tokens.flatMap((token): TypedOption[] =>
    token.kind === 'option'
      ? [{ name: token.name, value: token.value, inline: token.inlineValue }]
      : [],
  );
  return { options, strays: tokens.filter(({ kind }) => kind === 'positional').length };
}

function problemOf(
  { name, value, inline }: TypedOption,
  before: readonly TypedOption[],
  command: Command,
): readonly string[] {
  if (before.some((other) => other.name === name)) return [`--${name} was given twice.`];
  if (EVERYWHERE.has(name)) return [];
  const option = command.options.get(name);
  if (option === undefined) return [`${command.name} has no option --${name}.`];
  if (option.kind === 'secret') {
    return [`--${name} is not an argument: it is asked for, or read from standard input.`];
  }
  if (option.kind === 'flag') return value === undefined ? [] : [`--${name} takes no value.`];
  const missing = value === undefined || (inline !== true && value.startsWith('--'));
  return missing ? [`--${name} needs a value.`] : [];
}
