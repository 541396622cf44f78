import { describe, expect, it } from 'vitest';
import { contactOf, draftOfContact } from '#extension/panel/sending/contact-draft.ts';
import { faultsOf, isOnlyOften, problemIn } from '#extension/panel/sending/fault-words.ts';
import {
  draftOf,
  newDraft,
  type PlanDraft,
  termsOf,
  withWeeks,
} from '#extension/panel/sending/plan-draft.ts';
import { suggestedMeasure, waysTo } from '#extension/panel/sending/suggested.ts';
import { PutContact } from '#shared/contracts/between-procedures.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { PlanFault, PlanTerms } from '#shared/contracts/plan.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { BY_MAIL, BY_NOTHING, inventSendings, PLAN, TERMS } from '#test/support/sendings.ts';

const TODAY = CalendarDate.parse('2026-11-20');
const { clientId } = inventedFacts({ lines: [] }).client;

describe('a plan as it is typed', () => {
  it.each([
    TERMS.cadence,
    { is: 'once', on: '2026-11-25' },
    { is: 'beforeAppointments', days: 0 },
  ] as const)('gives the same terms again: %o', (cadence) => {
    const terms = PlanTerms.parse({ ...TERMS, cadence });
    expect(termsOf(draftOf(terms, TODAY))).toEqual({ ok: true, value: terms });
  });

  it('begins so that it can be saved, and asks no more often than any measure’s days', () => {
    const read = termsOf(newDraft('phq9', TODAY));
    if (!read.ok) expect.fail(read.refusal.words);
    const at = { today: TODAY, standing: null, oftenMeant: false };
    expect(faultsOf(read.value, inventSendings(), at)).toEqual([]);
  });

  it.each<[keyof PlanDraft, string, string]>([
    ['weeks', '0', 'weeks'],
    ['weeks', '27', 'weeks'],
    ['weeks', '2.5', 'weeks'],
    ['hour', '6', 'hour'],
    ['hour', '', 'hour'],
    ['on', '2026-02-30', 'on'],
    ['dueDays', '31', 'dueDays'],
    ['expiryDays', '0', 'expiryDays'],
    ['expiryDays', '-1', 'expiryDays'],
    ['reminderDays', '5, 2', 'reminderDays'],
    ['reminderDays', '2, 2', 'reminderDays'],
    ['reminderDays', '1 2 3 4', 'reminderDays'],
    ['reminderDays', 'soon', 'reminderDays'],
  ])('%s of "%s" leads to its field', (name, typed, field) => {
    const read = termsOf({ ...newDraft('phq9', TODAY), [name]: typed });
    expect(read.ok ? null : read.refusal.field).toBe(field);
  });

  it('begins another rhythm anew, and moves no day to come', () => {
    const standing = draftOf(TERMS, TODAY);
    expect(withWeeks(standing, '4', TODAY)).toMatchObject({ weeks: '4', on: '2026-11-21' });
    const later = { ...standing, on: '2026-12-09' };
    expect(withWeeks(later, '4', TODAY).on).toBe('2026-12-09');
  });

  it('takes no measure, and none too many, for no plan', () => {
    const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    for (const measures of [[], seven]) {
      const read = termsOf({ ...newDraft(null, TODAY), measures });
      expect(read.ok ? null : read.refusal.field).toBe('measures');
    }
  });

  it('does not look at a line that is not on screen', () => {
    const draft = {
      ...newDraft('phq9', TODAY),
      cadence: 'beforeAppointments',
      weeks: '',
      on: '',
    } as const;
    expect(termsOf(draft)).toMatchObject({ ok: true });
  });
});

