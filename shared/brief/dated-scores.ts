import type { DatedScore, InsteadOfTotal } from '../contracts/brief.ts';
import { daysBetween, type Instant } from '../contracts/calendar.ts';
import type { Score, ScoredResponse } from '../contracts/response.ts';

/** What a line of dated scores is read with. */
export interface ReadingContext {
  readonly lastLookedAt: Instant | null;
  /** Length of the recall period in days; null when the instrument is not known. */
  readonly recallDays: number | null;
}

/** Responses to one version of one measure as dated scores, oldest first. */
export function datedScores(
  responses: readonly ScoredResponse[],
  context: ReadingContext,
): DatedScore[] {
  const ordered = responses.toSorted(
    (one, other) => Date.parse(one.submittedAt) - Date.parse(other.submittedAt),
  );
  return ordered.map((response, index) => datedScore(response, ordered[index - 1], context));
}

function datedScore(
  { answeredOn, submittedAt, score }: ScoredResponse,
  before: ScoredResponse | undefined,
  { lastLookedAt, recallDays }: ReadingContext,
): DatedScore {
  const scored = score.status === 'scored' ? score : null;
  const gap = before === undefined ? null : daysBetween(before.answeredOn, answeredOn);
  return {
    on: answeredOn,
    submittedAt,
    total: scored?.total ?? null,
    insteadOfTotal: insteadOfTotal(score),
    displayed: scored?.displayed ?? null,
    band: scored?.band ?? null,
    prorated: scored?.prorated ?? false,
    missingItems: score.missingItems,
    safety: score.safety,
    isNew: lastLookedAt === null || Date.parse(submittedAt) > Date.parse(lastLookedAt),
    overlapsRecall: gap !== null && recallDays !== null && gap < recallDays,
  };
}

function insteadOfTotal(score: Score): InsteadOfTotal | null {
  if (score.status === 'profile') return { kind: 'profile' };
  if (score.status !== 'screened') return null;
  return { kind: 'finding', label: score.label, tier: score.tier };
}
