import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { MUTATED_FOLDER, type MutatedFolder } from './folders.ts';
import { type FolderReport, readReport } from './report.ts';
import { runFiles, strykerOptions } from './stryker-options.ts';

/** Results that a later incremental run starts from. */
const KEPT = join('.output', 'mutation');

/** How a folder is tried. */
export interface RunOptions {
  /** Whether to take over what an earlier run found of sources and tests that are the same. */
  readonly incremental: boolean;
  /** Ends Stryker. */
  readonly signal: AbortSignal;
}

/**
 * Tries every mutant of a folder, in a directory of the run's own. Throws when Stryker could not do
 * its work: the tests fail without any mutant, or it was stopped.
 */
export async function mutate(
  folder: MutatedFolder,
  { incremental, signal }: RunOptions,
): Promise<FolderReport> {
  const files = runFiles(mkdtempSync(join(tmpdir(), 'throughline-mutation-')));
  const kept = join(KEPT, `${folder.name}.json`);
  try {
    if (incremental && existsSync(kept)) copyFileSync(kept, files.incremental);
    writeFileSync(files.options, JSON.stringify(strykerOptions(folder, files, incremental)));
    await runStryker(files.options, folder, signal);
    return readReport(files.report);
  } finally {
    // Stryker writes what it has found when it is interrupted, too.
    if (incremental && existsSync(files.incremental)) keep(files.incremental, kept);
    rmSync(files.directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Another run reads the former results or these, never half of them. */
function keep(results: string, kept: string): void {
  mkdirSync(KEPT, { recursive: true });
  const own = `${kept}.${process.pid}`;
  copyFileSync(results, own);
  renameSync(own, kept);
}

/** Stryker tells the person who waits; standard output is kept for the report. */
function runStryker(options: string, { name }: MutatedFolder, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, [MUTATED_FOLDER]: name };
    const child = spawn('stryker', ['run', options], { stdio: ['ignore', 2, 2], env, signal });
    // An abort is told at once; what Stryker wrote may be removed only after it has ended.
    let aborted: Error | null = null;
    child.on('error', (error) => {
      aborted = error;
      if (child.pid === undefined) reject(error);
    });
    child.on('close', (code, end) => {
      if (code === 0) resolve();
      else reject(aborted ?? new Error(`Stryker ended with ${code ?? end}; its output says why`));
    });
  });
}
