import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { didYouMean } from './near-name.ts';
import { type OptionKind, readOptions } from './options.ts';

/** The options of a program, by the name that is typed after `--`. */
export type ProgramOptions = Readonly<Record<string, Exclude<OptionKind, 'secret'>>>;

/** What a program that is started with `npm` can be told. */
export interface Program<Options extends ProgramOptions> {
  /** As it is called: `npm run faults`. */
  readonly name: string;
  /** What `--help` says: what it does, how it is called, what each option means. */
  readonly help: readonly string[];
  readonly options: Options;
  /** The words that may stand beside options, and what one of them is called; null where none may. */
  readonly words: { readonly what: string; readonly names: readonly string[] } | null;
}

/** What was typed for each option; what was left out is absent. */
export type Values<Options extends ProgramOptions> = {
  readonly [Name in keyof Options]?: {
    flag: boolean;
    text: string;
    texts: readonly string[];
  }[Options[Name]];
};

/** Why a program does not do its work: somebody wants to know how, or it can't be understood. */
export type Unread =
  | { readonly is: 'help' }
  | { readonly is: 'wrong'; readonly problems: readonly string[] };

/** Reads what was typed after a program's name. Nothing is passed over. */
export function readProgram<Options extends ProgramOptions>(
  typed: readonly string[],
  { name, options, words: allowed }: Program<Options>,
): Result<{ readonly values: Values<Options>; readonly words: readonly string[] }, Unread> {
  const line = readOptions(typed, { name, options: new Map(Object.entries(options)) });
  if (line.help) return refuse({ is: 'help' });
  const names = allowed?.names ?? [];
  const strays = line.words.filter((word) => !names.includes(word));
  // Behind an option that there is not, its value stands alone: that is not said as well.
  const problems =
    line.problems.length > 0
      ? line.problems
      : strays.map((word) =>
          allowed === null
            ? `${name} takes no words but options.${didYouMean(word, [...Object.keys(options), 'help'], '--')}`
            : strayWords(word, allowed),
        );
  if (problems.length > 0) return refuse({ is: 'wrong', problems });
  const values = [...line.options].map(([option, texts]) => [
    option,
    { flag: true, text: texts[0], texts }[options[option] ?? 'flag'],
  ]);
  // Every option that was typed is one of the program's, and has a value of its kind.
  return ok({ values: Object.fromEntries(values) as Values<Options>, words: line.words });
}

function strayWords(
  word: string,
  { what, names }: { readonly what: string; readonly names: readonly string[] },
): string {
  const meant = didYouMean(word, names) || ` There are: ${names.join(', ')}.`;
  return `There is no ${what} "${word}".${meant}`;
}

/** Where a program says something. */
interface Streams {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
}

/** Says how the program is used, or what is wrong. The exit code: 0 for help, 2 for the other. */
export function explain(
  unread: Unread,
  { name, help }: Pick<Program<ProgramOptions>, 'name' | 'help'>,
  { stdout, stderr }: Streams,
): 0 | 2 {
  if (unread.is === 'help') {
    stdout.write(`${help.join('\n')}\n`);
    return 0;
  }
  const way = `${name} -- --help says how it is used. Nothing was done.`;
  stderr.write(`${[...unread.problems, way].join('\n')}\n`);
  return 2;
}
