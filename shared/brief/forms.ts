import type { BriefFacts } from '../contracts/brief.ts';
import type { AnsweredForm, DatedForm } from '../contracts/measure-line.ts';
import type { LineResponse } from '../contracts/response.ts';
import { instrument } from '../instruments/registry.ts';
import { responsesAtHand } from './at-hand.ts';
import { isAfter } from './line.ts';
import { standing } from './standing.ts';

/** Facts that forms are read from. */
type FormFacts = Pick<BriefFacts, 'responses' | 'earlier' | 'responseCounts' | 'lastLookedAt'>;

/**
 * The forms that were answered, the newest first, each with the responses to the version that was
 * answered last. Of a response and its corrections the newest counts.
 */
export function answeredForms(facts: FormFacts): AnsweredForm[] {
  const { current, superseded } = standing(responsesAtHand(facts));
  const replaced = new Set(superseded.map(({ responseId }) => responseId));
  const gone = responsesAtHand(facts).filter(({ responseId }) => replaced.has(responseId));
  const byForm = Map.groupBy(current, ({ instrumentId }) => instrumentId);
  return [...byForm]
    .flatMap(([id, some]) => {
      const corrected = gone.filter(({ instrumentId }) => instrumentId === id).length;
      return answeredForm(some.toSorted(byDay), corrected, facts);
    })
    .toSorted((one, other) => newestMoment(other) - newestMoment(one));
}

/** Of the responses that count, oldest first. */
function answeredForm(
  ordered: readonly LineResponse[],
  corrected: number,
  { responses, responseCounts, lastLookedAt }: FormFacts,
): AnsweredForm[] {
  const newest = ordered.at(-1);
  if (newest === undefined) return [];
  const { instrumentId, instrumentVersion: version } = newest;
  const ours = ordered.filter(({ instrumentVersion }) => instrumentVersion === version);
  const answers = new Map(responses.map((response) => [response.responseId, response.answers]));
  return [
    {
      instrumentId,
      name: instrument(instrumentId)?.shortTitle ?? instrumentId,
      version,
      instrument: instrument(instrumentId, version),
      answered: ours.map((response) =>
        datedForm(response, answers.get(response.responseId) ?? null, lastLookedAt),
      ),
      totalCount: (responseCounts[instrumentId] ?? ordered.length + corrected) - corrected,
      otherVersionCount: ordered.length - ours.length,
    },
  ];
}

function datedForm(
  { responseId, answeredOn, submittedAt, score }: LineResponse,
  answers: DatedForm['answers'],
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
function byDay(one: LineResponse, other: LineResponse): number {
  if (one.answeredOn !== other.answeredOn) return one.answeredOn < other.answeredOn ? -1 : 1;
  return Date.parse(one.submittedAt) - Date.parse(other.submittedAt);
}
