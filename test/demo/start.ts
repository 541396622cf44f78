import process from 'node:process';
import { explain } from '#backend/command-line/program.ts';
import { DEMO, demoArguments } from './arguments.ts';
import { prepareData } from './data.ts';
import { runHeadless } from './headless.ts';
import { openForPerson } from './interactive.ts';
import { type DemoPlan, demoPlan, hasDisplay, stoppedText } from './plan.ts';
import { type HeldDemo, holdDemo, portProblem } from './running.ts';

/**
 * `npm start`: the main job on an invented practice. With a display it opens a browser for a
 * person; without one, or with `--once`, it goes through the job by itself and checks each step.
 * Ends with 1 if that did not go well or was refused, with 2 if it was not understood.
 */
async function main(): Promise<number> {
  const wanted = demoArguments(process.argv.slice(2));
  if (!wanted.ok) return explain(wanted.refusal, DEMO, process);
  const display = hasDisplay(process.env);
  const plan = demoPlan(wanted.value, process.env, display);
  if (!plan.ok) return refused(plan.refusal);
  const held = holdDemo(plan.value);
  if (!held.ok) return refused(held.refusal);
  try {
    if (!display && !wanted.value.once) say(NO_DISPLAY);
    return await run(plan.value, held.value);
  } finally {
    held.value.release();
  }
}

const NO_DISPLAY =
  'No display found: the same job runs headless. (With one, npm start opens a browser.)';

async function run(plan: DemoPlan, { servesAt }: HeldDemo): Promise<number> {
  const problem = (await portProblem(plan.port)) ?? (await prepareData(plan.dataDir, plan.fresh));
  if (problem !== null) return refused(problem);
  if (plan.kind === 'once') return runHeadless(plan.dataDir, say);
  return openForPerson(plan, { say, servesAt });
}

function refused(words: string): number {
  process.stderr.write(`${words}\n`);
  return 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${stoppedText(error)}\n`);
  process.exitCode = 1;
}
