import type { BriefFacts } from '../contracts/brief.ts';
import type { CareFacts } from '../contracts/episode.ts';
import { responsesAtHand } from './at-hand.ts';

/** What divides the client's lines into episodes. Answers to any form keep an episode alive. */
export function careFacts(facts: BriefFacts): CareFacts {
  const { client, episodes, contactOn: known = [], own } = facts;
  const contactOn = [
    ...known,
    ...responsesAtHand(facts).map(({ answeredOn }) => answeredOn),
    ...(own?.responses ?? []).map(({ answeredOn }) => answeredOn),
    ...(own?.handTotals ?? []).map(({ on }) => on),
  ];
  return { inCareSince: client.inCareSince, ...episodes, contactOn };
}
