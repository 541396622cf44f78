import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CareRepositories } from '#backend/store/store.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import { addDays, type CalendarDate } from '#shared/contracts/calendar.ts';
import type { ResponseId, StaffId } from '#shared/contracts/ids.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { score } from '#shared/scoring/score.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { answersOf, briefRead, respond, setScene } from './scene.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

const FIRST_DAY = '2025-01-01' as CalendarDate;
/** After every day of a course. */
const NOW = '2028-06-01T12:00:00.000Z';

const dayNumber = integer({ min: 0, max: 1100 });
const totals = integer({ min: 0, max: 20 });
const course = record({
  answers: array(
    record({
      day: dayNumber,
      measure: constantFrom(phq9, phq9, gad7),
      total: totals,
    }),
    { minLength: 30, maxLength: 70 },
  ),
  marks: array(record({ day: dayNumber, kind: constantFrom('began', 'ended') }), { maxLength: 4 }),
  chosen: array(integer({ min: 0, max: 29 }), { maxLength: 2 }),
  /** Which of the responses are put right, and to how many points. */
  corrected: array(record({ place: integer({ min: 0, max: 29 }), total: totals }), {
    maxLength: 4,
  }),
});

test('the brief says what the whole history says, of every line and every episode', async () => {
  await assert(
    asyncProperty(course, async ({ answers, marks, chosen, corrected }) => {
      const scene = await setScene(database.store);
      const { clientId, staffId } = scene;
      const history = await scene.run(async (care) => {
        for (const { day, measure, total } of answers) {
          const answeredOn = addDays(FIRST_DAY, day);
          const { id: instrumentId, version: instrumentVersion } = measure;
          const told = { instrumentId, instrumentVersion, answeredOn };
          await respond(care, clientId, total, { ...told, ...scored(instrumentId, total) });
        }
        for (const { day, kind } of marks) {
          await care.episodes.mark({ clientId, kind, on: addDays(FIRST_DAY, day) }, staffId);
        }
        const responses = await care.responses.ofClient(clientId);
        for (const { place, total } of corrected) {
          await correct(care, responses[place] ?? expect.fail('there are thirty'), {
            total,
            staffId,
          });
        }
        for (const place of chosen) {
          const { responseId } = responses[place] ?? expect.fail('there are thirty');
          await care.episodes.choose(clientId, responseId, staffId);
        }
        return care.responses.ofClient(clientId);
      });
      const facts = BriefFacts.parse(
        await database.store.inPractice(scene.at(NOW), (care) =>
          care.brief.ofClient(clientId, staffId, briefRead(clientId)),
        ),
      );

      expect(saidOf(facts)).toEqual(
        saidOf({ ...facts, responses: [...history], earlier: [], contactOn: [] }),
      );
      for (const { responseId, score: sent } of facts.earlier ?? []) {
        const stored = history.find((response) => response.responseId === responseId);
        const { instrumentId, answers: given } = stored ?? expect.fail('nobody answered that');
        const measure = MEASURES.find(({ id }) => id === instrumentId) ?? expect.fail(instrumentId);
        expect(sent).toEqual(score(measure, given));
      }
    }),
    { numRuns: 25 },
  );
});

const MEASURES = [phq9, gad7];

/** Answers that add up to so many points, scored. */
function scored(instrumentId: string, total: number) {
  const measure = MEASURES.find(({ id }) => id === instrumentId) ?? expect.fail(instrumentId);
  const answers = answersOf(total).slice(0, measure.items.length);
  return { answers, score: score(measure, answers) };
}

/** Puts a response right, unless it was already: then that correction would have to be corrected. */
async function correct(
  care: CareRepositories,
  { responseId, instrumentId }: ScoredResponse,
  { total, staffId }: { readonly total: number; readonly staffId: StaffId },
) {
  const stored = await care.corrections.find(responseId);
  if (stored === null || (await care.corrections.isCorrected(responseId))) return;
  const anew = { responseId: v7() as ResponseId, reason: 'tapped wrongly' };
  await care.corrections.store(stored, { ...anew, ...scored(instrumentId, total) }, staffId);
}

/** The episodes, every line, and every form apart from the answers themselves. */
function saidOf(facts: BriefFacts) {
  const { episodes, measures, forms } = interpret(facts);
  return {
    episodes,
    lines: Object.fromEntries(measures.map((line) => [line.measureId, line])),
    forms: Object.fromEntries(
      forms.map(({ instrumentId, answered, ...form }) => [
        instrumentId,
        { ...form, answered: answered.map((dated) => ({ ...dated, answers: null })) },
      ]),
    ),
  };
}
