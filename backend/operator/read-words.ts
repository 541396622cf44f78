import { didYouMean } from '#backend/command-line/near-name.ts';
import { type OptionKind, readOptions } from '#backend/command-line/options.ts';
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

/** Beside `--help`, every command has it. */
const JSON_OPTION = ['json', 'flag'] as const;

const STRAY = 'Only options follow the command; a value with spaces needs quotes.';

/**
 * Reads the words. Problems name options, never what was typed for them: that may be a name or a
 * password in the wrong place.
 */
export function readWords(words: readonly string[]): Request {
  const [name = '', ...rest] = words;
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) return withoutCommand(words);
  const line = readOptions(rest, { name, options: optionsOf(command) });
  if (line.help) return { kind: 'help', command };
  const json = line.options.has('json');
  // Behind an option that there is not, its value stands alone: that is not said as well.
  const strays = line.words.length === 0 ? [] : [STRAY];
  const problems = line.problems.length > 0 ? line.problems : strays;
  if (problems.length > 0) return { kind: 'wrong', problems, json };
  const typed = [...line.options].filter(([option]) => option !== 'json');
  return {
    kind: 'run',
    command,
    typed: new Map(typed.map(([option, [value = '']]) => [option, value])),
    json,
  };
}

function withoutCommand(words: readonly string[]): Request {
  const line = readOptions(words, { name: 'practice', options: new Map([JSON_OPTION]) });
  if (line.help) return { kind: 'help', command: null };
  const json = line.options.has('json');
  const [word] = line.words;
  const problem =
    word === undefined
      ? 'Say what is to be done, such as list.'
      : `There is no such command.${didYouMean(
          word,
          COMMANDS.map(({ name }) => name),
        )}`;
  return { kind: 'wrong', problems: [problem], json };
}

function optionsOf({ options }: Command): ReadonlyMap<string, OptionKind> {
  const own = [...options].map(([name, { kind }]): [string, OptionKind] => [name, kind]);
  return new Map<string, OptionKind>([...own, JSON_OPTION]);
}
