import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import * as z from 'zod/mini';
import { FOLDER, type Step } from './steps.ts';

/** What came of one step. */
export interface StepResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** The tests that failed and the first line of why, for a reader who sees only the end. */
  readonly failures: readonly string[];
}

const VitestReport = z.object({
  numTotalTests: z.int(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.nullish(z.array(z.string())),
        }),
      ),
    }),
  ),
});
type Counts = Omit<StepResult, 'name' | 'seconds'>;

/** Runs one step with its output shown, and counts. A test group in which no test ran fails. */
export async function runStep(step: Step, folder: string): Promise<StepResult> {
  process.stdout.write(`\n--- ${step.name}\n`);
  const started = performance.now();
  const report = join(folder, `${step.vitestProject ?? 'none'}.json`);
  const [program, ...args] = step.command.map((word) => (word === FOLDER ? folder : word));
  const reporters =
    step.vitestProject === undefined
      ? []
      : ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(program ?? '', [...args, ...reporters]);
  const counts = step.vitestProject === undefined ? countCommand(code) : countTests(code, report);
  return { name: step.name, ...counts, seconds: (performance.now() - started) / 1000 };
}

function countCommand(code: number): Counts {
  return code === 0
    ? { passed: 1, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: [] };
}

function countTests(code: number, report: string): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1, failures: ['no report was written'] };
  const { numTotalTests, numPassedTests, numFailedTests, testResults } = VitestReport.parse(
    JSON.parse(readFileSync(report, 'utf8')),
  );
  const failures = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages?.[0])}`);
  const skipped = numTotalTests - numPassedTests - numFailedTests;
  const failed = numFailedTests + skipped;
  // A hook or a file that could not be loaded fails the run without failing a test.
  const hidden = failed === 0 && (code !== 0 || numTotalTests === 0) ? 1 : 0;
  return { passed: numPassedTests, failed: failed + hidden, failures };
}

function firstLine(message = ''): string {
  return message.split('\n', 1)[0] ?? '';
}

/** Exit code of a command; 1 when it can't be started or is ended by a signal. */
function run(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.on('error', (error) => {
      process.stderr.write(`${program} could not be started: ${error.message}\n`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
