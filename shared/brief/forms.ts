import type { BriefFacts } from '../contracts/brief.ts';
import type { AnsweredForm, DatedForm } from '../contracts/measure-line.ts';
import type { ScoredResponse } from '../contracts/response.ts';
import { instrument } from '../instruments/registry.ts';
import { isAfter } from './line.ts';
import { standing } from './standing.ts';

/**
 * The forms that were answered, the newest first, each with the responses to the version that was
 * answered last. Of a response and its corrections the newest counts.
 */
export function answeredForms({
  responses,
  responseCounts,
  lastLookedAt,
}: Pick<BriefFacts, 'responses' | 'responseCounts' | 'lastLookedAt'>): AnsweredForm[] {
  const { current, superseded } = standing(responses);
  const replaced = new Set(superseded.map(({ responseId }) => responseId));
  const byForm = Map.groupBy(current, ({ instrumentId }) => instrumentId);
  return [...byForm]
    .flatMap(([instrumentId, some]): AnsweredForm[] => {
      const ordered = some.toSorted(byDay);
      const newest = ordered.at(-1);
      if (newest === undefined) return [];
      const version = newest.instrumentVersion;
      const ours = ordered.filter(({ instrumentVersion }) => instrumentVersion === version);
      const gone = responses.filter(
        (response) => response.instrumentId === instrumentId && replaced.has(response.responseId),
      );
      return [
        {
          instrumentId,
          name: instrument(instrumentId)?.shortTitle ?? instrumentId,
          version,
          instrument: instrument(instrumentId, version),
          answered: ours.map((response) => datedForm(response, lastLookedAt)),
          totalCount: (responseCounts[instrumentId] ?? some.length + gone.length) - gone.length,
          otherVersionCount: some.length - ours.length,
        },
      ];
    })
    .toSorted((one, other) => newestMoment(other) - newestMoment(one));
}

function datedForm(
  { responseId, answeredOn, submittedAt, answers, score }: ScoredResponse,
  lastLookedAt: BriefFacts['lastLookedAt'],
): DatedForm {
  const { status, missingItems, safety } = score;
  const isNew = isAfter(submittedAt, lastLookedAt);
  return { responseId, on: answeredOn, submittedAt, status, answers, missingItems, safety, isNew };
}

function newestMoment({ answered }: AnsweredForm): number {
  return Math.max(...answered.map(({ submittedAt }) => Date.parse(submittedAt)));
}

/** By the day they describe, then by submission. */
function byDay(one: ScoredResponse, other: ScoredResponse): number {
  if (one.answeredOn !== other.answeredOn) return one.answeredOn < other.answeredOn ? -1 : 1;
  return Date.parse(one.submittedAt) - Date.parse(other.submittedAt);
}
