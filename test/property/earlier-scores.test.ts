import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import { responsesAtHand } from '#shared/brief/at-hand.ts';
import { earlierIn, lacksScores, withEarlier } from '#shared/brief/earlier.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { type BriefFacts, NEWEST_AT_HAND } from '#shared/contracts/brief.ts';
import { addDays } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { EarlierScores } from '#shared/contracts/procedures.ts';
import { LineResponse, type ScoredResponse } from '#shared/contracts/response.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { factsAt, inWinter, responsesOf, type Told } from '#test/unit/shared/a-brief.ts';
import { FIRST_DAY } from '#test/unit/shared/a-history.ts';

const answered = record({
  measure: constantFrom(phq9, phq9, gad7),
  total: integer({ min: 0, max: 21 }),
  /** Whether it puts the response to the same measure before it right, on that one's day. */
  corrects: boolean(),
});

/** A history in the order in which it was recorded, and two moments of it. */
const courses = record({
  story: array(answered, { minLength: 30, maxLength: 90, size: 'max' }),
  brief: integer({ min: 0, max: 8 }),
  scores: integer({ min: 0, max: 8 }),
});

/** Every fifth at most puts the one before it right, unless that was done. */
function recordedOf(story: readonly { measure: Instrument; total: number; corrects: boolean }[]) {
  const told = story.map(
    ({ measure, total }, day): Told => [addDays(FIRST_DAY, 3 * day), measure, total],
  );
  const recorded: ScoredResponse[] = [];
  const corrected = new Set<string>();
  for (const [place, response] of responsesOf(told).entries()) {
    const former = recorded.findLast(({ instrumentId }) => instrumentId === response.instrumentId);
    const corrects = story[place]?.corrects === true && place % 5 === 0 && former !== undefined;
    if (!corrects || corrected.has(former.responseId)) recorded.push(response);
    else {
      const { responseId: supersedes, answeredOn } = former;
      corrected.add(supersedes);
      recorded.push({ ...response, answeredOn, supersedes });
    }
  }
  return recorded;
}

/** What the server reads of a history: the newest that count and what they replaced, and the rest. */
function readOf(responses: readonly ScoredResponse[]) {
  const whole = factsAt(inWinter('2027-06-01', '12:00'), { responses: [...responses] });
  const held = new Set<string>();
  const earlier: LineResponse[] = [];
  for (const { id } of [phq9, gad7]) {
    const all = responses.filter(({ instrumentId }) => instrumentId === id);
    const replaced = new Set(all.map(({ supersedes }) => supersedes));
    const newest = all.filter(({ responseId }) => !replaced.has(responseId)).slice(-NEWEST_AT_HAND);
    for (const { responseId, supersedes } of newest) {
      held.add(responseId);
      if (supersedes !== undefined) held.add(supersedes);
    }
    earlier.push(...all.slice(0, -NEWEST_AT_HAND).map((one) => LineResponse.parse(one)));
  }
  for (const { supersedes } of responses.filter(({ responseId }) => held.has(responseId))) {
    if (supersedes !== undefined) held.add(supersedes);
  }
  const { client, asOf, responseCounts } = whole;
  const brief = { ...whole, responses: whole.responses.filter((one) => held.has(one.responseId)) };
  const scores: EarlierScores = { clientId: client.clientId, asOf, responseCounts, earlier };
  return { whole, brief, scores };
}

const ids = (facts: BriefFacts) =>
  responsesAtHand(facts)
    .map(({ responseId }) => responseId)
    .toSorted();

const linesOf = (facts: BriefFacts) =>
  Object.fromEntries(interpret(facts).measures.map((line) => [line.measureId, line]));

it('scores join a brief when nothing was recorded between, and then every line is the whole one', () => {
  assert(
    property(courses, ({ story, brief: later, scores: earlier }) => {
      const recorded = recordedOf(story);
      const { whole, brief } = readOf(recorded.slice(0, recorded.length - later));
      const { scores } = readOf(recorded.slice(0, recorded.length - earlier));
      const merged = withEarlier(brief, scores);
      expect(merged !== null).toBe(later === earlier);
      if (merged === null) return;
      expect(ids(merged)).toEqual(ids(whole));
      expect(linesOf(merged)).toEqual(linesOf(whole));
      expect(lacksScores(merged)).toBe(false);
      const again = earlierIn(merged);
      expect(again === null ? null : withEarlier(brief, again)).toEqual(merged);
    }),
    { numRuns: 150 },
  );
});
