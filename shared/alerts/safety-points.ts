import type { AlertEvidence, SafetyPoint } from '../contracts/alert-evidence.ts';
import { daysBetween } from '../contracts/calendar.ts';
import type { SafetyItem } from '../contracts/items.ts';
import type { ScoredResponse } from '../contracts/response.ts';
import type { MeasureHistory } from './history.ts';

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
}

/** Compares the newest answer to a safety item with the one before. */
export function compareSafety(
  { newest, earlier }: MeasureHistory,
  { item, positiveFrom }: SafetyItem,
): SafetyComparison {
  const now = safetyPoint(newest, item);
  const before =
    earlier
      .filter(({ answeredOn }) => daysBetween(answeredOn, newest.answeredOn) <= LOOK_BACK_DAYS)
      .map((response) => safetyPoint(response, item))
      .findLast(({ value }) => value !== null) ?? null;
  const reaches = (value: number | null) => value !== null && value >= positiveFrom;
  return {
    now,
    before,
    asked: newest.score.safety.some((answer) => answer.item === item),
    positive: reaches(now.value),
    wasPositive: reaches(before?.value ?? null),
  };
}

/** The evidence of a rule about a safety answer. */
export function safetyEvidence(
  { item }: SafetyItem,
  { now, before }: SafetyComparison,
): AlertEvidence {
  return { kind: 'safetyAnswer', item, now, before };
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
