import { describe, expect, it } from 'vitest';
import {
  notSentInWords,
  sendInWords,
  sentInWords,
  wayInWords,
} from '#extension/panel/sending/send-words.ts';
import {
  contactInWords,
  leftOutInWords,
  namesIn,
  nextInWords,
  outstandingInWords,
  pauseInWords,
  planInWords,
  savedInWords,
  templateInWords,
} from '#extension/panel/sending/words.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { PlanTerms } from '#shared/contracts/plan.ts';
import {
  BY_MAIL,
  BY_NOTHING,
  inventOutstanding,
  inventSendings,
  pauseOf,
  TERMS,
} from '#test/support/sendings.ts';

const TODAY = CalendarDate.parse('2026-11-20');
const TOLD = {
  today: TODAY,
  timeZone: 'America/Chicago',
  nameOf: namesIn(inventSendings()),
} as const;

const outstanding = (part: Record<string, unknown>) =>
  inventSendings({ outstanding: [inventOutstanding(part)] }).outstanding.map((one) =>
    outstandingInWords(one, TOLD),
  )[0];

describe('what is out, in words', () => {
  it.each([
    [{}, 'the message was sent; not opened; due 23 Nov; open until 25 Nov, 9:00 am'],
    [{ message: 'waiting' }, 'the message waits to be sent'],
    [{ message: 'failed' }, 'the message could not be sent'],
    [{ message: 'closed' }, 'its link is closed, the client gave up that address: use “Send now”'],
    [{ message: 'byHand' }, 'handed over'],
    [{ openedAt: '2026-11-19T15:00:00.000Z' }, 'opened, nothing answered'],
    [{ openedAt: '2026-11-19T15:00:00.000Z', answeredItems: 4 }, 'opened, 4 answered, not sent'],
    [{ dueOn: '2026-11-19' }, 'was due 19 Nov'],
  ])('%o: %s', (part, words) => {
    expect(outstanding(part)).toContain(words);
    expect(outstanding(part)).toMatch(/^PHQ-9, sent 18 Nov/);
  });
});

describe('a template, in words', () => {
  it.each([
    [{ is: 'everyWeeks', weeks: 2, from: '2026-11-04' }, 'PHQ-9, every 2 weeks, at 9:00; due'],
    [{ is: 'once', on: '2026-11-25' }, 'PHQ-9, once, at 9:00; due'],
    [{ is: 'beforeAppointments', days: 0 }, 'PHQ-9, on the day of each appointment'],
  ])('says no day of its own: %o', (cadence, words) => {
    expect(templateInWords(PlanTerms.parse({ ...TERMS, cadence }), TOLD)).toContain(words);
  });
});

describe('a plan, in words', () => {
  it('says what, when, for how long, and who is reminded', () => {
    expect(planInWords(TERMS, TOLD)).toBe(
      'PHQ-9, every 2 weeks from 4 Nov, at 9:00; due after 3 days, open for 7 days, reminded after 2 and 5 days.',
    );
    const once = PlanTerms.parse({
      ...TERMS,
      measures: ['phq9', 'gad7'],
      cadence: { is: 'beforeAppointments', days: 1 },
      reminderDays: [],
    });
    expect(planInWords(once, TOLD)).toContain(
      'PHQ-9 and GAD-7, 1 day before each appointment that is known',
    );
    expect(planInWords(once, TOLD)).toContain('no reminder');
  });

  it('says why nothing comes next', () => {
    expect(nextInWords([TODAY], inventSendings(), TODAY)).toBe('Next: 20 Nov.');
    const paused = inventSendings({ pause: pauseOf('away') });
    expect(nextInWords([], paused, TODAY)).toContain('paused');
    expect(nextInWords([], inventSendings({ contact: BY_NOTHING }), TODAY)).toContain('not agreed');
    expect(nextInWords([], inventSendings(), TODAY)).toContain('no day that comes up is known');
    const textsAlone = inventSendings({ channels: ['text'] });
    expect(nextInWords([], textsAlone, TODAY)).toBe('Sends nothing: this server sends no e-mails.');
  });
});

