import { describe, expect, it } from 'vitest';
import { briefFor } from '#shared/brief/interpret.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { UpdateLength, type UpdateRequest, UpdateShape } from '#shared/contracts/update.ts';
import { cssrsScreener } from '#shared/instruments/data/cssrs_screener.ts';
import { dass21 } from '#shared/instruments/data/dass21.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { aCheckIn, inWinter, phq } from '../a-brief.ts';
import { diaryFacts, IMPROVING, toldFacts, WORSE } from './stories.ts';

/** The Update of these facts; the chart's narrative of usual length unless asked otherwise. */
function updateOf(facts: BriefFacts, asked: Partial<UpdateRequest> = {}) {
  const request = { ...chartRequest('narrative'), ...asked };
  return compose(briefFor(facts, request.sessionOn), request);
}

const textOf = (facts: BriefFacts, asked: Partial<UpdateRequest> = {}) =>
  updateOf(facts, asked).text;

describe('the worked case of a PHQ-9', () => {
  it('says score, band, change, threshold, percent, definitions and both answers to item 9', () => {
    const facts = toldFacts(
      ['2026-03-05', '09:00'],
      [
        phq(phq9, '2026-01-07', 18, 0),
        phq(phq9, '2026-02-18', 12, 0),
        phq(phq9, '2026-03-04', 11, 1),
      ],
    );
    const text = textOf(facts);
    expect(text).toContain(
      'PHQ-9 11/27, moderate range, on 4 Mar; 18 on 7 Jan: 7 points lower, reliable improvement ' +
        '(threshold 6, published), 39 % lower, not yet response (50 %) or remission (below 5).',
    );
    expect(text).toContain(
      'PHQ-9 item 9 was answered "several days" on 4 Mar and "not at all" on 18 Feb.',
    );
    expect(text).toContain('Alert: new risk answer (PHQ-9), 4 Mar, open.');
  });
});

describe('the shapes', () => {
  it('DAP keeps answers and comparison together', () => {
    const { sections } = updateOf(WORSE, { shape: 'dap' });
    expect(sections.map(({ section }) => section)).toEqual(['data', 'assessment', 'plan']);
    expect(sections[0]?.text).toContain(
      'PHQ-9 17/27, moderately severe range, on 3 Nov; 16 on 14 Jun',
    );
    expect(sections[1]?.text).toContain('Alerts: ');
  });

  it('BIRP puts answers first, what was done next, and change with alerts under response', () => {
    const { sections } = updateOf(WORSE, { shape: 'birp' });
    expect(sections.map(({ heading, text }) => [heading, text.split(' ')[0]])).toEqual([
      ['Behavior', 'Measures'],
      ['Intervention', 'Check-ins'],
      ['Response', 'PHQ-9'],
      ['Plan', 'Next'],
    ]);
  });

  it.each(UpdateShape.options)(
    '%s has no empty part, even when there is nothing to say',
    (shape) => {
      const nothing = toldFacts(['2026-11-20', '09:00'], []);
      for (const length of UpdateLength.options) {
        const { sections } = updateOf(nothing, { shape, length });
        for (const { text } of sections) expect(text).toMatch(/^\p{Lu}.*\.$/u);
      }
    },
  );
});

describe('the lengths', () => {
  it('line: one sentence with what may not be missed, and where it comes from', () => {
    const text = textOf(IMPROVING, { length: 'line' });
    expect(text.match(/\.(?= |$)/g)).toHaveLength(2);
    expect(text).toContain('item 9 was answered "several days"');
    expect(text).toMatch(/Alert: new risk answer .*, open\. Throughline, as of/);
    expect(text).not.toContain('Check-ins');
  });

  it('full: also minimally important differences, counts and spans', () => {
    const text = textOf(IMPROVING, { length: 'full' });
    expect(text).toContain(
      'PHQ-9: at least the smallest difference that people notice (5 points).',
    );
    expect(text).toContain('PHQ-9: 3 answered from 7 Jun to 19 Nov.');
    expect(textOf(IMPROVING)).not.toContain('people notice');
  });
});

