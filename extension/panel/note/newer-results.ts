import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { Instant } from '#shared/contracts/calendar.ts';

/**
 * How many results came after a moment: answered forms, the practice's own among them, and totals
 * entered by hand. A correction is a result that came when it was made.
 */
export function newerResultCount({ responses, own }: BriefFacts, since: Instant): number {
  const moments = [
    ...responses.map(({ submittedAt }) => submittedAt),
    ...(own?.responses ?? []).map(({ submittedAt }) => submittedAt),
    ...(own?.handTotals ?? []).map(({ enteredAt }) => enteredAt),
  ];
  return moments.filter((moment) => moment > since).length;
}
