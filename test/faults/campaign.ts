import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CAMPAIGNS, campaignNames, campaignOf } from './campaigns.ts';
import { type Report, reportOf } from './report.ts';

/**
 * `npm run faults -- [campaign ...] [--seed n] [--count n] [--report file]`: plays what is named, or
 * everything. Prints one line of JSON a campaign, all of one shape, and writes them to the file as
 * one array. Ends with 1 if anything happened that must never happen, with 2 if it was asked for
 * what there is not. The seed is drawn here, once, and handed to each: the same seed and count play
 * the same again.
 */
const SEEDS = 2 ** 31;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      count: { type: 'string' },
      report: { type: 'string' },
    },
  });
  const seed = values.seed === undefined ? randomInt(SEEDS) : wholeNumber(values.seed, 0);
  const count = values.count === undefined ? null : wholeNumber(values.count, 1);
  const names = positionals.length === 0 ? [...CAMPAIGNS.keys()] : positionals;
  const unknown = names.filter((name) => campaignOf(name) === undefined);
  if (unknown.length > 0 || seed === null || (values.count !== undefined && count === null)) {
    tell(`Unknown: ${unknown.join(' ') || 'a seed from 0 and a count from 1 are whole numbers'}.`);
    tell(`There are: ${campaignNames().join(' ')}.`);
    return 2;
  }
  tell(`Seed ${seed}.`);
  const reports = await playAll(names, seed, count);
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
