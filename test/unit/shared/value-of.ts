import type { Result } from '#shared/contracts/result.ts';

/** The value of a result that was not refused; a refusal fails the test by name. */
export function valueOf<Value, Refusal>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`refused: ${String(result.refusal)}`);
  return result.value;
}
