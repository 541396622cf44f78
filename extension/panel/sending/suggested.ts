import type { Sendings, SendNow } from '#shared/contracts/between-procedures.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { isReachable } from './words.ts';

/**
 * What is most likely meant to be sent: what a plan sends, else what was sent last, else the first
 * that can be; null where nothing can.
 */
export function suggestedMeasure(
  { plans, sendable }: Pick<Sendings, 'plans' | 'sendable'>,
  { checkIns }: Pick<BriefFacts, 'checkIns'>,
): string | null {
  const planned = plans.flatMap(({ terms }) => terms.measures);
  const lately = checkIns
    .toSorted((one, other) => (one.sentOn < other.sentOn ? 1 : -1))
    .map(({ instrumentId }) => instrumentId);
  const names = sendable.map(({ measureId }) => measureId);
  return [...planned, ...lately, ...names].find((id) => names.includes(id)) ?? null;
}

/** A way to bring a check-in to the client. */
export type Way = SendNow['by'];

/** The ways there are, the usual one first. */
export function waysTo(sendings: Pick<Sendings, 'contact' | 'channels'>): readonly Way[] {
  return isReachable(sendings) ? ['message', 'link', 'kiosk'] : ['link', 'kiosk'];
}
