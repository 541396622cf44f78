/** What may be logged of an unexpected error. */
export interface Trace {
  /** Class names from the error to its innermost cause. */
  readonly names: readonly string[];
  /** SQLSTATE or system code of the innermost cause that has one. */
  readonly code: string | null;
  /** Where it was thrown: stack frames without the message. */
  readonly frames: readonly string[];
}

const MAX_CAUSES = 5;
const MAX_FRAMES = 12;

/**
 * The loggable part of an error. Messages are left out on purpose: a database driver puts
 * parameters and key values into them, which may be a name or an answer.
 */
export function traceOf(error: unknown): Trace {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error && chain.length < MAX_CAUSES; at = at.cause) {
    chain.push(at);
  }
  return {
    names: chain.map((link) => link.name),
    code: chain.map(codeOf).findLast((code) => code !== null) ?? null,
    frames: chain.flatMap(framesOf).slice(0, MAX_FRAMES),
  };
}

function codeOf(error: Error): string | null {
  if ('state' in error && typeof error.state === 'string') return error.state;
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line.startsWith('at '));
}
