import type { AlertEvidence, SafetyPoint } from '../../contracts/alert-evidence.ts';
import { daysBetween } from '../../contracts/calendar.ts';
import type { SafetyItem } from '../../contracts/items.ts';
import type { ScoredResponse } from '../../contracts/response.ts';
import type { AnswerHistory } from './answer-history.ts';

/** How far back an earlier answer makes a positive one "ongoing", in days (our choice). */
export const LOOK_BACK_DAYS = 60;

/** The newest answer to a safety item and the last answer before it. */
export interface SafetyComparison {
  readonly now: SafetyPoint;
  /**
   * The last answer within the look-back; null when there was none. Responses that left the item
   * blank are passed over: a blank neither begins nor ends anything.
   */
  readonly before: SafetyPoint | null;
  /** False when the item was not put to the client: then there is nothing to leave blank. */
  readonly asked: boolean;
  readonly positive: boolean;
  readonly wasPositive: boolean;
  /** The answer is one that can't wait: the highest of the CORE-10's item 6, for one. */
  readonly emergency: boolean;
}

/** Compares the newest answer to a safety item with the one before. */
export function compareSafety(
  { newest, earlier }: AnswerHistory,
  { item, positiveFrom, emergencyFrom }: SafetyItem,
): SafetyComparison {
  const now = safetyPoint(newest, item);
  const before =
    earlier
      .filter((response) => isWithinLookBack(response, newest))
      .map((response) => safetyPoint(response, item))
      .findLast(({ value }) => value !== null) ?? null;
  return {
    now,
    before,
    asked: isAsked(newest, item),
    positive: reaches(now, positiveFrom),
    wasPositive: reaches(before, positiveFrom),
    emergency: reaches(now, emergencyFrom),
  };
}

/** Whether a response lies at most {@link LOOK_BACK_DAYS} before another. */
export function isWithinLookBack(earlier: ScoredResponse, newest: ScoredResponse): boolean {
  return daysBetween(earlier.answeredOn, newest.answeredOn) <= LOOK_BACK_DAYS;
}

/** Whether an item was put to the client and left blank. */
export function isLeftBlank(response: ScoredResponse, item: number): boolean {
  return isAsked(response, item) && safetyPoint(response, item).value === null;
}

/** The evidence of a rule about a safety answer. */
export function safetyEvidence(
  { item }: SafetyItem,
  { now, before }: SafetyComparison,
): AlertEvidence {
  return { kind: 'safetyAnswer', item, now, before };
}

function reaches(point: SafetyPoint | null, from: number | undefined): boolean {
  return from !== undefined && point !== null && point.value !== null && point.value >= from;
}

function isAsked({ score }: ScoredResponse, item: number): boolean {
  return score.safety.some((answer) => answer.item === item);
}

function safetyPoint({ responseId, answeredOn, score }: ScoredResponse, item: number): SafetyPoint {
  const answer = score.safety.find((candidate) => candidate.item === item);
  return {
    responseId,
    on: answeredOn,
    value: answer?.value ?? null,
    label: answer?.label ?? null,
  };
}
