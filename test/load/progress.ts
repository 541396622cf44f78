import process from 'node:process';

/** Tells the person who waits. Standard output is kept for the report. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