describe('what a plan leaves out, in words', () => {
  it('names measure, day and what it is left out for', () => {
    const on = CalendarDate.parse('2026-11-23');
    const out = { measureId: 'phq9', on, since: TODAY };
    expect(leftOutInWords([{ ...out, why: 'tooSoon' }], TOLD)).toBe(
      ' Left out: PHQ-9 on 23 Nov (too soon after that of 20 Nov).',
    );
    expect(leftOutInWords([{ ...out, why: 'withClient' }], TOLD)).toContain('(out since 20 Nov)');
    expect(leftOutInWords([], TOLD)).toBe('');
  });
});

describe('a pause, in words', () => {
  it('says that a crisis keeps everything, and another only the plan', () => {
    expect(pauseInWords(pauseOf('crisis'), TODAY)).toContain('also not by hand');
    expect(pauseInWords(pauseOf('away', '2026-11-30'), TODAY)).toContain('through 30 Nov');
    expect(pauseInWords(pauseOf('away'), TODAY)).toContain('still send by hand');
  });
});

describe('a way, in words', () => {
  it('says what can’t be taken back, what is shown once, and what stays open', () => {
    expect(wayInWords('message', { contact: BY_MAIL })).toContain('jordan.avery@mail.example');
    expect(wayInWords('message', { contact: BY_MAIL })).toContain('can’t be called back');
    expect(wayInWords('link', { contact: BY_MAIL })).toContain('shown once');
    expect(wayInWords('kiosk', { contact: BY_MAIL })).toMatch(
      /locked in this browser.*EHR stays open/,
    );
  });

  it('names the measure and the way on the button', () => {
    const byText = { contact: { ...BY_MAIL, channel: 'text' } } as const;
    expect(sendInWords('PHQ-9', 'message', { contact: BY_MAIL })).toBe('Send PHQ-9 by e-mail');
    expect(sendInWords('PHQ-9', 'message', byText)).toBe('Send PHQ-9 by text');
    expect(sendInWords('PHQ-9', 'link', byText)).toBe('Make a link for PHQ-9');
    expect(sendInWords('PHQ-9', 'kiosk', byText)).toBe('Lock Throughline and open PHQ-9');
  });

  it('never says "sent" of what nobody knows, or of what was out before', () => {
    expect(sentInWords('PHQ-9', 'message', false)).toContain('no second was made');
    expect(notSentInWords({ reason: 'slow', message: '' })).toContain('not known');
    expect(notSentInWords({ reason: 'refused', message: 'Paused.' })).toBe('Not sent. Paused.');
  });
});

describe('a contact, in words', () => {
  it('is a way only once it was agreed to', () => {
    expect(contactInWords(BY_MAIL, TOLD)).toBe(
      'By e-mail to jordan.avery@mail.example, in English. Agreed to on 2 Mar 2026.',
    );
    for (const contact of [BY_NOTHING, { ...BY_MAIL, agreedAt: null }]) {
      expect(contactInWords(contact, TOLD)).toContain('Nothing is written to this client');
    }
  });
});

describe('a contact that was saved', () => {
  const sendings = inventSendings({ outstanding: [inventOutstanding({})] });
  const stated = { ...sendings.contact, agreed: true };
  const CLOSED =
    'The contact is saved. Links sent before are closed; answers stay. “Send now” makes a new one.';

  it.each([
    ['another address', { email: 'new@mailbox.example' }],
    ['no agreement any more', { agreed: false }],
    ['no way any more', { channel: null, agreed: false }],
  ])('says what became of links that went out: %s', (_, part) => {
    expect(savedInWords(sendings, { ...stated, ...part })).toBe(CLOSED);
  });

  it('says nothing of links where the address stays, or none went out', () => {
    const saved = 'The contact is saved.';
    expect(savedInWords(sendings, stated)).toBe(saved);
    expect(savedInWords({ ...sendings, outstanding: [] }, { ...stated, agreed: false })).toBe(
      saved,
    );
  });
});
