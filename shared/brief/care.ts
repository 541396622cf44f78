import type { BriefFacts } from '../contracts/brief.ts';
import { addDays, type CalendarDate } from '../contracts/calendar.ts';
import type { CareFacts } from '../contracts/episode.ts';
import type { ScoredResponse } from '../contracts/response.ts';
import { STATED_LIMITS } from '../trajectory/limits.ts';

/** What divides the client's lines into episodes. Answers to any form keep an episode alive. */
export function careFacts({
  client,
  episodes,
  responses,
  responseCounts,
  own,
}: BriefFacts): CareFacts {
  const answered = Map.groupBy(responses, ({ instrumentId }) => instrumentId);
  const contactOn = [
    ...responses.map(({ answeredOn }) => answeredOn),
    ...[...answered].flatMap(([id, some]) => leftOutBetween(some, responseCounts[id] ?? 0)),
    ...(own?.responses ?? []).map(({ answeredOn }) => answeredOn),
    ...(own?.handTotals ?? []).map(({ on }) => on),
  ];
  return { inCareSince: client.inCareSince, ...episodes, contactOn };
}

/**
 * Only the baseline and the newest responses are at hand. Where others lie between, the pause after
 * the baseline is one of our list and not of the client: days are put in, so that it ends no episode.
 */
function leftOutBetween(responses: readonly ScoredResponse[], count: number): CalendarDate[] {
  if (count <= responses.length) return [];
  const [baseline, next] = responses.map(({ answeredOn }) => answeredOn).toSorted();
  const days: CalendarDate[] = [];
  if (baseline === undefined || next === undefined) return days;
  let day = addDays(baseline, STATED_LIMITS.episodeGapDays.value);
  while (day < next) {
    days.push(day);
    day = addDays(day, STATED_LIMITS.episodeGapDays.value);
  }
  return days;
}
