import { describe, expect, it } from 'vitest';
import { olderCount, writtenIn } from '#extension/panel/own-forms/written.ts';
import { newsOf } from '#extension/panel/since-look/news.ts';
import { briefAsOf, interpret } from '#shared/brief/interpret.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { type CustomForm, type FormId, formKey } from '#shared/contracts/custom-form.ts';
import { DIARY_CARD } from '#shared/forms/diary-card.ts';
import { nameOfSent } from '#shared/words/own-names.ts';
import { factsAt, inWinter } from '#test/unit/shared/a-brief.ts';
import { responseId } from '#test/unit/shared/a-history.ts';

const FORM = '00000000-0000-7000-8000-0000000000f8' as FormId;
const KEY = formKey(FORM);
const CARD: CustomForm = { formId: FORM, version: 1, ...DIARY_CARD };
/** A later version that no longer asks about urges, and has another title. */
const SHORTER: CustomForm = {
  formId: FORM,
  version: 2,
  title: 'Evening card',
  items: DIARY_CARD.items.filter(({ id }) => id !== 'urges'),
};

/** One evening of the diary card: mood, urges, sleep, skills, words. */
function evening(day: number, answers: (number | string | null)[], formVersion = 1) {
  const answeredOn = `2026-11-0${day}` as CalendarDate;
  const submittedAt = inWinter(answeredOn, '20:00');
  return {
    responseId: responseId(day),
    formId: FORM,
    formVersion,
    answeredOn,
    submittedAt,
    answers,
  };
}

const RESPONSES = [
  evening(1, [3, 6, 1, 1, 'Hard to get up']),
  evening(2, [5, null, 2, 2, null]),
  evening(3, [6, 2, 2, 2, 'Walked home\nalone']),
];

function facts(told: Partial<BriefFacts> = {}, forms = [CARD], responses = RESPONSES): BriefFacts {
  const own = { forms, responses, handMeasures: [], handTotals: [] };
  return factsAt(inWinter('2026-11-05', '09:00'), { own, responseCounts: { [KEY]: 3 }, ...told });
}

describe('the words that a client wrote on own forms', () => {
  it('stand with their question and day, newest first, as they were written', () => {
    const brief = interpret(facts({ lastLookedAt: inWinter('2026-11-02', '21:00') }));
    const question = 'Is there a line about today that you want to bring along?';
    expect(writtenIn(brief)).toMatchObject([
      { on: '2026-11-03', isNew: true, words: [{ question, words: 'Walked home\nalone' }] },
      { on: '2026-11-01', isNew: false, words: [{ question, words: 'Hard to get up' }] },
    ]);
    expect(newsOf(brief).map(({ words }) => words)).toContain(
      'Diary card: 1 new answer, with words of their own',
    );
  });

  it('stay where they were when a clinician puts them right, and are nothing new', () => {
    const [first] = RESPONSES;
    const right = {
      ...evening(1, [3, 6, 1, 1, 'Hard to get going']),
      responseId: responseId(9),
      submittedAt: inWinter('2026-11-04', '09:00'),
      supersedes: first?.responseId,
    };
    const told = (lastLookedAt: string) =>
      interpret(
        facts(
          { lastLookedAt: inWinter(lastLookedAt, '21:00'), responseCounts: { [KEY]: 4 } },
          [CARD],
          [...RESPONSES, right],
        ),
      );
    expect(writtenIn(told('2026-11-03'))).toMatchObject([
      { on: '2026-11-03', corrected: false },
      { on: '2026-11-01', isNew: false, corrected: true, words: [{ words: 'Hard to get going' }] },
    ]);
    const news = newsOf(told('2026-11-03')).map(({ words }) => words);
    expect(news.join()).not.toContain('Diary card');
    // Put right before anybody had looked, it is still the client's answer that nobody has seen.
    expect(writtenIn(told('2026-10-31')).map(({ isNew }) => isNew)).toEqual([true, true]);
  });

  it('that are older than those at hand are counted', () => {
    expect(olderCount(interpret(facts()))).toBe(0);
    expect(olderCount(interpret(facts({ responseCounts: { [KEY]: 9 } })))).toBe(6);
  });

  it('of after the session are not in its brief', () => {
    const brief = briefAsOf(facts(), '2026-11-02' as CalendarDate);
    expect(writtenIn(brief).map(({ on }) => on)).toEqual(['2026-11-01']);
    expect(brief.ownForms).toMatchObject([{ totalCount: 2 }]);
  });
});

describe('the lines of a form that was changed', () => {
  const changed = [...RESPONSES, evening(4, [7, 3, 2, 'A calm day'], 2)];
  const lines = (forms: CustomForm[], responses: typeof RESPONSES) =>
    interpret(facts({ responseCounts: { [KEY]: responses.length } }, forms, responses)).measures;

  it('stay where a question was dropped, and never mix two versions', () => {
    const measures = lines([CARD, SHORTER], changed);
    const urges = measures.find(({ measureId }) => measureId === `${KEY}.urges`);
    const mood = measures.find(({ measureId }) => measureId === `${KEY}.mood`);
    expect(urges?.scores.map(({ displayed }) => displayed)).toEqual([6, 2]);
    expect(mood?.scores.map(({ displayed }) => displayed)).toEqual([7]);
    expect(mood?.sinceBaseline).toMatchObject({ status: 'notJudged' });
  });

  it('go by the version that was answered, not by one that was only sent', () => {
    const [first] = lines([CARD, SHORTER], RESPONSES);
    expect(first?.measure?.version).toBe(1);
  });

  it('count a blank as no point of the line', () => {
    const urges = lines([CARD], RESPONSES).find(({ measureId }) => measureId === `${KEY}.urges`);
    expect([urges?.scores.length, urges?.totalCount]).toEqual([2, 2]);
  });
});

describe('an own form that was sent', () => {
  it('goes by the title of its newest version, also before anything came back', () => {
    const { ownForms } = interpret(facts({}, [CARD, SHORTER], []));
    expect(ownForms).toMatchObject([{ instrumentId: KEY, title: 'Evening card', questions: 4 }]);
    expect(nameOfSent(ownForms, KEY)).toBe('Evening card');
    expect(nameOfSent(ownForms, 'phq9')).toBe('PHQ-9');
  });

  it('and answered is not silence, also where it asks for nothing but words', () => {
    const words: CustomForm = {
      ...CARD,
      items: DIARY_CARD.items.filter(({ kind }) => kind === 'text'),
    };
    const brief = interpret(facts({}, [words], [evening(4, ['Only words'])]));
    expect(brief.measures).toEqual([]);
    expect(newsOf(brief).map((one) => one.words)).not.toContain('No answers yet');
  });
});
