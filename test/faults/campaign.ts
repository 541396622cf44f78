import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { inColumns } from '#backend/command-line/columns.ts';
import { explain, readProgram } from '#backend/command-line/program.ts';
import { CAMPAIGNS, campaignNames, campaignOf } from './campaigns.ts';
import { type Report, reportOf } from './report.ts';

const SEEDS = 2 ** 31;

/**
 * `npm run faults`: plays what is named, or everything. Prints one line of JSON a campaign, all of one
 * shape, and writes them to the file as one array. Ends with 1 if anything happened that must never
 * happen, with 2 if it was asked for what there is not. The seed is drawn here, once, and handed to
 * each: the same seed and count play the same again.
 */
const PROGRAM = {
  name: 'npm run faults',
  help: [
    'Plays what goes wrong, many times over, and counts what must never happen (test/faults/README.md).',
    '',
    '  npm run faults -- [campaign ...] [--seed n] [--count n] [--report file]',
    '',
    ...inColumns([
      ['campaign', `all when none is named: ${[...CAMPAIGNS.keys()].join(' ')}`],
      ['', 'insertions/<editor> is one editor’s share of insertions'],
      ['--seed <n>', 'the same seed and count play the same again; drawn when left out'],
      ['--count <n>', 'how many of each, instead of its own number'],
      ['--report <file>', 'writes the lines to this file as one array, too'],
    ]),
    '',
    'All of them together take long. Ends with 0, with 1 if anything happened that must never happen,',
    'with 2 if it was not understood.',
  ],
  options: { seed: 'text', count: 'text', report: 'text' },
  words: { what: 'campaign', names: campaignNames() },
} as const;

async function main(): Promise<number> {
  const asked = readProgram(process.argv.slice(2), PROGRAM);
  if (!asked.ok) return explain(asked.refusal, PROGRAM, process);
  const { values, words } = asked.value;
  const seed = values.seed === undefined ? randomInt(SEEDS) : wholeNumber(values.seed, 0);
  const count = values.count === undefined ? undefined : wholeNumber(values.count, 1);
  if (seed === null || count === null) {
    const problem = 'A seed from 0 and a count from 1 are whole numbers.';
    return explain({ is: 'wrong', problems: [problem] }, PROGRAM, process);
  }
  tell(`Seed ${seed}.`);
  const names = words.length === 0 ? [...CAMPAIGNS.keys()] : words;
  const reports = await playAll(names, seed, count ?? null);
  if (values.report !== undefined) {
    writeFileSync(values.report, `${JSON.stringify(reports, null, 2)}\n`);
  }
  return reports.every(({ ok }) => ok) ? 0 : 1;
}

async function playAll(
  names: readonly string[],
  seed: number,
  count: number | null,
): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const name of names) {
    const campaign = campaignOf(name);
    if (campaign === undefined) continue;
    const report = await reportOf(name, campaign, { seed, count: count ?? campaign.count });
    process.stdout.write(`${JSON.stringify(report)}\n`);
    reports.push(report);
  }
  return reports;
}

/** Null when it is none, or not from `least` to below the number of seeds. */
function wholeNumber(text: string, least: number): number | null {
  const number = Number(text);
  return Number.isInteger(number) && number >= least && number < SEEDS ? number : null;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

process.exitCode = await main();
