import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import { addDays, type CalendarDate } from '#shared/contracts/calendar.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { briefRead, respond, setScene } from './scene.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

const FIRST_DAY = '2025-01-01' as CalendarDate;
/** After every day of a course. */
const NOW = '2028-06-01T12:00:00.000Z';

const dayNumber = integer({ min: 0, max: 1100 });
const course = record({
  answers: array(
    record({
      day: dayNumber,
      measure: constantFrom('phq-9', 'gad-7'),
      total: integer({ max: 20 }),
    }),
    { minLength: 30, maxLength: 60 },
  ),
  marks: array(record({ day: dayNumber, kind: constantFrom('began', 'ended') }), { maxLength: 4 }),
  chosen: array(integer({ min: 0, max: 29 }), { maxLength: 2 }),
});

test('the brief has the baselines and the present episode of the whole history', async () => {
  await assert(
    asyncProperty(course, async ({ answers, marks, chosen }) => {
      const scene = await setScene(database.store);
      const { clientId, staffId } = scene;
      const history = await scene.run(async (care) => {
        for (const { day, measure, total } of answers) {
          const answeredOn = addDays(FIRST_DAY, day);
          await respond(care, clientId, Math.abs(total), { instrumentId: measure, answeredOn });
        }
        for (const { day, kind } of marks) {
          await care.episodes.mark({ clientId, kind, on: addDays(FIRST_DAY, day) }, staffId);
        }
        const responses = await care.responses.ofClient(clientId);
        for (const place of chosen) {
          const { responseId } = responses[place] ?? expect.fail('there are thirty');
          await care.episodes.choose(clientId, responseId, staffId);
        }
        return responses;
      });
      const facts = BriefFacts.parse(
        await database.store.inPractice(scene.at(NOW), (care) =>
          care.brief.ofClient(clientId, staffId, briefRead(clientId)),
        ),
      );

      expect(presentOf(facts)).toEqual(
        presentOf({ ...facts, responses: [...history], contactOn: [] }),
      );
    }),
    { numRuns: 25 },
  );
});

/** Where the present episode began, and each line's baseline in it. */
function presentOf(facts: BriefFacts) {
  const { episodes, measures } = interpret(facts);
  const baselines = measures.map(({ measureId, baseline }) => [measureId, baseline?.responseId]);
  return { began: episodes.at(-1)?.beginsOn, baselines: Object.fromEntries(baselines) };
}
