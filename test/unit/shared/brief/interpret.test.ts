import { describe, expect, it } from 'vitest';
import type { Alert } from '#shared/contracts/alert.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { AlertId } from '#shared/contracts/ids.ts';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { alertsOf } from '#test/support/brief-facts.ts';
import { aCheckIn, briefAt, inWinter, phq, responsesOf, type Told } from '../a-brief.ts';

const NOW = inWinter('2026-11-20', '18:58');

const rules = (list: readonly Alert[]) => list.map(({ rule, tier }) => `${rule} ${tier}`);

/** The one measure of a story. */
function measureOf(story: readonly Told[], lastLookedAt: Instant | null = null) {
  const [measure] = briefAt(NOW, { responses: responsesOf(story), lastLookedAt }).measures;
  if (measure === undefined) throw new Error('one measure is expected');
  return measure;
}

/** The one measure of a story of somebody in care since a day. */
const measureSince = (day: string, story: readonly Told[]) => {
  const client = { ...briefAt(NOW).client, inCareSince: day as CalendarDate };
  return briefAt(NOW, { client, responses: responsesOf(story) }).measures[0];
};

describe('scores on a line', () => {
  const story: readonly Told[] = [
    phq(phq9, '2026-06-07', 18, 0),
    phq(phq9, '2026-10-22', 13, 0),
    phq(phq9, '2026-11-05', 12, 0),
    phq(phq9, '2026-11-12', 11, 1),
  ];

  it('begin at the first score, whatever the order of the responses', () => {
    const forward = measureOf(story);
    expect(forward.baseline?.displayed).toBe(18);
    expect(forward.previous?.displayed).toBe(12);
    expect(forward.latest.displayed).toBe(11);
    const backward = briefAt(NOW, { responses: responsesOf(story).toReversed() });
    expect(backward.measures).toEqual([forward]);
  });

  it('are new after the last look, and all of them before the first', () => {
    const seen = measureOf(story, inWinter('2026-11-06', '09:00'));
    expect(seen.scores.map(({ isNew }) => isNew)).toEqual([false, false, false, true]);
    expect(measureOf(story).scores.every(({ isNew }) => isNew)).toBe(true);
  });

  it('overlap when they lie closer together than the recall period', () => {
    const overlaps = measureOf(story).scores.map(({ overlapsRecall }) => overlapsRecall);
    expect(overlaps).toEqual([false, false, false, true]);
  });

  it('carry blanks and prorating as scored', () => {
    expect(measureOf([phq(phq9, '2026-11-12', 14, null)]).latest).toMatchObject({
      total: 15.75,
      displayed: 16,
      prorated: true,
      missingItems: [9],
    });
  });
});

describe('change', () => {
  it('counts displayed points and judges unrounded totals', () => {
    const { sinceBaseline } = measureOf([
      phq(phq9, '2026-11-05', 10, 0),
      phq(phq9, '2026-11-19', 14, null),
    ]);
    expect(sinceBaseline).toMatchObject({
      status: 'judged',
      points: 6,
      category: 'noReliableChange',
      threshold: { value: 6 },
    });
  });

  it('is not judged from one score', () => {
    const { sinceBaseline, sincePrevious, trajectory, previous } = measureOf([
      ['2026-11-12', gad7, 10],
    ]);
    const { trend, outcome } = trajectory;
    expect(sinceBaseline).toMatchObject({ status: 'notJudged', reason: 'onlyOneScore' });
    expect(sincePrevious).toMatchObject({ status: 'notJudged', reason: 'onlyOneScore' });
    expect(trend).toEqual({ status: 'tooEarly', have: 1, need: 4 });
    expect([outcome, previous]).toEqual([null, null]);
  });

  it('is not judged when the newest form has no score, and the last score stays in sight', () => {
    const blank = phq9.items.map(() => null);
    const measure = measureOf([phq(phq9, '2026-11-05', 10, 0), ['2026-11-19', phq9, blank]]);
    expect(measure.latest.displayed).toBeNull();
    expect(measure.previous?.displayed).toBe(10);
    expect(measure.sincePrevious).toMatchObject({
      status: 'notJudged',
      reason: 'noScore',
      to: null,
    });
    expect(measure.sinceBaseline).toMatchObject({ status: 'notJudged', points: null });
  });

  it('is not judged without a recommended threshold, but counted', () => {
    const { sinceBaseline, trajectory } = measureOf([
      ['2026-08-05', cesd, 20],
      ['2026-09-05', cesd, 24],
      ['2026-10-05', cesd, 28],
      ['2026-11-05', cesd, 32],
    ]);
    expect(sinceBaseline).toMatchObject({ status: 'notJudged', reason: 'noThreshold' });
    expect(sinceBaseline.points).not.toBeNull();
    expect(trajectory.trend).toMatchObject({ status: 'fitted', verdict: null });
  });
});

