import { inColumns } from '#backend/command-line/columns.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import type { Option } from './option.ts';

const CALL = 'npm run practice --';

/** What there is, for whoever asks for help without naming a command. */
export function generalHelp(): readonly string[] {
  return [
    'Sets up practices, their staff and clients on this server, and makes links to measures.',
    '',
    `  ${CALL} <command> [options]`,
    '',
    ...inColumns(COMMANDS.map(({ name, summary }) => [name, summary])),
    '',
    'Every command takes --help, and --json for one line that a program can read',
    '(npm run --silent practice -- ...). At a terminal, what is left out is asked for; leave out',
    "what should not stay in the shell's history, such as a client's name.",
    '',
    'It works on the database that "npm run serve" uses, with the same settings: on an embedded one',
    'while the backend is stopped, on a PostgreSQL server at any time.',
    '',
    'Ends with 0 when it was done, 1 when it was refused, 2 when it was not understood.',
  ];
}

/** How one command is used. */
export function commandHelp({ name, summary, options }: Command): readonly string[] {
  const all = [...options];
  const needed = all.filter(([, { otherwise, kind }]) => otherwise === null && kind === 'text');
  const words = [
    name,
    ...needed.map(spelled),
    ...(all.length > needed.length ? ['[options]'] : []),
  ];
  return [
    `${name}: ${summary}.`,
    '',
    `  ${CALL} ${words.join(' ')}`,
    '',
    ...inColumns(all.map((entry) => [spelled(entry), entry[1].help])),
  ];
}

function spelled([name, { kind, value }]: [string, Option<unknown>]): string {
  if (kind === 'secret') return name;
  return kind === 'flag' ? `--${name}` : `--${name} <${value}>`;
}
