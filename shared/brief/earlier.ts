import type { BriefFacts } from '../contracts/brief.ts';
import type { EarlierScores } from '../contracts/procedures.ts';

/**
 * Whether a line can't be judged by all of its scores yet: an instrument was answered more often than
 * the facts hold, and nobody has asked for the others.
 */
export function lacksScores({ responses, earlier, responseCounts }: BriefFacts): boolean {
  if (earlier !== undefined) return false;
  const held = Map.groupBy(responses, ({ instrumentId }) => instrumentId);
  return [...held].some(([id, some]) => (responseCounts[id] ?? 0) > some.length);
}

/** The older scores that facts hold, to be used again; null when they hold none. */
export function earlierIn(facts: BriefFacts): EarlierScores | null {
  const { client, asOf, responses, earlier, responseCounts } = facts;
  if (earlier === undefined) return null;
  // Of each instrument some responses count, and of those the newest are held.
  const answered = new Set(responses.map(({ instrumentId }) => instrumentId));
  const counts = Object.entries(responseCounts).filter(([id]) => answered.has(id));
  return {
    clientId: client.clientId,
    asOf,
    responseCounts: Object.fromEntries(counts),
    earlier: [...earlier],
  };
}

/**
 * Facts with the older scores beside them; null where these are another client's, or there were more
 * or fewer responses when they were read: then some might be in neither.
 */
export function withEarlier(facts: BriefFacts, scores: EarlierScores): BriefFacts | null {
  const { client, responses, responseCounts } = facts;
  if (client.clientId !== scores.clientId) return null;
  const answered = [
    ...responses.map(({ instrumentId }) => instrumentId),
    ...Object.keys(scores.responseCounts),
  ];
  const same = answered.every((id) => responseCounts[id] === scores.responseCounts[id]);
  return same ? { ...facts, earlier: scores.earlier } : null;
}
