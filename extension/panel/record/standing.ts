import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { HandTotal } from '#shared/contracts/own-answers.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';

/** What may correct something else that is on record. */
type Correctable = Pick<ScoredResponse, 'responseId' | 'supersedes'>;

/** Those that no other one corrects. */
export function standing<One extends Correctable>(all: readonly One[]): One[] {
  const corrected = new Set(all.map(({ supersedes }) => supersedes));
  return all.filter(({ responseId }) => !corrected.has(responseId));
}

/** Totals entered by hand that count, the newest first. */
export function standingTotals({ own }: BriefFacts): HandTotal[] {
  return standing(own?.handTotals ?? []).toSorted((one, other) => newestFirst(one.on, other.on));
}

/** Something that was recorded, and what it corrects; null where that is older than what is held. */
export interface Correction<One> {
  readonly after: One;
  readonly before: One | null;
}

/** Every correction with what it corrects, in the order of `all`. */
export function correctionsIn<One extends Correctable>(all: readonly One[]): Correction<One>[] {
  const byId = new Map(all.map((one) => [one.responseId, one]));
  return all.flatMap((after) =>
    after.supersedes === undefined ? [] : [{ after, before: byId.get(after.supersedes) ?? null }],
  );
}

/** Sorts days downwards. */
export function newestFirst(one: string, other: string): number {
  return one < other ? 1 : one > other ? -1 : 0;
}
