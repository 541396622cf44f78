import type { Alert } from '#shared/contracts/alert.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';

const PRESSING: ReadonlySet<Alert['tier']> = new Set(['emergency', 'urgent']);

/**
 * How many things can't wait: pressing alerts that nobody has put aside, and risk answers on forms
 * never sent, which no rule has judged. Apart from the badge, whose words a panel has no use for.
 */
export function cantWait({ alerts, checkIns }: BriefFacts): number {
  const open = alerts.filter(
    ({ status, tier, snoozed }) => status === 'open' && snoozed === null && PRESSING.has(tier),
  );
  const unsent = checkIns.filter(({ unsentRiskAnswer }) => unsentRiskAnswer !== null);
  return open.length + unsent.length;
}