describe('the episode of care', () => {
  const before: readonly Told[] = [phq(phq9, '2024-03-06', 2, 0), phq(phq9, '2024-03-20', 3, 0)];
  it('has its own baseline: what was answered in an earlier one is drawn and not compared', () => {
    const story = [...before, phq(phq9, '2026-08-05', 18, 0), phq(phq9, '2026-08-19', 11, 0)];
    const measure = measureSince('2026-08-03', story);
    expect(measure?.scores.map(({ displayed }) => displayed)).toEqual([2, 3, 18, 11]);
    expect(measure?.sinceBaseline).toMatchObject({ points: -7, category: 'reliableImprovement' });
    expect(measure?.trajectory.trend).toMatchObject({ status: 'tooEarly', have: 2 });
  });

  it('has no previous score when its first form comes in', () => {
    const measure = measureSince('2026-08-03', [...before, phq(phq9, '2026-08-05', 18, 0)]);
    expect(measure).toMatchObject({
      previous: null,
      baseline: { displayed: 18 },
      trajectory: { outcome: null },
    });
    expect(measure?.sincePrevious).toMatchObject({ reason: 'onlyOneScore', points: null });
  });

  it('has no baseline while only older forms are there', () => {
    const measure = measureSince('2026-08-03', before);
    expect(measure).toMatchObject({ previous: null, baseline: null, latest: { displayed: 3 } });
  });

  it('holds an intake form answered up to 14 days ahead, and none before that', () => {
    const story = [phq(phq9, '2026-07-20', 18, 0), phq(phq9, '2026-08-19', 11, 0)];
    expect(measureSince('2026-08-03', story)?.baseline?.displayed).toBe(18);
    expect(measureSince('2026-08-04', story)?.baseline?.displayed).toBe(11);
  });
});

describe('trend', () => {
  it('rests on the newest six scores, one a day', () => {
    const days = ['01', '08', '15', '22', '29'].map((day) => `2026-09-${day}`);
    const story = [...days, '2026-10-06', '2026-10-13', '2026-10-13'].map(
      (day, index): Told => phq(phq9, day, 10 + index, 0),
    );
    const { trend } = measureOf(story).trajectory;
    expect(trend).toMatchObject({ status: 'fitted', verdict: 'worsening' });
    expect(trend.status === 'fitted' && trend.run).toHaveLength(6);
  });

  it('takes four scores of one day for one measurement', () => {
    const story = [1, 2, 3, 4].map((total): Told => ['2026-11-05', gad7, total]);
    expect(measureOf(story).trajectory.trend).toEqual({ status: 'tooEarly', have: 1, need: 4 });
  });
});

describe('versions of a measure', () => {
  const [old, newest] = responsesOf([
    phq(phq9, '2026-10-05', 20, 0),
    phq(phq9, '2026-11-05', 8, 0),
  ]);

  it('never stand on one line; the version answered last does, and the rest is counted', () => {
    if (old === undefined || newest === undefined) throw new Error('two responses expected');
    const { measures } = briefAt(NOW, { responses: [{ ...old, instrumentVersion: 99 }, newest] });
    expect(measures).toMatchObject([{ otherVersionCount: 1, scores: [{ displayed: 8 }] }]);
  });

  it('that this build does not hold are shown and not judged', () => {
    if (old === undefined || newest === undefined) throw new Error('two responses expected');
    const newer = [old, newest].map((response) => ({ ...response, instrumentVersion: 99 }));
    const [measure] = briefAt(NOW, { responses: newer }).measures;
    expect(measure?.latest.displayed).toBe(8);
    expect(measure?.sinceBaseline).toMatchObject({ reason: 'noThreshold', points: -12 });
    expect(measure?.latest.overlapsRecall).toBe(false);
  });
});

describe('measures', () => {
  it('come in the order of their newest response, with all there are counted', () => {
    const responses = responsesOf([['2026-11-05', gad7, 10], phq(phq9, '2026-11-12', 12, 0)]);
    const { measures } = briefAt(NOW, { responses, responseCounts: { phq9: 40, gad7: 1 } });
    expect(measures.map(({ instrumentId, totalCount }) => [instrumentId, totalCount])).toEqual([
      ['phq9', 40],
      ['gad7', 1],
    ]);
  });
});

