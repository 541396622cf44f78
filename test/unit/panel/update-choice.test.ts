import { describe, expect, it } from 'vitest';
import { choiceInWords } from '#extension/panel/update/choice-words.ts';
import { USUAL_HABITS } from '#extension/panel/update/habits.ts';
import { laterInWords } from '#extension/panel/update/later-results.ts';
import { FIRST_CHOICE, noteDay, requestOf } from '#extension/panel/update/request.ts';
import { briefAsOf, interpret } from '#shared/brief/interpret.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { UpdateRequest } from '#shared/contracts/update.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { readingOf } from '#test/support/panel-scene.ts';

const TODAY = CalendarDate.parse('2026-11-20');
const EARLIER = CalendarDate.parse('2026-11-06');
const HABITS = { ...USUAL_HABITS, shape: 'dap', assessmentLine: true } as const;

describe('what is asked for', () => {
  it('is at first what a chart usually gets', () => {
    expect(requestOf(FIRST_CHOICE, USUAL_HABITS, EARLIER)).toEqual(chartRequest('narrative'));
  });

  it('is by the clinician’s habits, and always a valid request', () => {
    const request = requestOf(FIRST_CHOICE, HABITS, null);
    expect(request).toMatchObject({ shape: 'dap', assessmentLine: true, audience: 'chart' });
    expect(UpdateRequest.parse(request)).toEqual(request);
  });

  it('is one piece for a client, whatever the habits are, and bills nothing', () => {
    const letter = requestOf({ ...FIRST_CHOICE, audience: 'clientLetter' }, HABITS, null);
    expect(letter).toMatchObject({ shape: 'narrative', assessmentLine: false });
    const supervisor = requestOf({ ...FIRST_CHOICE, audience: 'supervisor' }, HABITS, null);
    expect(supervisor).toMatchObject({ shape: 'dap' });
  });

  it('is as of the note’s own day, or the day that is named', () => {
    const asOf = (session: typeof FIRST_CHOICE.session, day = EARLIER) =>
      requestOf({ audience: 'chart', session }, HABITS, day)?.sessionOn;
    expect(asOf({ is: 'now' })).toBeNull();
    expect(asOf({ is: 'note' })).toBe(EARLIER);
    expect(asOf({ is: 'day', on: TODAY })).toBe(TODAY);
  });

  it('is nothing while the day is not known: never silently as of now', () => {
    const day = { is: 'day', on: null } as const;
    expect(requestOf({ audience: 'chart', session: day }, HABITS, EARLIER)).toBeNull();
    expect(requestOf({ audience: 'chart', session: { is: 'note' } }, HABITS, null)).toBeNull();
  });
});

const dayOfNote = (date: string | null) =>
  noteDay(readingOf({ appointment: date === null ? null : { id: '7', date } }), TODAY);

describe('the day of the note', () => {
  it('is that of its appointment, up to today', () => {
    expect(dayOfNote('2026-11-06')).toBe('2026-11-06');
    expect(dayOfNote('2026-11-20')).toBe('2026-11-20');
  });

  it('is none where the page names none, or one that has not come', () => {
    expect(dayOfNote(null)).toBeNull();
    expect(dayOfNote('2026-11-21')).toBeNull();
    expect(noteDay(readingOf({ appointment: { id: '7', date: null } }), TODAY)).toBeNull();
  });
});

describe('the line that states the choice', () => {
  it('names reader, shape, length, moment and language', () => {
    expect(choiceInWords(chartRequest('narrative'), TODAY)).toEqual([
      'Chart',
      'narrative',
      'standard',
      'as of now',
      'English',
    ]);
  });

  it('names the session’s day and the line for 96127', () => {
    const request = { ...chartRequest('soap'), sessionOn: EARLIER, assessmentLine: true };
    expect(choiceInWords(request, TODAY)).toEqual([
      'Chart',
      'SOAP',
      'standard',
      'as of 6 Nov',
      'English',
      'with 96127 line',
    ]);
  });

  it('names no shape of a letter', () => {
    const letter = { ...chartRequest('narrative'), audience: 'clientLetter' } as const;
    expect(choiceInWords(letter, TODAY)).not.toContain('narrative');
  });
});

describe('what came after the session', () => {
  const facts = inventedFacts({
    lines: [
      {
        instrumentId: 'phq9',
        points: [
          { on: '2026-11-05', total: 11, fixed: { 9: 0 } },
          { on: '2026-11-19', total: 19, fixed: { 9: 1 } },
        ],
      },
      { instrumentId: 'gad7', points: [{ on: '2026-11-19', total: 4, blank: [1, 2, 3, 4, 5] }] },
    ],
    open: [
      { instrumentId: 'phq9', sentOn: '2026-11-18', answeredItems: 9, risk: { item: 9, value: 2 } },
    ],
  });
  const brief = briefAsOf(facts, EARLIER);

  it('is listed with what can’t wait first, then alerts, then bare scores', () => {
    const told = laterInWords(brief);
    expect(told.filter(({ risk }) => risk).map(({ words }) => words)).toEqual([
      'PHQ-9 item 9: “Several days”, 19 Nov',
      'Risk answer on a form not sent: PHQ-9 item 9, 18 Nov, 9:42 pm',
    ]);
    const words = told.map((one) => one.words);
    expect(words).toContain('Alert: PHQ-9, new risk answer');
    expect(words.slice(-2)).toEqual(['PHQ-9 19/27, 19 Nov', 'GAD-7: can’t be scored, 19 Nov']);
    expect(told.findIndex(({ risk }) => !risk)).toBe(2);
  });

  it('is nothing as of now', () => {
    expect(laterInWords(interpret(facts))).toEqual([]);
  });

  it('is no part of what the text says of the session', () => {
    const request = { ...chartRequest('narrative'), sessionOn: EARLIER };
    const { text } = compose(brief, request, facts.phrases);
    const [session = '', ...after] = text.split(/(?=After this session|Risk answers after)/);
    expect(session).not.toContain('19/27');
    expect(after.join(' ')).toContain('19/27');
  });
});
