import { describe, expect, it } from 'vitest';
import { caseloadFacts } from '#shared/caseload/facts.ts';
import { caseloadOf } from '#shared/caseload/filter.ts';
import { byWaiting, inCaseloadOrder } from '#shared/caseload/order.ts';
import { calmInWords, noneUrgentInWords, reasonsFor, urgencyOf } from '#shared/caseload/reasons.ts';
import { CASELOAD_RULES } from '#shared/caseload/rules.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { CaseloadRow, WaitingByRule } from '#shared/contracts/caseload.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { invent } from '#test/support/waiting.ts';

const TODAY = CalendarDate.parse('2026-11-20');

let made = 0;

function row(displayName: string, part: Record<string, unknown> = {}): CaseloadRow {
  made += 1;
  return CaseloadRow.parse({
    client: {
      clientId: inventedId(made),
      displayName,
      otherNames: [],
      birthDate: '1991-03-14',
      inCareSince: '2026-03-02',
    },
    waiting: invent({}),
    completion: { expected: 0, answered: 0 },
    sendingPaused: null,
    nextAppointmentOn: null,
    lastResponseOn: null,
    linkedEhrs: [],
    ...part,
  });
}

const urgentSince = (day: string) => ({ waiting: invent({ urgent: [1, day] }) });

const names = (rows: readonly CaseloadRow[]) => rows.map(({ client }) => client.displayName);

describe('the rules of a caseload', () => {
  it('are one for everything that can wait, numbered from 1', () => {
    expect(CASELOAD_RULES.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(WaitingByRule.shape).toSorted(),
    );
    expect(CASELOAD_RULES.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it.each([
    [{ unsentRisk: 1 }, 'first'],
    [{ emergency: 1 }, 'first'],
    [{ urgent: 2 }, 'first'],
    [{ review: 1 }, 'later'],
    [{ info: 1 }, 'later'],
    [{ unseen: 3 }, 'later'],
    [{ putAside: 1 }, 'none'],
    [{ overdue: 2 }, 'none'],
    [{ outstanding: 4 }, 'none'],
    [{}, 'none'],
  ] as const)('%o asks for a look: %s', (part, urgency) => {
    expect(urgencyOf(invent(part))).toBe(urgency);
  });
});

describe('the order of a caseload', () => {
  it('is that of the first rule that applies, whatever the numbers', () => {
    const rows = [
      row('Outstanding', { waiting: invent({ outstanding: 9 }) }),
      row('Put aside', { waiting: invent({ putAside: 3 }) }),
      row('Overdue', { waiting: invent({ overdue: 1, outstanding: 8 }) }),
      row('Unseen', { waiting: invent({ unseen: 40, overdue: 2 }) }),
      row('Nothing'),
      row('Info', { waiting: invent({ info: 1 }) }),
      row('Review', { waiting: invent({ review: 1, unseen: 40 }) }),
      row('Urgent', { waiting: invent({ urgent: 1 }) }),
      row('Emergency', { waiting: invent({ emergency: 1, urgent: 9 }) }),
      row('Risk not sent', { waiting: invent({ unsentRisk: 1 }) }),
    ];
    expect(names(inCaseloadOrder(rows))).toEqual([
      'Risk not sent',
      'Emergency',
      'Urgent',
      'Review',
      'Info',
      'Unseen',
      'Overdue',
      'Put aside',
      'Outstanding',
      'Nothing',
    ]);
  });

  it('is by who waits longest under the same rule, then the next appointment, then the name', () => {
    const rows = [
      row('Zoe', urgentSince('2026-11-03')),
      row('Bruno', { nextAppointmentOn: '2026-11-25' }),
      row('Ada', urgentSince('2026-11-10')),
      row('Yan', { nextAppointmentOn: '2026-11-21' }),
      row('Émile'),
      row('Ella'),
      row('Fay'),
    ];
    expect(names(inCaseloadOrder(rows))).toEqual([
      'Zoe',
      'Ada',
      'Yan',
      'Bruno',
      'Ella',
      'Émile',
      'Fay',
    ]);
  });

  it('is the same however the rows come', () => {
    const rows = [row('Same Name'), row('Same Name'), row('Same Name')];
    expect(inCaseloadOrder(rows.toReversed())).toEqual(inCaseloadOrder(rows));
  });

  it('leaves two of whom the same waits since the same day where they are', () => {
    expect(
      byWaiting(invent({ review: [1, '2026-11-03'] }), invent({ review: [5, '2026-11-03'] })),
    ).toBe(0);
  });
});

describe('the reasons', () => {
  it('say what waits, how many, since when, and by which rule, what decides first', () => {
    const waiting = invent({
      outstanding: [2, '2026-11-18'],
      urgent: [1, '2026-11-03'],
      unseen: [3, '2025-12-30'],
    });
    expect(reasonsFor(waiting, TODAY).map(({ rule, words }) => [rule.number, words])).toEqual([
      [3, '1 urgent alert nobody has answered, since 3 Nov'],
      [6, '3 results you have not seen, since 30 Dec 2025'],
      [9, '2 check-ins not answered yet, sent 18 Nov'],
    ]);
  });

  it('are none where nothing waits, and what was put aside is not called nothing', () => {
    expect(reasonsFor(invent({}), TODAY)).toEqual([]);
    expect(calmInWords(invent({}))).toBe('none open, nothing new');
    expect(calmInWords(invent({ putAside: 1 }))).toContain('but what was put aside');
  });
});

describe('a caseload in which nobody is to be looked at first', () => {
  it('is not said to be without urgent alerts where some were put aside', () => {
    const others = [row('Ada'), row('Bo', { waiting: invent({ unseen: 2 }) })];
    expect(noneUrgentInWords([])).toBe('None of your own clients has an urgent alert open');
    expect(noneUrgentInWords(others)).toBe('None of your own clients has an urgent alert open');
    const aside = row('Cy', { waiting: invent({ putAside: 1 }) });
    expect(noneUrgentInWords([...others, aside])).toBe(
      'None of your own clients has an urgent alert open that was not put aside',
    );
  });
});

describe('what stands beside them', () => {
  it('says how many check-ins were answered, and never that a blank is one', () => {
    expect(caseloadFacts(row('Ada'), TODAY)).toEqual([
      'No check-in was due in the last 4 weeks',
      'Nothing answered yet',
      'No next appointment known',
    ]);
    const known = row('Ada', {
      completion: { expected: 6, answered: 4 },
      lastResponseOn: '2026-11-19',
      nextAppointmentOn: '2026-11-20',
      sendingPaused: 'crisis',
    });
    expect(caseloadFacts(known, TODAY)).toEqual([
      '4 of 6 check-ins answered in the last 4 weeks',
      'Last answered 19 Nov',
      'Appointment today',
      'Nothing is sent: crisis pause',
    ]);
  });
});

describe('a filter', () => {
  const rows = [
    row('Urgent', { waiting: invent({ urgent: 1, outstanding: 1 }) }),
    row('Overdue', { waiting: invent({ overdue: 1 }) }),
    row('Nothing'),
  ];

  it.each([
    ['all', ['Urgent', 'Overdue', 'Nothing']],
    ['needsLook', ['Urgent']],
    ['outstanding', ['Urgent', 'Overdue']],
  ] as const)('%s leaves people out and moves nobody', (filter, left) => {
    expect(names(caseloadOf(rows, filter))).toEqual(left);
  });
});