describe('what a plan is refused for', () => {
  const at = { today: TODAY, standing: null, oftenMeant: false };
  const weekly = PlanTerms.parse({
    ...TERMS,
    cadence: { is: 'everyWeeks', weeks: 1, from: TODAY },
  });

  it('is that it asks about the same days, until it is meant', () => {
    const faults = faultsOf(weekly, inventSendings(), at);
    expect(isOnlyOften(faults)).toBe(true);
    expect(faultsOf(weekly, inventSendings(), { ...at, oftenMeant: true })).toEqual([]);
    const asq = PlanTerms.parse({ ...weekly, measures: ['asq'] });
    expect(faultsOf(asq, inventSendings(), at)).toEqual([]);
  });

  it('is not that it goes on as it began', () => {
    const earlier = PlanTerms.parse({
      ...TERMS,
      cadence: { is: 'everyWeeks', weeks: 2, from: '2026-11-04' },
      dueDays: 5,
    });
    expect(faultsOf(earlier, inventSendings(), { ...at, standing: PLAN })).toEqual([]);
    expect(faultsOf(earlier, inventSendings(), at)).toEqual(['inThePast']);
  });

  it('has words for every fault, and says last that it asks often', () => {
    for (const fault of PlanFault.options) expect(problemIn([fault])?.words).toMatch(/\.$/);
    expect(problemIn(['moreOftenThanRecall', 'inThePast'])?.field).toBe('on');
    expect(isOnlyOften(['moreOftenThanRecall', 'inThePast'])).toBe(false);
    expect(problemIn([])).toBeNull();
  });
});

describe('a contact as it is typed', () => {
  it('gives the same contact again, and takes blanks out of a number', () => {
    const draft = { ...draftOfContact(BY_MAIL), phone: ' +1 (312) 555-0142 ' };
    const read = contactOf(draft, { clientId, seen: BY_MAIL });
    if (!read.ok) expect.fail(read.refusal.words);
    const { agreedAt: _when, ...stated } = BY_MAIL;
    expect(PutContact.parse(read.value)).toEqual({
      ...stated,
      clientId,
      agreed: true,
      seen: BY_MAIL,
    });
  });

  it.each([
    [{ email: '' }, 'email'],
    [{ email: 'two@a.example, three@b.example' }, 'email'],
    [{ email: 'a@b.example\r\nBcc: c@d.example' }, 'email'],
    [{ way: 'text', phone: '' }, 'phone'],
    [{ way: 'text', phone: '312 555 0142' }, 'phone'],
    [{ country: 'United States' }, 'country'],
  ] as const)('%o leads to its field', (part, field) => {
    const read = contactOf({ ...draftOfContact(BY_MAIL), ...part }, { clientId, seen: BY_MAIL });
    expect(read.ok ? null : read.refusal.field).toBe(field);
  });

  it('agrees to nothing where nothing is to be written', () => {
    const read = contactOf(
      { ...draftOfContact(BY_MAIL), way: 'none' },
      { clientId, seen: BY_MAIL },
    );
    expect(read).toMatchObject({ ok: true, value: { channel: null, agreed: false } });
  });
});

describe('what is most likely meant', () => {
  const facts = inventedFacts({
    lines: [{ instrumentId: 'gad7', points: [{ on: '2026-11-10', total: 9 }] }],
  });
  const checkIns = facts.checkIns.slice(0, 0);

  it('is what the plan sends, else what was sent last, else the first that can be sent', () => {
    expect(suggestedMeasure(inventSendings(), facts)).toBe('phq9');
    expect(suggestedMeasure(inventSendings({ plans: [] }), facts)).toBe('gad7');
    expect(suggestedMeasure(inventSendings({ plans: [] }), { checkIns })).toBe('phq9');
    expect(suggestedMeasure(inventSendings({ sendable: [] }), facts)).toBeNull();
  });

  it('is a message only where the client agreed to one', () => {
    expect(waysTo(inventSendings({ contact: BY_MAIL }))).toEqual(['message', 'link', 'kiosk']);
    expect(waysTo(inventSendings({ contact: BY_NOTHING }))).toEqual(['link', 'kiosk']);
  });

  it('is none by a way that the server lacks', () => {
    const textsAlone = inventSendings({ contact: BY_MAIL, channels: ['text'] });
    expect(waysTo(textsAlone)).toEqual(['link', 'kiosk']);
  });
});
