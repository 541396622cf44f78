import type { MeasureTrend } from '../../contracts/measure-line.ts';
import type { Priority } from '../piece.ts';

/** Whether a line is of the practice's own: a rating, or totals that were brought along. */
export function isOwnLine({ role }: Pick<MeasureTrend, 'role'>): boolean {
  return role === 'own' || role === 'byHand';
}

/** How soon the latest score of a line gives way; a new one of a published measure never does. */
export function scorePriority(line: Pick<MeasureTrend, 'role' | 'latest'>): Priority {
  if (isOwnLine(line)) return 'progress';
  return line.latest.isNew ? 'vital' : 'kept';
}
