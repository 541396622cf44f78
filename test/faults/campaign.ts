import { rmSync } from 'node:fs';
import { newDirectory } from '#test/support/database.ts';
import { lookAtFuzzedPages } from './identity/looks.ts';
import { raceNavigations } from './identity/races.ts';
import { insertEverywhere } from './insertions.ts';
import { forgeMessages } from './messages/campaign.ts';
import { FALLS, fallEverywhere } from './outbox/kill-everywhere.ts';
import { readPolicies } from './policies.ts';
import { cutPower, cutPowerWithoutFsync, powerCutObstacle } from './power-cut.ts';
import { killBackend, killBoth, killServer, type Outcome, startSecond } from './rounds.ts';
import { composeMany } from './updates.ts';

/**
 * `npm run faults`, or `npm run faults -- <rounds> <writers> <updates> <texts> <seed>`: kills, refusals and power
 * cuts, many times over, and random Clinical Updates. Prints one line of JSON a fault and ends with 1
 * if anything was lost or doubled, or an Update said what none may say.
 */
const [rounds = 10, writers = 50, updates = 100_000, texts = 500, seed = Date.now() % 2 ** 31] =
  process.argv.slice(2).map(Number);
const directory = newDirectory();
let failed = false;
/** Share of clean pages on which refusing is tolerable. */
const MOST_REFUSALS = 0.01;

/** Plays a fault often and says what came of it. */
async function play(fault: string, round: () => Promise<Outcome>): Promise<void> {
  const outcomes: Outcome[] = [];
  for (let index = 0; index < rounds; index += 1) outcomes.push(await round());
  const sum = (of: 'acknowledged' | 'lost' | 'doubled') =>
    outcomes.reduce((total, outcome) => total + outcome[of], 0);
  const back = outcomes.map(({ backAfter }) => backAfter).toSorted((one, other) => one - other);
  const lost = sum('lost');
  const doubled = sum('doubled');
  failed ||= lost + doubled > 0;
  console.log(
    JSON.stringify({
      fault,
      rounds,
      writers,
      acknowledged: sum('acknowledged'),
      lost,
      doubled,
      backAfterMs: { median: back[Math.floor(back.length / 2)], worst: back.at(-1) },
    }),
  );
}

const { composed, wrong } = composeMany(updates, Date.now());
failed ||= wrong.length > 0;
console.log(JSON.stringify({ fault: 'random Clinical Updates', composed, wrong }));

const policies = readPolicies(200, 500, Date.now() % 2 ** 31);
failed ||= policies.wrong.length > 0;
console.log(JSON.stringify({ fault: 'good and broken policies', ...policies }));

const forgedOutcome = await forgeMessages(100_000, seed);
failed ||= forgedOutcome.effects.length + forgedOutcome.bytesReturned > 0;
failed ||= !forgedOutcome.workerLives;
console.log(JSON.stringify(forgedOutcome));

const looks = await lookAtFuzzedPages(10_000, seed);
failed ||= looks.wrongDisplays.length > 0 || looks.ratio > MOST_REFUSALS;
console.log(JSON.stringify(looks));

const races = await raceNavigations(300, seed);
failed ||= races.wrongReadings.length + races.wrongInserts.length > 0;
failed ||= races.ratio > MOST_REFUSALS;
console.log(JSON.stringify(races));

for (const fall of FALLS) {
  const costs = await fallEverywhere(fall);
  const sum = (of: 'lost' | 'doubled' | 'stuck' | 'untrue') =>
    costs.reduce((total, cost) => total + cost[of].length, 0);
  const cost = {
    lost: sum('lost'),
    doubled: sum('doubled'),
    stuck: sum('stuck'),
    untrue: sum('untrue'),
  };
  failed ||= Object.values(cost).some((count) => count > 0);
  const falls = costs.filter(({ died }) => died).length;
  console.log(JSON.stringify({ fault: `extension's ${fall} ended at every step`, falls, ...cost }));
}

for (const report of await insertEverywhere({ seed, count: texts })) {
  failed ||= report.falselyInserted + report.lostFormer + report.falselyRestored > 0;
  console.log(JSON.stringify({ fault: 'random texts into an editor', ...report }));
}

try {
  await play('database killed under its writers', () => killServer(directory, writers));
  await play('backend killed, database left running', () => killBackend(directory, writers));
  await play('both killed', () => killBoth(directory, writers));
  await play('second backend on the same directory', async () => {
    const { first, outcome, refusals } = await startSecond(directory, 10);
    const named = refusals.filter(
      (refusal) => refusal?.reason === 'alreadyRunning' && refusal.databasePid === first.serverPid,
    );
    failed ||= named.length !== refusals.length;
    return outcome;
  });
  const obstacle = powerCutObstacle();
  if (obstacle === null) {
    await play('power cut', () => cutPower(writers));
    const control = await cutPowerWithoutFsync();
    // A cut that costs a careless server nothing is no cut, and proves nothing about ours.
    failed ||= control.lost === 0;
    console.log(JSON.stringify({ fault: 'power cut with fsync off (must lose)', ...control }));
  } else {
    console.log(JSON.stringify({ fault: 'power cut', notRun: obstacle }));
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