describe('a supervisor', () => {
  it('reads what is open first, and no name', () => {
    const event = {
      eventId: 'one',
      on: '2026-11-10' as CalendarDate,
      kind: 'lifeEvent',
      label: 'Jordan moved out',
    } as const;
    const facts = { ...IMPROVING, events: [event] };
    const text = textOf(facts, { audience: 'supervisor', length: 'full' });
    expect(text).toMatch(/^Open alert: new risk answer \(PHQ-9\), 19 Nov\. Measures since/);
    expect(text).toContain('Events: "… moved out" (life event), 10 Nov.');
    expect(textOf(facts, { length: 'full' })).toContain('"Jordan moved out"');
  });

  it('reads no name in the title of a form, nor one that was typed with other accents', () => {
    const facts: BriefFacts = {
      ...diaryFacts('Diary of Jose Núñez', [6, null]),
      events: [
        {
          eventId: 'one',
          on: '2026-11-10' as CalendarDate,
          kind: 'lifeEvent',
          label: 'JOSÉ moved, Joseph helped'.normalize('NFD'),
        },
      ],
    };
    const named = { ...facts.client, displayName: 'José Nuñez' };
    const text = textOf({ ...facts, client: named }, { audience: 'supervisor', length: 'full' });
    expect(text).toContain('Missed: "Diary of … …" due 8 Nov, not opened.');
    expect(text).toContain('Events: "… moved, Joseph helped" (life event), 10 Nov.');
  });
});

describe('a letter', () => {
  const text = textOf(IMPROVING, { audience: 'clientLetter' });

  it('tells own scores plainly and kindly, and where help is', () => {
    expect(text).toContain('Your PHQ-9 score on 19 Nov was 11 out of 27.');
    expect(text).toContain('7 points lower than on 7 Jun. That is a clear change for the better.');
    expect(text).toContain('Nobody reads your answers around the clock.');
  });

  it('lists no risk answer, no alert, no threshold and no band', () => {
    expect(text).not.toMatch(/several days|item 9|[Aa]lert|threshold|moderate|mild/);
  });

  it('of one line keeps its sentences, with where help is', () => {
    const line = textOf(IMPROVING, { audience: 'clientLetter', length: 'line' });
    expect(line).toContain('out of 21. A score is only one part of the picture');
    expect(line).toContain('Nobody reads your answers around the clock.');
  });

  it.each([
    ['a screen', [cssrsScreener, [1, 1, 1, 1, 0, 0, null]]],
    ['parts without a total', [dass21, dass21.items.map(() => 1)]],
  ] as const)('thanks for %s, though it tells nothing of it', (_, [form, answers]) => {
    const facts = toldFacts(['2026-11-20', '09:00'], [['2026-11-19', form, [...answers]]]);
    const letter = textOf(facts, { audience: 'clientLetter' });
    expect(letter).toMatch(/^Thank you for answering our questions\. A score is only/);
  });

  it('thanks for words, and a note does not call them nothing', () => {
    const facts = diaryFacts('Diary', [null, 'A bad night.']);
    const letter = textOf(facts, { audience: 'clientLetter' });
    expect(letter).toMatch(/^Thank you/);
    expect(textOf(facts)).toMatch(/^Own forms were answered and gave no score so far/);
  });

  it('blames nobody for silence', () => {
    const silent = toldFacts(['2026-11-20', '09:00'], []);
    const letter = textOf(silent, { audience: 'clientLetter' });
    expect(letter).toMatch(/^We have not received any answers from you yet, and that is fine\./);
    expect(letter).not.toContain('Missed');
  });
});

describe('a note written late', () => {
  it('says of which days it knows what was sent', () => {
    const long = aCheckIn(phq9, '2026-08-28', '2026-09-04');
    const facts = { ...IMPROVING, checkIns: [long] };
    const on = (day: string) => textOf(facts, { sessionOn: day as CalendarDate, length: 'full' });
    expect(on('2026-09-05')).toContain('Check-ins (22 Aug to 5 Sep): 0 of 1 completed.');
    const before = aCheckIn(phq9, '2026-07-01', '2026-12-31');
    const old = textOf(
      { ...IMPROVING, checkIns: [before] },
      { sessionOn: '2026-08-01' as CalendarDate, length: 'full' },
    );
    expect(old).not.toContain('Check-ins');
    expect(textOf(facts, { length: 'full' })).toContain('Check-ins (last 90 days): ');
  });

  const sessionOn = '2026-11-05' as CalendarDate;
  const text = textOf(IMPROVING, { sessionOn });

  it('judges what was there at the session', () => {
    expect(text).toMatch(/^For the session of 5 Nov 2026 \(client self-report\)\./);
    expect(text).toContain('PHQ-9 12/27, moderate range, on 5 Nov; 18 on 7 Jun: 6 points lower');
  });

  it('lists what came later apart, without a word on change', () => {
    const full = textOf(IMPROVING, { sessionOn, length: 'full' });
    const [, later = ''] = full.split('After this session: ');
    expect(later).toContain('PHQ-9 11/27 on 19 Nov');
    expect(later).toContain("not part of the session's data.");
    expect(later).toContain(
      'Risk answers after this session: PHQ-9 item 9 answered "several days" on 19 Nov.',
    );
    expect(later).not.toMatch(/points|reliable|range/);
  });

  it('can’t be written from the brief of another day', () => {
    const request = { ...chartRequest('narrative'), sessionOn };
    expect(() => compose(briefFor(IMPROVING, null), request)).toThrow('not as of the session');
  });
});