describe('check-ins', () => {
  const done = { openedAt: NOW, completedAt: NOW, answeredItems: 9 };
  const { completion } = briefAt(NOW, {
    checkIns: [
      aCheckIn(phq9, '2026-11-18', '2026-11-25'),
      aCheckIn(phq9, '2026-11-13', '2026-11-20'),
      aCheckIn(phq9, '2026-11-12', '2026-11-19', { openedAt: NOW, answeredItems: 4 }),
      aCheckIn(gad7, '2026-11-05', '2026-11-12', { openedAt: NOW }),
      aCheckIn(phq9, '2026-10-29', '2026-11-05', done),
    ],
  });

  it('are missed from the day after they were due', () => {
    expect(completion).toMatchObject({ sent: 5, completed: 1 });
    expect(completion.missed.map(({ dueOn }) => dueOn)).toEqual(['2026-11-19', '2026-11-12']);
    expect(completion.outstanding.map(({ dueOn }) => dueOn)).toEqual(['2026-11-25', '2026-11-20']);
  });

  it('are unfinished from the first answer on, not from opening', () => {
    expect(completion.unfinished.map(({ dueOn }) => dueOn)).toEqual(['2026-11-19']);
  });

  it('that never reached the client are neither missed nor outstanding, and counted apart', () => {
    const never = { reached: false };
    const { sent, missed, outstanding, undelivered } = briefAt(NOW, {
      checkIns: [
        aCheckIn(gad7, '2026-11-05', '2026-11-12', never),
        aCheckIn(phq9, '2026-11-05', '2026-11-12'),
        aCheckIn(phq9, '2026-11-18', '2026-11-25', never),
      ],
    }).completion;
    expect([sent, outstanding]).toEqual([1, []]);
    expect(missed.map(({ instrumentId }) => instrumentId)).toEqual(['phq9']);
    expect(undelivered.map(({ dueOn }) => dueOn)).toEqual(['2026-11-25', '2026-11-12']);
  });

  it('of which a server says nothing about reaching count as it counted them', () => {
    const { reached: _unknown, ...checkIn } = aCheckIn(phq9, '2026-11-05', '2026-11-12');
    const { completion: counted } = briefAt(NOW, { checkIns: [checkIn] });
    expect(counted).toMatchObject({ sent: 1, missed: [checkIn], undelivered: [] });
  });

  it('are judged on the practice’s day, not on that of the server', () => {
    const evening = inWinter('2026-11-20', '23:30');
    const checkIns = [aCheckIn(phq9, '2026-11-13', '2026-11-20')];
    expect(evening.slice(0, 10)).toBe('2026-11-21');
    expect(briefAt(evening, { checkIns }).completion.missed).toEqual([]);
  });
});

describe('alerts', () => {
  const responses = responsesOf([
    phq(phq9, '2026-10-08', 8, 0),
    ['2026-10-08', gad7, 9],
    ['2026-10-22', gad7, 10],
    phq(phq9, '2026-11-05', 15, 0),
    phq(phq9, '2026-11-19', 15, 1),
  ]);
  const alerts = alertsOf(responses);

  it('stand most urgent first, safety before score, and the newest first', () => {
    expect(rules(briefAt(NOW, { responses, alerts }).openAlerts)).toEqual([
      'S1 urgent',
      'C2 urgent',
      'C1 review',
      'C3 review',
      'C4 review',
      'C3 info',
    ]);
  });

  it('since the last look are those to which something happened', () => {
    const brief = briefAt(NOW, {
      responses,
      alerts,
      lastLookedAt: inWinter('2026-11-10', '09:00'),
    });
    expect(rules(brief.alertsSinceLook)).toEqual(['S1 urgent', 'C2 urgent']);
  });

  it('count as news when they were acknowledged or resolved, also without new evidence', () => {
    const [first, second] = alerts.filter(({ rule }) => rule === 'C3');
    if (first === undefined || second === undefined) throw new Error('two alerts expected');
    const at = inWinter('2026-11-20', '08:00');
    const acknowledged: Alert = {
      ...first,
      status: 'acknowledged',
      acknowledgement: {
        by: 'Dr. Example',
        at,
        action: 'notUseful',
        words: 'Not useful',
        sentence: null,
      },
    };
    const resolved: Alert = { ...second, status: 'resolved', resolvedAt: at };
    const quiet: Alert = { ...resolved, alertId: 'quiet' as AlertId, resolvedAt: null };
    const brief = briefAt(NOW, {
      alerts: [acknowledged, resolved, quiet],
      lastLookedAt: inWinter('2026-11-19', '09:00'),
    });
    expect(brief.alertsSinceLook).toHaveLength(2);
    expect(brief.openAlerts).toEqual([]);
  });
});
