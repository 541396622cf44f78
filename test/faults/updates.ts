import * as fc from 'fast-check';
import { briefFor } from '#shared/brief/interpret.ts';
import { anyFacts, anySession } from '#test/property/briefs.ts';
import { anyRequest } from '#test/property/requests.ts';
import { tracerOf } from '#test/property/traceable.ts';
import { updateFaults } from '#test/property/update-faults.ts';
import type { Outcome, Play } from './report.ts';

/** Requests for each invented client. */
const REQUESTS = 40;
/** Clients invented at a time, so that they need not all be held at once. */
const CLIENTS = 50;

/** What came of many random Updates. */
export interface UpdateOutcome extends Outcome {
  /** The first few faults, each with the seed that gives it again. Must be empty. */
  readonly wrong: readonly string[];
}

/**
 * Composes random Updates (any client, session, shape, reader, length, language, own phrases) and
 * holds each against everything that an Update may not be: a number that is not in the brief, a
 * forbidden word, markup, an empty part. The same seed gives the same Updates.
 */
export function composeMany({ seed, count }: Play): UpdateOutcome {
  const wrong: string[] = [];
  let composed = 0;
  for (let round = 0; composed < count; round += 1) {
    for (const { facts, sessionOn, requests } of clients(seed + round)) {
      const brief = briefFor(facts, sessionOn);
      const untraceable = tracerOf(brief);
      for (const request of requests.slice(0, count - composed)) {
        const faults = updateFaults(brief, { ...request, sessionOn }, untraceable);
        wrong.push(...faults.map((fault) => `seed ${seed + round}: ${fault}`));
        composed += 1;
      }
    }
  }
  return { tried: composed, wrong: wrong.slice(0, 20), ok: wrong.length === 0 };
}

function clients(seed: number) {
  const client = fc.record({
    facts: anyFacts,
    sessionOn: anySession,
    requests: fc.array(anyRequest, { minLength: REQUESTS, maxLength: REQUESTS }),
  });
  return fc.sample(client, { numRuns: CLIENTS, seed });
}