describe('the line for CPT 96127', () => {
  it('says what was administered and scored, and bills nothing', () => {
    const text = textOf(IMPROVING, { assessmentLine: true });
    expect(text).toContain(
      'Administered and scored (documentation for CPT 96127): PHQ-9 on 19 Nov 2026, 11/27, ' +
        'moderate range; GAD-7 on 19 Nov 2026, 9/21, mild range; results and interpretation ' +
        'recorded in this note.',
    );
    expect(text).not.toMatch(/bill|reimburs|\$/i);
    expect(textOf(IMPROVING)).not.toContain('96127');
  });

  it('names for a session only what was answered in the days before it', () => {
    const sessionOn = '2026-11-05' as CalendarDate;
    const text = textOf(IMPROVING, { assessmentLine: true, sessionOn });
    expect(text).toContain('96127): PHQ-9 on 5 Nov 2026, 12/27, moderate range; results');
  });

  it('says so when nothing was', () => {
    const seen = { ...IMPROVING, lastLookedAt: inWinter('2026-11-20', '09:00') };
    expect(textOf(seen, { assessmentLine: true })).toContain(
      'Documentation for CPT 96127: nothing was administered and scored in this period.',
    );
  });

  it('is in no letter', () => {
    const text = textOf(IMPROVING, { assessmentLine: true, audience: 'clientLetter' });
    expect(text).not.toContain('96127');
  });
});

function known(id: string) {
  const found = instrument(id);
  if (found === null) throw new Error(`no ${id}`);
  return found;
}

describe('screens and profiles', () => {
  it('a screen is told in its owner’s quoted words, with its answers', () => {
    const screener = known('cssrs_screener');
    const text = textOf(
      toldFacts(['2026-11-20', '09:00'], [['2026-11-19', screener, [1, 1, 0, 1, 0, 0, null]]]),
    );
    expect(text).toContain('C-SSRS Screener of 19 Nov: "high risk".');
    expect(text).toContain('C-SSRS Screener item 4 was answered "yes" on 19 Nov.');
  });

  it('a form without a total is told by its subscales, a total alone unless the text is full', () => {
    const dass = toldFacts(
      ['2026-11-20', '09:00'],
      [['2026-11-19', dass21, dass21.items.map(() => 1)]],
    );
    expect(textOf(dass)).toContain('DASS-21 depression 14/42, moderate range, on 19 Nov');
    const pcl5 = known('pcl5');
    const facts = toldFacts(
      ['2026-11-20', '09:00'],
      [['2026-11-19', pcl5, pcl5.items.map(() => 1)]],
    );
    expect(textOf(facts)).not.toContain('PCL-5 B intrusion');
    expect(textOf(facts, { length: 'full' })).toContain('PCL-5 B intrusion 5/20, on 19 Nov');
  });

  it('a one-time measure is told and not compared', () => {
    const phq2 = known('phq2');
    const facts = toldFacts(
      ['2026-11-20', '09:00'],
      [
        ['2026-11-01', phq2, 1],
        ['2026-11-19', phq2, 5],
      ],
    );
    expect(textOf(facts)).toContain('PHQ-2 5/6, at or above the cut-off, on 19 Nov.');
    expect(textOf(facts)).not.toContain('higher');
  });

  it('answers about a partner’s violence are in no text', () => {
    const hark = known('hark');
    const [response] = toldFacts(
      ['2026-11-20', '09:00'],
      [phq(phq9, '2026-11-19', 3, 0)],
    ).responses;
    if (response === undefined) throw new Error('a response is expected');
    const safety = [{ item: 1, value: 1, label: 'Yes', positive: true, kind: 'partnerViolence' }];
    const unspeakable = {
      ...response,
      instrumentId: hark.id,
      score: { ...response.score, safety },
    } as typeof response;
    const facts = toldFacts(['2026-11-20', '09:00'], []);
    const text = textOf(
      { ...facts, responses: [unspeakable], responseCounts: { hark: 1 } },
      {
        length: 'full',
        assessmentLine: true,
      },
    );
    expect(text).not.toMatch(/HARK|"yes"/);
  });
});
