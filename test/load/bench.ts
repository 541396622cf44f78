import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { explain, readProgram } from '#backend/command-line/program.ts';
import { buildExtension } from '#test/support/extension-build.ts';
import { measureBrief } from './brief/measure.ts';
import { measureBrowser } from './browser/measure.ts';
import { measureKnowledge } from './knowledge/measure.ts';
import { INSTALLED_EXTENSIONS } from './overlay/contestants.ts';
import { measureOverlay } from './overlay/measure.ts';
import { measurePlans } from './plans/measure.ts';
import { tell } from './progress.ts';
import { measureSizes } from './sizes/measure.ts';
import { measureStreams } from './streams/measure.ts';
import { measureSubmissions } from './submissions/measure.ts';

const PARTS = {
  knowledge: () => Promise.resolve(measureKnowledge()),
  brief: () => measureBrief(),
  plans: () => measurePlans(),
  submissions: () => measureSubmissions(),
  streams: () => measureStreams(),
  sizes: () => withBuild(async (extensionDir) => measureSizes(extensionDir)),
  browser: () => withBuild(measureBrowser),
  overlay: () => {
    const othersIn = process.env['THROUGHLINE_BENCH_EXTENSIONS'] ?? INSTALLED_EXTENSIONS;
    return withBuild((extensionDir) => measureOverlay({ extensionDir, othersIn }));
  },
};

async function withBuild<T>(measure: (extensionDir: string) => Promise<T>): Promise<T> {
  tell('Building the extension ...');
  const build = await buildExtension();
  try {
    return await measure(build.directory);
  } finally {
    build.remove();
  }
}

/**
 * `npm run bench`: measures what README.md explains, all of it by default, and prints one JSON
 * document. Compares within one run only: absolute figures are the machine's.
 */
const PROGRAM = {
  name: 'npm run bench',
  help: [
    'Measures what test/load/README.md explains, and prints one JSON document.',
    '',
    '  npm run bench -- [part ...]',
    '',
    `  part  all when none is named: ${Object.keys(PARTS).join(' ')}`,
    '',
    'All of them together take many minutes. Compare within one run only: absolute figures are the machine’s.',
  ],
  options: {},
  words: { what: 'part', names: Object.keys(PARTS) },
} as const;

function isPart(name: string): name is keyof typeof PARTS {
  return Object.hasOwn(PARTS, name);
}

async function main(): Promise<number> {
  const asked = readProgram(process.argv.slice(2), PROGRAM);
  if (!asked.ok) return explain(asked.refusal, PROGRAM, process);
  const { words: named } = asked.value;
  const parts = named.length === 0 ? Object.keys(PARTS) : named;
  const figures: Record<string, unknown> = {
    machine: { node: process.version, processors: cpus().length, loadBefore: loadavg()[0] },
  };
  for (const part of parts.filter(isPart)) figures[part] = await PARTS[part]();
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  return 0;
}

process.exitCode = await main();
