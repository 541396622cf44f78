import type { DatedScore, MeasureTrend } from '../../contracts/measure-line.ts';
import { instrument } from '../../instruments/registry.ts';
import type { Teller } from './teller.ts';

/** Blanks that are named by their item number; more are counted. */
const NAMED_BLANKS = 3;

/** `item 9 not answered`, or `7 of 9 items not answered`; null for a complete form. */
export function blanksOf(
  { language }: Teller,
  { instrumentId }: Pick<MeasureTrend, 'instrumentId'>,
  { missingItems }: Pick<DatedScore, 'missingItems'>,
): string | null {
  const { scores } = language;
  if (missingItems.length === 0) return null;
  if (missingItems.length <= NAMED_BLANKS) return scores.blankItems(missingItems);
  return scores.blankCount(missingItems.length, instrument(instrumentId)?.items.length ?? null);
}
