import { BriefFacts } from '#shared/contracts/brief.ts';
import { HandMeasure } from '#shared/contracts/hand-measure.ts';
import { ScoredResponse } from '#shared/contracts/response.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { score } from '#shared/scoring/score.ts';
import { inventedId } from './brief-facts.ts';

/** A measure that an invented practice has set up for totals by hand. */
export const OQ45 = HandMeasure.parse({
  id: 'oq45',
  version: 1,
  name: 'OQ-45.2',
  direction: 'higherWorse',
  range: { min: 0, max: 180 },
  bands: [],
  bandsSource: '',
});

/**
 * The facts with one of everything that a clinician can add: two events, a new episode, an end, a
 * total that was corrected, and the newest response corrected in its last answer.
 */
export function recorded(facts: BriefFacts): BriefFacts {
  const responses = [...facts.responses, correctionOf(newest(facts.responses))];
  return BriefFacts.parse({
    ...facts,
    responses,
    events: [
      event(601, { on: '2026-08-03', kind: 'medication', label: 'Sertraline 50 mg begun' }),
      event(602, { on: '2026-09-15', kind: 'lifeEvent', label: 'Moved in with a friend' }),
    ],
    episodes: { startedOn: ['2026-07-01'], endedOn: ['2026-05-30'], chosenBaselines: [] },
    own: {
      forms: [],
      responses: [],
      handMeasures: [OQ45],
      handTotals: [
        handTotal(611, { on: '2026-07-06', total: 87 }),
        handTotal(612, { on: '2026-07-06', total: 78, supersedes: inventedId(611) }),
      ],
    },
  });
}

function event(id: number, part: { on: string; kind: string; label: string }) {
  return { eventId: inventedId(id), ...part };
}

function handTotal(id: number, part: { on: string; total: number; supersedes?: string }) {
  return {
    responseId: inventedId(id),
    handMeasureId: OQ45.id,
    handMeasureVersion: OQ45.version,
    enteredAt: `${part.on}T18:00:00.000Z`,
    ...part,
  };
}

function newest(responses: readonly ScoredResponse[]): ScoredResponse {
  const [first, ...others] = responses;
  if (first === undefined) throw new Error('there is nothing to correct');
  return others.reduce((one, other) => (other.answeredOn >= one.answeredOn ? other : one), first);
}

/** The same form with its last answer one higher, and why. */
function correctionOf(response: ScoredResponse): ScoredResponse {
  const known = instrument(response.instrumentId);
  if (known === null) throw new Error(`no such instrument: ${response.instrumentId}`);
  const answers = response.answers.map((answer, place) =>
    place === response.answers.length - 1 ? (answer ?? 0) + 1 : answer,
  );
  return ScoredResponse.parse({
    ...response,
    responseId: inventedId(620),
    answers,
    score: score(known, answers),
    supersedes: response.responseId,
    correction: { by: 'Dr. Sam Okafor', reason: 'She read the paper form with me; I mistyped.' },
  });
}
