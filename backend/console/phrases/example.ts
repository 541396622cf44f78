import { interpret } from '#shared/brief/interpret.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import { addDays, CalendarDate } from '#shared/contracts/calendar.ts';
import type { PhraseTemplate } from '#shared/contracts/phrase-template.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { score } from '#shared/scoring/score.ts';
import { LANGUAGES } from '#shared/update/language/languages.ts';
import { ownPhrases } from '#shared/update/phrases/own-phrases.ts';
import { chartRequest } from '#shared/update/request.ts';

/** PHQ-9 totals of somebody who does not exist, two weeks apart. */
const TOTALS = [18, 17, 14, 12, 9];
const FIRST_DAY = CalendarDate.parse('2026-01-12');

const id = (number: number) => `0197a000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** An answer to every question, as even as the total allows. */
function answersFor(total: number): number[] {
  const each = Math.floor(total / phq9.items.length);
  return phq9.items.map(({ number }) => each + Number(number <= total % phq9.items.length));
}

/** An invented course by which a phrase can be read before it is used. */
const EXAMPLE = interpret(
  BriefFacts.parse({
    practiceId: id(1),
    asOf: '2026-03-11T18:00:00.000Z',
    timeZone: 'America/New_York',
    client: {
      clientId: id(2),
      displayName: 'An invented client',
      otherNames: [],
      birthDate: '1990-01-01',
      inCareSince: FIRST_DAY,
    },
    links: [],
    lastLookedAt: null,
    responses: TOTALS.map((total, place) => ({
      responseId: id(10 + place),
      instrumentId: phq9.id,
      instrumentVersion: phq9.version,
      answeredOn: addDays(FIRST_DAY, 14 * place),
      submittedAt: `${addDays(FIRST_DAY, 14 * place)}T18:00:00.000Z`,
      answers: answersFor(total),
      score: score(phq9, answersFor(total)),
    })),
    responseCounts: { [phq9.id]: TOTALS.length },
    alerts: [],
    checkIns: TOTALS.map((_, place) => ({
      administrationId: id(20 + place),
      instrumentId: phq9.id,
      sentOn: addDays(FIRST_DAY, 14 * place),
      dueOn: addDays(FIRST_DAY, 14 * place + 3),
      openedAt: `${addDays(FIRST_DAY, 14 * place)}T17:00:00.000Z`,
      completedAt: `${addDays(FIRST_DAY, 14 * place)}T18:00:00.000Z`,
      answeredItems: phq9.items.length,
      reached: true,
      unsentRiskAnswer: null,
    })),
  }),
);

/**
 * What a checked phrase says of the example; empty when each of its sentences has a slot without a
 * value there.
 */
export function exampleOf(phrase: Omit<PhraseTemplate, 'id'>): string {
  const [shape = 'narrative'] = phrase.shapes;
  const { language } = phrase;
  const teller = { brief: EXAMPLE, language: LANGUAGES[language] };
  return ownPhrases([{ id: '', ...phrase }], { ...chartRequest(shape), language }, teller)
    .map(({ text }) => text)
    .join(' ');
}
