import { describe, expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import { responsesNamed } from '#shared/charts/context.ts';
import { drawing } from '#shared/charts/drawing.ts';
import { courseFacts, episodeFact } from '#shared/charts/meaning/course-facts.ts';
import { courseSaid } from '#shared/charts/said/course-said.ts';
import { keySaid } from '#shared/charts/said/key-said.ts';
import { tableRows } from '#shared/charts/said/rows.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { STATED_LIMITS } from '#shared/trajectory/limits.ts';
import { dayOf, IN_CARE, lineId, observed, observedLine, weekly } from '#test/support/a-line.ts';
import { alertsOf, inventedFacts } from '#test/support/brief-facts.ts';
import { phq, responsesOf } from '../a-brief.ts';
import { aTrend, contextOf, known } from './a-chart.ts';

const COURSE = [
  ...observedLine([
    [0, 18],
    [28, 17],
    [56, 9],
  ]),
  observed(4, 84, null),
];

/** The words of the key of a line. */
function keyOf(trend: ReturnType<typeof aTrend>) {
  return keySaid(drawing(trend, contextOf())).map(({ words }) => words);
}

/** What is said of weekly scores. */
function said(totals: readonly number[]) {
  return courseFacts(aTrend(weekly(totals))).map((fact) => fact.said);
}

describe('a chart for the ear', () => {
  it('says count, days, direction, first, newest, extremes and change', () => {
    const trend = aTrend(COURSE.slice(0, 3));
    expect(courseSaid(trend, contextOf())).toBe(
      'PHQ-9, 3 answers, 5 Jan 2026 to 2 Mar 2026. Higher is worse. First 18/27; newest 9/27. Highest 18/27 on 5 Jan 2026; lowest 9/27 on 2 Mar 2026. Since baseline, 5 Jan 2026: 9 points lower, reliable improvement, threshold 6, published.',
    );
  });

  it('says what is missing, what stands apart and what happened', () => {
    const heard = courseSaid(
      aTrend(COURSE),
      contextOf({
        later: [{ on: dayOf(90), displayed: 8 }],
        events: [{ eventId: 'e', on: dayOf(30), kind: 'medication', label: 'sertraline begun' }],
      }),
    );
    expect(heard).toContain('One answer can’t be scored.');
    expect(heard).toContain('Marked apart: 1 after the session.');
    expect(heard).toContain('Events: 4 Feb 2026 sertraline begun.');
  });

  it('counts the answers that were left out, and claims nothing of one', () => {
    expect(courseSaid({ ...aTrend(weekly([18])), totalCount: 30 }, contextOf())).toBe(
      'PHQ-9, 30 answers, on 5 Jan 2026. Higher is worse. Newest 18/27.',
    );
  });
});

it('what is not shown is claimed neither highest nor lowest', () => {
  const trend = aTrend(weekly([18, 12, 15]), { heldSince: dayOf(7) });
  const heard = courseSaid({ ...trend, totalCount: 30 }, contextOf());
  expect(heard).toContain('PHQ-9, 30 answers, 3 of them shown, 5 Jan 2026 to 19 Jan 2026.');
  expect(heard).toContain('Highest of those shown 18/27');
  const same = aTrend(weekly([9, 9, 9]), { heldSince: dayOf(7) });
  expect(courseSaid(same, contextOf())).toContain('All scores shown are 9/27.');
});

describe('a mark', () => {
  it('says its score with the range, what was filled in, and what is missing', () => {
    const fixed = { 9: 0 };
    const { measures } = interpret(
      inventedFacts({
        lines: [
          {
            instrumentId: 'phq9',
            points: [
              { on: '2026-02-01', total: 18, fixed },
              { on: '2026-04-11', total: 8, fixed, blank: [1, 2, 3, 4] },
              { on: '2026-05-01', total: 11, fixed, blank: [5] },
            ],
          },
        ],
      }),
    );
    const marks = measures.flatMap((trend) => drawing(trend, contextOf()).marks);
    expect(marks.map((mark) => mark.said)).toEqual([
      '1 Feb 2026: 18/27, moderately severe range; baseline',
      '11 Apr 2026: can’t be scored, items 1, 2, 3 and 4 not answered',
      '1 May 2026: 12/27, moderate range; item 5 not answered, filled in by the measure’s rule',
    ]);
    expect(marks.map(({ isProrated }) => isProrated)).toEqual([false, false, true]);
  });
});

describe('the key', () => {
  it('explains what is drawn, and only that', () => {
    expect(keyOf(aTrend(COURSE))).toEqual([
      'less than 6 points from baseline',
      'cut-off: at least 10',
      'can’t be scored',
    ]);
    expect(keyOf(aTrend(weekly([1, 2]), { measure: null }))).toEqual([
      'from the lowest to the highest score, no range is known',
    ]);
  });
});

describe('the table', () => {
  it('holds everything that is drawn, newest first, with its remarks', () => {
    const rows = tableRows(
      aTrend([...COURSE, observed(5, 60, 12, { corrects: lineId(3) })]),
      contextOf(),
    );
    expect(rows.map(({ date, score, remarks }) => [date, score, remarks])).toEqual([
      ['30 Mar 2026', 'can’t be scored', ['new']],
      ['6 Mar 2026', '12', ['new']],
      ['2 Mar 2026', '9', ['corrected since, no longer counted']],
      ['2 Feb 2026', '17', ['new']],
      ['5 Jan 2026', '18', ['new', 'baseline']],
    ]);
  });
});

describe('what an alert rests on', () => {
  it('is every response that its evidence names', () => {
    const responses = responsesOf([phq(phq9, '2026-02-01', 8, 0), phq(phq9, '2026-03-01', 16, 1)]);
    const named = responsesNamed(alertsOf(responses));
    expect([...named].toSorted()).toEqual(responses.map(({ responseId }) => responseId));
  });
});

describe('what a course means', () => {
  it('is change by every method that applies, each with its source', () => {
    const facts = courseFacts(aTrend(weekly([18, 17, 12, 4])));
    expect(facts.map((fact) => fact.said)).toEqual(
      expect.arrayContaining([
        'Since baseline (18 on 5 Jan 2026): 14 points lower, 78 % better: reliable improvement (threshold 6, published).',
        'Clinical significance: recovered: reliably better, and from the clinical to the functional side of the cut-off.',
        'Smallest important difference, 5 points: reached, for the better.',
        'Response (50 % better than a clinical baseline): reached. Remission (below 5): reached.',
        'First in remission: 4 on 26 Jan 2026.',
        'Time to improvement: 14 days, reliable from 19 Jan 2026, and it held at the next measurement.',
      ]),
    );
    for (const { said: words, sources } of facts.slice(0, 4)) {
      expect(sources.length, words).toBeGreaterThan(0);
    }
    const recalled = facts.find((fact) => fact.said.startsWith('Smallest important difference, 5'));
    expect(recalled?.sources[0]?.provenance).toBe('recalled');
  });

  it('is "too early to say" with few scores, never more', () => {
    expect(said([18, 17])).toEqual(
      expect.arrayContaining([
        'Trend: too early to say, 2 of 4 measurements needed for a trend.',
        'Too early to say whether on track: 2 of 4 measurements, 7 of 21 days.',
        'Week 4: not reached yet.',
      ]),
    );
  });

  it('is not on track by our own rule, which is said, and the published weeks', () => {
    const facts = courseFacts(aTrend(weekly([18, 17, 18, 17, 18])));
    const offTrack = facts.find((fact) => fact.said.startsWith('Not on track'));
    expect(offTrack?.said).toBe(
      'Not on track: no reliable improvement and less than 20 % better by measurement 5.',
    );
    expect(offTrack?.sources).toEqual([STATED_LIMITS.onTrackPercent]);
    expect(facts.find((fact) => fact.said.startsWith('Week 4'))?.said).toBe(
      'Week 4: 18 on 2 Feb 2026, at least 17: non-response at the end of cognitive behavioural therapy is likely.',
    );
  });

  it('is a sudden gain, a relapse', () => {
    expect(said([18, 18, 17, 8, 7, 8])).toContain(
      'Sudden gain of 9 points between 17 on 19 Jan 2026 and 8 on 26 Jan 2026.',
    );
    expect(said([18, 4, 3, 14])).toContain(
      'Relapse: 14 on 26 Jan 2026 after 3 on 19 Jan 2026 in remission, 11 points higher; since 26 Jan 2026.',
    );
  });

  it('claims no direction or progress where nothing is judged', () => {
    expect(courseFacts(aTrend(weekly([20, 30, 40, 50]), { measure: null }))).toHaveLength(1);
    const cesd = courseFacts(aTrend(weekly([20, 30]), { measure: known('cesd') }));
    expect(cesd.map((fact) => fact.said).join(' ')).not.toContain('reliable');
  });

  it('says within which episode it is compared', () => {
    const care = { ...IN_CARE, startedOn: [dayOf(60)] };
    expect(episodeFact(aTrend(COURSE, { care }))?.said).toContain(
      'episode of care that began on 20 Feb 2026',
    );
    expect(episodeFact(aTrend(COURSE))).toBeNull();
  });
});
