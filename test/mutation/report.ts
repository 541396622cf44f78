import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** What is read of a report in the mutation-testing-elements schema, version 2. */
const Report = z.object({
  files: z.record(
    z.string(),
    z.object({
      mutants: z.array(
        z.object({
          mutatorName: z.string(),
          replacement: z.optional(z.string()),
          status: z.enum([
            'Killed',
            'Survived',
            'NoCoverage',
            'Timeout',
            'CompileError',
            'RuntimeError',
            'Ignored',
            'Pending',
          ]),
          location: z.object({ start: z.object({ line: z.int(), column: z.int() }) }),
        }),
      ),
    }),
  ),
});

/** A change that no test noticed. */
export interface Survivor {
  /** `file:line:column` of what was changed. */
  readonly at: string;
  /** The kind of change, and what stood there instead. */
  readonly change: string;
}

/** What came of the mutants of one folder. */
export interface FolderResult {
  readonly mutants: number;
  /** Noticed by a failing test. */
  readonly killed: number;
  /** Noticed because the tests no longer ended. */
  readonly timeout: number;
  /** Noticed because the tests could no longer be loaded. */
  readonly loadError: number;
  /** Not noticed, or run by no test. */
  readonly survived: number;
  /** Noticed ones in 100, with two decimals. */
  readonly rate: number;
}

/** A folder's result, and what its tests have yet to notice. */
export interface FolderReport {
  readonly result: FolderResult;
  readonly survivors: readonly Survivor[];
}

/** Reads a folder's report. Throws when it is missing, or says that a mutant was left out. */
export function readReport(file: string): FolderReport {
  const { files } = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const all = Object.entries(files).flatMap(([name, { mutants }]) =>
    mutants.map((mutant) => ({ name, ...mutant })),
  );
  const count = (...statuses: string[]) =>
    all.filter(({ status }) => statuses.includes(status)).length;
  const left = count('Ignored', 'Pending', 'CompileError');
  if (left > 0) throw new Error(`${left} mutants were not tried`);
  const survived = count('Survived', 'NoCoverage');
  const result = {
    mutants: all.length,
    killed: count('Killed'),
    timeout: count('Timeout'),
    loadError: count('RuntimeError'),
    survived,
    rate: all.length === 0 ? 0 : Math.floor((1 - survived / all.length) * 10_000) / 100,
  };
  const survivors = all
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ name, location: { start }, mutatorName, replacement }) => ({
      at: `${name}:${start.line}:${start.column}`,
      change: `${mutatorName}: ${replacement ?? ''}`,
    }));
  return { result, survivors };
}
