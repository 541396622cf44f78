import type { BriefFacts } from '../contracts/brief.ts';
import type { CareFacts } from '../contracts/episode.ts';

/** What divides the client's lines into episodes. Answers to any form keep an episode alive. */
export function careFacts({
  client,
  episodes,
  contactOn: known = [],
  responses,
  own,
}: BriefFacts): CareFacts {
  const contactOn = [
    ...known,
    ...responses.map(({ answeredOn }) => answeredOn),
    ...(own?.responses ?? []).map(({ answeredOn }) => answeredOn),
    ...(own?.handTotals ?? []).map(({ on }) => on),
  ];
  return { inCareSince: client.inCareSince, ...episodes, contactOn };
}
