import { instrument } from '../instruments/registry.ts';
import type { LineSource } from './sources.ts';

/**
 * Whether the client's own page may say how a line went, if no clinician withholds it: totals with a
 * range, and no measure with a question about violence by a partner, since somebody else may hold the
 * phone.
 */
export function mayStandOnOwnPage({
  role,
  measure,
  instrumentId,
}: Pick<LineSource, 'role' | 'measure' | 'instrumentId'>): boolean {
  return (
    role === 'total' &&
    measure !== null &&
    measure.range !== null &&
    !asksOfViolence({ instrumentId })
  );
}

/** Whether a measure asks about violence by a partner. */
export function asksOfViolence({ instrumentId }: Pick<LineSource, 'instrumentId'>): boolean {
  const items = instrument(instrumentId)?.safetyItems ?? [];
  return items.some(({ kind }) => kind === 'partnerViolence');
}
