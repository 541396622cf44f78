import type { LineResponse } from '../contracts/response.ts';
import { bySubmission, inOrder } from '../trajectory/order.ts';

/** By the day they describe, then by submission: a form that is recorded late is no newer for it. */
export function byDay(one: LineResponse, other: LineResponse): number {
  return inOrder(one.answeredOn, other.answeredOn) || bySubmission(one, other);
}
