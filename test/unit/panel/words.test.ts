import { describe, expect, it } from 'vitest';
import { doneInWords, undeliveredInWords } from '#extension/panel/completion/completion-words.ts';
import { agreementInWords, agreementOf } from '#extension/panel/identify/agreement.ts';
import { linkable, missingForLink } from '#extension/panel/identify/linkable.ts';
import { type NoticeScreen, noticeWords } from '#extension/panel/notices/notice-words.ts';
import { newsOf } from '#extension/panel/since-look/news.ts';
import { createLooks } from '#extension/panel/state/looks.ts';
import { ageInWords } from '#extension/panel/words/ages.ts';
import { interpret } from '#shared/brief/interpret.ts';
import type { CheckIn } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { BriefQuery } from '#shared/contracts/procedures.ts';
import { Subject } from '#shared/contracts/reading.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { clientScreen, JORDAN, readingOf } from '#test/support/panel-scene.ts';

const NOTICES: readonly Exclude<NoticeScreen, { kind: 'tooOld' }>[] = [
  ...(
    ['pageLost', 'pageFights', 'adminRole', 'ehrSignedOut', 'noClient', 'unknownPage'] as const
  ).map((kind) => ({ kind })),
  { kind: 'insufficient' },
  { kind: 'ambiguous', query: clientScreen().query },
  { kind: 'severalPeople', count: 3, page: null, key: 'a page' },
  ...(['unreachable', 'slow', 'refused', 'signedOut', 'notConfigured', 'partMissing'] as const).map(
    (because) => ({ kind: 'unavailable', because }) as const,
  ),
  ...([null, 'waitingForPractice', 'policyRefused', 'accessNotGranted'] as const).map(
    (problem) => ({ kind: 'notConfigured', problem }) as const,
  ),
];

describe('every notice', () => {
  it.each(NOTICES)('says what happened, what is safe and what to do: $kind', (screen) => {
    const words = noticeWords(screen);
    for (const part of [words.title, words.happened, words.safe, words.toDo]) {
      expect(part.length).toBeGreaterThan(8);
    }
    expect(JSON.stringify(words)).not.toMatch(/no alerts|no risk|went wrong|oops/i);
  });
});

describe('an age', () => {
  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [1020, '17 min'],
    [7300, '2 h'],
  ])('of %i seconds is "%s"', (seconds, words) => {
    expect(ageInWords(seconds)).toBe(words);
  });
});

const queryOf = (part: object) =>
  BriefQuery.parse({ ehr: 'simplepractice', subject: { ...JORDAN, ...part } });

describe('the identity line', () => {
  const facts = inventedFacts({ lines: [] });
  it('names what agrees', () => {
    expect(agreementInWords(agreementOf(queryOf({}), facts))).toEqual([
      'record, name and birth date agree',
    ]);
  });

  it('says what is not on the page', () => {
    expect(agreementInWords(agreementOf(queryOf({ birthDate: null }), facts))).toEqual([
      'record and name agree',
      'birth date not on this page',
    ]);
  });
});

const missing = (part: object) => missingForLink(Subject.parse({ ...JORDAN, ...part }));
describe('a link', () => {
  const client = inventedFacts({ lines: [] }).client;
  const candidate = (nameAgrees: boolean, birthDateAgrees: boolean) =>
    linkable({ client, nameAgrees, birthDateAgrees });

  it('needs the birth date to agree, and a word when the name does not', () => {
    expect(candidate(true, true)).toBe('yes');
    expect(candidate(false, true)).toBe('confirmName');
    expect(candidate(true, false)).toBe('no');
    expect(candidate(false, false)).toBe('no');
  });

  it('needs all three identifiers on the page', () => {
    expect(missing({})).toBeNull();
    expect(missing({ recordId: null, birthDate: null })).toContain('record number and birth date');
  });
});

const words = (course: Parameters<typeof inventedFacts>[0]) =>
  newsOf(interpret(inventedFacts(course))).map((news) => news.words);

