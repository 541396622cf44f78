import type { BriefFacts } from '../contracts/brief.ts';
import type { CareFacts } from '../contracts/episode.ts';
import { responsesAtHand } from './at-hand.ts';
import { uncorrected } from './standing.ts';

/**
 * What divides the client's lines into episodes. Answers to any form keep an episode alive; a total by
 * hand that was corrected to another day does so on that day alone.
 */
export function careFacts(facts: BriefFacts): CareFacts {
  const { client, episodes, contactOn: known = [], own } = facts;
  const contactOn = [
    ...known,
    ...responsesAtHand(facts).map(({ answeredOn }) => answeredOn),
    ...(own?.responses ?? []).map(({ answeredOn }) => answeredOn),
    ...uncorrected(own?.handTotals ?? []).map(({ on }) => on),
  ];
  return { inCareSince: client.inCareSince, ...episodes, contactOn };
}
