import type { RuleCode } from '../../contracts/alert.ts';

/**
 * The rules about danger. Apart from their definitions, because whoever shows an alert needs to know
 * which these are, and none of what a practice may set about the others.
 */
const SAFETY_RULES: ReadonlySet<RuleCode> = new Set(['S1', 'S2', 'S3', 'S4', 'P2']);

/** Whether a rule is about danger: it can't be switched off or set, and is shown before all others. */
export function isSafetyRule(code: RuleCode): boolean {
  return SAFETY_RULES.has(code);
}

/**
 * Whether an alert may be put aside until the measure is answered again: not what a client said of
 * danger; a question about it that was left blank (S3) may.
 */
export function maySnooze(code: RuleCode): boolean {
  return code === 'S3' || !isSafetyRule(code);
}

/** Whether what a rule says may appear nowhere but in the client's own record, in no couple's view. */
export function isPrivateRule(code: RuleCode): boolean {
  return code === 'P2';
}