describe('since the last look', () => {
  it('new answers are judged against baseline', () => {
    const points = [
      { on: '2026-10-01', total: 15 },
      { on: '2026-11-19', total: 8 },
    ];
    expect(words({ lines: [{ instrumentId: 'gad7', points }] })[0]).toBe(
      'GAD-7: 1 new answer, now 8; 7 points lower than baseline: reliable improvement',
    );
  });

  it('silence is not improvement', () => {
    const points = [{ on: '2026-10-01', total: 15 }];
    expect(words({ lines: [{ instrumentId: 'gad7', points }] })[0]).toBe(
      'No new answers. Absence of answers is not a sign of improvement',
    );
  });

  it('what can’t be scored is said with the items', () => {
    const points = [{ on: '2026-11-19', total: 6, blank: [1, 2, 3] }];
    expect(words({ lines: [{ instrumentId: 'phq9', points }] })[0]).toBe(
      'PHQ-9: 1 new answer; the newest can’t be scored, items 1, 2 and 3 not answered',
    );
  });

  it('a change of a filled-in score is approximate', () => {
    const points = [
      { on: '2026-10-01', total: 3 },
      { on: '2026-11-19', total: 10, blank: [1] },
    ];
    expect(words({ lines: [{ instrumentId: 'phq9', points }] })[0]).toContain('; about ');
  });

  it('a check-in that is not yet due is not one left undone', () => {
    const checkIn = { dueOn: '2026-11-19' } as CheckIn;
    const completion = {
      since: '2026-08-22' as CalendarDate,
      sent: 3,
      completed: 1,
      missed: [checkIn],
      unfinished: [],
      outstanding: [checkIn],
      undelivered: [],
    };
    expect(doneInWords(completion)).toBe('1 of 2 done in the last 90 days');
    expect(doneInWords({ ...completion, completed: 0, missed: [] })).toContain('none was due yet');
  });

  it('a check-in that never reached the client is told apart, and not as one left undone', () => {
    const lost = { instrumentId: 'phq9', sentOn: '2026-11-12', dueOn: '2026-11-15' } as CheckIn;
    const completion = {
      since: '2026-08-22' as CalendarDate,
      sent: 0,
      completed: 0,
      missed: [],
      unfinished: [],
      outstanding: [],
      undelivered: [lost],
    };
    expect(doneInWords(completion)).toBe('none was delivered in the last 90 days, 1 not delivered');
    expect(doneInWords({ ...completion, sent: 1, completed: 1 })).toBe(
      '1 of 1 done in the last 90 days, 1 not delivered',
    );
    const told = { asOfDate: '2026-11-20' as CalendarDate, ownForms: [] };
    expect(undeliveredInWords(lost, told)).toBe('PHQ-9, sent 12 Nov: not delivered.');
  });

  it('unfinished check-ins are said', () => {
    const open = [{ instrumentId: 'pcl5', sentOn: '2026-11-12', answeredItems: 4 }];
    expect(words({ lines: [], open }).at(-1)).toBe(
      'Check-ins: 0 of 1 done in the last 90 days; PCL-5 opened, not finished',
    );
  });
});

describe('a look', () => {
  const screen = clientScreen();

  it('is marked once when somebody could see a live brief', () => {
    const looks = createLooks();
    expect(looks.due(screen, false)).toBeNull();
    expect(looks.due(screen, true)?.asOf).toBe(screen.facts.asOf);
    expect(looks.due(screen, true)).toBeNull();
  });

  it('is not marked for what came from the cache, or for no client', () => {
    const looks = createLooks();
    const { verifiedAt } = screen.freshness;
    const cached = { ...screen, freshness: { is: 'cached', verifiedAt, because: 'slow' } } as const;
    expect(looks.due(cached, true)).toBeNull();
    expect(looks.due({ kind: 'loading' }, true)).toBeNull();
  });

  it('is marked again when there is something new', () => {
    const looks = createLooks();
    looks.due(screen, true);
    const points = [{ on: '2026-11-19', total: 8 }];
    const news = inventedFacts({ lines: [{ instrumentId: 'gad7', points }] });
    expect(looks.due(clientScreen(readingOf(), news), true)).not.toBeNull();
  });
});
