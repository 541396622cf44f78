import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { runStep, type StepResult } from './run-step.ts';
import { STEPS } from './steps.ts';

/**
 * `npm test`: runs every step even when an earlier one failed, and closes with one line that
 * counts what passed. Ends with 0 only if nothing failed.
 */
async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-gate-'));
  const results: StepResult[] = [];
  try {
    for (const step of STEPS) results.push(await runStep(step, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`\n${results.map(line).join('\n')}\n\n`);
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) process.stdout.write(`${failures.join('\n')}\n\n`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

function line({ name, passed, failed, seconds }: StepResult): string {
  const mark = failed === 0 ? 'ok    ' : 'FAILED';
  return `${mark} ${name.padEnd(20)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed  ${seconds.toFixed(0).padStart(4)} s`;
}

process.exitCode = await main();
