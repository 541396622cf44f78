import type { RuleCode } from '#shared/contracts/alert.ts';

/**
 * Rules that nothing asks for yet, whatever is set, and what they come with. Their numbers are shown,
 * but nobody sets them: a setting that does nothing would read as one that watches.
 */
const COMES_WITH: Readonly<Partial<Record<RuleCode, string>>> = { P1: 'couples' };

/** What a rule comes with that is not there yet; null for a rule in use. */
export function comesWith(rule: RuleCode): string | null {
  return COMES_WITH[rule] ?? null;
}
