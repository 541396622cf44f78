import { inColumns } from './command-line/columns.ts';
import { DEFAULT_PORT } from './config.ts';

/** `npm run serve`: everything about it is a setting of the environment. */
export const SERVE = {
  name: 'npm run serve',
  help: [
    'Serves the practices of this machine until it is stopped with Ctrl+C.',
    '',
    '  npm run serve',
    '',
    'It takes no options. Settings are environment variables; these are the first that one needs:',
    '',
    ...inColumns([
      ['THROUGHLINE_PORT', `where it listens (${DEFAULT_PORT})`],
      [
        'THROUGHLINE_PUBLIC_URL',
        'the address that browsers and phones use; beyond this machine with https',
      ],
      ['THROUGHLINE_DATA', 'folder of the embedded database and its secrets (.data)'],
      ['DATABASE_URL', 'a PostgreSQL server instead of the embedded one, with DATABASE_OWNER_URL'],
    ]),
    '',
    'README.md has all of them under "Configuration". Practices, staff and clients are set up with',
    'npm run practice.',
  ],
  options: {},
  words: null,
} as const;
