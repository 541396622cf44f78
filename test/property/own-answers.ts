import * as fc from 'fast-check';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { addDays, type CalendarDate, type Instant } from '#shared/contracts/calendar.ts';
import type { CareEvent, ExternalPoint } from '#shared/contracts/care-event.ts';
import type { CustomForm, FormId } from '#shared/contracts/custom-form.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import { responseId } from '#test/unit/shared/a-history.ts';

/** Words that somebody typed, among them what an editor or a reader could take for something else. */
const someWords = fc.constantFrom(
  'Sleep before midnight',
  'No risk at all',
  '* bold * _and_ <b>more</b>',
  'Ärger & "Streit"',
  '1. first\n# second',
  'Depression, stable',
  'sertraline 50 mg begun',
  'Llamó a Jordan',
  'Avery family dinner',
);

/** The names of a practice's own ratings. */
const someNames = someWords.map((words) => words.slice(0, 40));

function form(name: string): CustomForm {
  return {
    formId: '00000000-0000-7000-8000-0000000000f9' as FormId,
    version: 1,
    title: 'Diary card',
    items: [
      {
        kind: 'rating',
        id: 'first',
        name,
        text: 'How was it?',
        min: 0,
        max: 10,
        minLabel: 'low',
        maxLabel: 'high',
        direction: 'higherBetter',
      },
    ],
  };
}

const BY_HAND: HandMeasure = {
  id: 'oq45',
  version: 1,
  name: 'OQ-45.2',
  direction: 'higherWorse',
  range: { min: 0, max: 180 },
  bands: [{ min: 64, max: 180, label: 'clinical' }],
  bandsSource: 'the practice',
};

const at = (on: CalendarDate) => `${on}T18:00:00.000Z` as Instant;

/** What a client answered to the practice's own, on any of these days. */
export function ownAnswersOn(
  day: fc.Arbitrary<CalendarDate>,
): fc.Arbitrary<NonNullable<BriefFacts['own']>> {
  return fc
    .record({
      name: someNames,
      ratings: fc.array(fc.tuple(day, fc.option(fc.nat({ max: 10 }))), { maxLength: 6 }),
      totals: fc.array(fc.tuple(day, fc.nat({ max: 180 })), { maxLength: 3 }),
    })
    .map(({ name, ratings, totals }) => ({
      forms: [form(name)],
      responses: ratings.map(([on, rating], index) => ({
        responseId: responseId(7000 + index),
        formId: form(name).formId,
        formVersion: 1,
        answeredOn: on,
        submittedAt: at(on),
        answers: [rating],
      })),
      handMeasures: [BY_HAND],
      handTotals: totals.map(([on, total], index) => ({
        responseId: responseId(8000 + index),
        handMeasureId: BY_HAND.id,
        handMeasureVersion: 1,
        on,
        enteredAt: at(on),
        total,
      })),
    }));
}

/** Events on any of these days. */
export function eventsOn(day: fc.Arbitrary<CalendarDate>): fc.Arbitrary<CareEvent[]> {
  const event = fc.record({
    eventId: fc.constant('event'),
    on: day,
    kind: fc.constantFrom('medication', 'lifeEvent', 'other'),
    label: someWords,
  });
  return fc.array(event, { maxLength: 3 });
}

/** Scores that an EHR shows, on any of these days. */
export function externalPointsOn(day: fc.Arbitrary<CalendarDate>): fc.Arbitrary<ExternalPoint[]> {
  const point = fc.record({ on: day, displayed: fc.nat({ max: 27 }) }).map(
    ({ on, displayed }): ExternalPoint => ({
      measureId: 'phq9',
      on,
      displayed,
      shownBy: 'simplepractice',
      readAt: at(addDays(on, 1)),
    }),
  );
  return fc.array(point, { maxLength: 2 });
}
