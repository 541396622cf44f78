import { describe, expect, it } from 'vitest';
import type { CareFacts } from '#shared/contracts/episode.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { careSince, episodesOfCare } from '#shared/trajectory/episodes.ts';
import { trajectory } from '#shared/trajectory/trajectory.ts';
import { dayOf, lineId, observed, observedLine } from '#test/support/a-line.ts';

/** Episodes as `[begins, ends, because]`, days counted from the first. */
function divided(days: readonly number[], care: CareFacts) {
  return episodesOfCare(days.map(dayOf), care, 180).map(({ beginsOn, endsOn, because }) => [
    beginsOn,
    endsOn,
    because,
  ]);
}

describe('episodes of care', () => {
  it('begin 14 days before care, for the forms of intake', () => {
    expect(divided([-14, 0, 20], { inCareSince: dayOf(0) })).toEqual([[dayOf(-14), null, 'care']]);
  });

  it('what is older was another time', () => {
    expect(divided([-15, 0], { inCareSince: dayOf(0) })).toEqual([
      [dayOf(-15), dayOf(-15), 'earlier'],
      [dayOf(-14), null, 'care'],
    ]);
  });

  it('are there without any measurement', () => {
    expect(divided([], { inCareSince: dayOf(0) })).toEqual([[dayOf(-14), null, 'care']]);
  });

  it('begin anew after more than 180 days without any contact', () => {
    expect(divided([0, 180], { inCareSince: dayOf(0) })).toHaveLength(1);
    expect(divided([0, 181], { inCareSince: dayOf(0) })).toEqual([
      [dayOf(-14), dayOf(180), 'care'],
      [dayOf(181), null, 'gap'],
    ]);
  });

  it('go on through a gap that other measures bridge', () => {
    const care = { inCareSince: dayOf(0), contactOn: [dayOf(100), dayOf(250)] };
    expect(divided([0, 300], care)).toHaveLength(1);
  });

  it('do not count the time from the beginning of care to the first contact as a gap', () => {
    expect(divided([300], { inCareSince: dayOf(0) })).toHaveLength(1);
  });

  it('end with care, that day included, and begin with the next contact', () => {
    const care = { inCareSince: dayOf(0), endedOn: [dayOf(90)] };
    expect(divided([0, 90], care)).toEqual([[dayOf(-14), dayOf(90), 'care']]);
    expect(divided([0, 90, 91], care)).toEqual([
      [dayOf(-14), dayOf(90), 'care'],
      [dayOf(91), null, 'afterEnd'],
    ]);
  });

  it('begin when care begins again, but not before the former one had ended', () => {
    const care = { inCareSince: dayOf(100), startedOn: [dayOf(0)], endedOn: [dayOf(90)] };
    expect(divided([0, 90, 95, 110], care)).toEqual([
      [dayOf(-14), dayOf(90), 'care'],
      [dayOf(91), null, 'care'],
    ]);
  });

  it('take an end and a beginning on one day for a handing over', () => {
    const care = { inCareSince: dayOf(90), startedOn: [dayOf(0)], endedOn: [dayOf(90)] };
    expect(divided([0, 80, 90, 100], care)).toEqual([
      [dayOf(-14), dayOf(75), 'care'],
      [dayOf(76), null, 'care'],
    ]);
  });

  it('declared a few days apart do not take each other’s days', () => {
    const care = { inCareSince: dayOf(5), startedOn: [dayOf(0), dayOf(5)] };
    expect(divided([0, 1, 6], care)).toEqual([
      [dayOf(-14), dayOf(0), 'care'],
      [dayOf(1), null, 'care'],
    ]);
  });

  it('an end before any care ended nothing', () => {
    expect(divided([0], { inCareSince: dayOf(0), endedOn: [dayOf(-300)] })).toEqual([
      [dayOf(-14), null, 'care'],
    ]);
  });
});

describe('the baseline', () => {
  const line = observedLine([
    [0, 20],
    [14, 12],
    [300, 15],
    [314, 14],
    [328, 9],
  ]);

  it('is the first score of each episode, and judgements are about the present one', () => {
    const { episodes, baseline, sinceBaseline } = trajectory(line, phq9, {
      care: { inCareSince: dayOf(0) },
    });
    expect(episodes.map((one) => [one.because, one.count, one.baseline?.total])).toEqual([
      ['care', 2, 20],
      ['gap', 3, 15],
    ]);
    expect(baseline?.total).toBe(15);
    expect(sinceBaseline).toMatchObject({ points: -6, category: 'reliableImprovement' });
  });

  it('is the one that the clinician chose, the last choice of an episode', () => {
    const care = {
      inCareSince: dayOf(0),
      chosenBaselines: [lineId(2), lineId(3), lineId(4)],
    };
    const { episodes, baseline, sinceBaseline, onTrack } = trajectory(line, phq9, { care });
    expect(episodes.map((one) => [one.baseline?.total, one.baselineChosen])).toEqual([
      [12, true],
      [14, true],
    ]);
    expect(baseline?.total).toBe(14);
    expect(sinceBaseline).toMatchObject({ points: -5, category: 'noReliableChange' });
    expect(onTrack).toMatchObject({ status: 'tooEarly', measurements: 2 });
  });

  it('chosen and corrected since is its correction', () => {
    const corrected = observed(9, 314, 13, { corrects: lineId(4) });
    const care = { inCareSince: dayOf(0), chosenBaselines: [lineId(4)] };
    const { baseline } = trajectory([...line, corrected], phq9, { care });
    expect(baseline).toMatchObject({ responseId: lineId(9), total: 13 });
  });

  it('may be an earlier score of the same day when the clinician says so', () => {
    const sameDay = observed(9, 300, 19);
    const care = { inCareSince: dayOf(0), chosenBaselines: [lineId(3)] };
    const { baseline, points } = trajectory([...line, sameDay], phq9, { care });
    expect(points.find(({ responseId }) => responseId === lineId(3))?.use).toBe('sameDay');
    expect(baseline?.total).toBe(15);
    expect(
      trajectory([...line, sameDay], phq9, { care: { inCareSince: dayOf(0) } }).baseline,
    ).toMatchObject({ total: 19 });
  });

  it('chosen is followed by the scores that count, one a day', () => {
    const twice = [
      observed(1, 0, 20),
      observed(2, 14, 18),
      observed(3, 28, 16),
      observed(4, 28, 15),
    ];
    const care = { inCareSince: dayOf(0), chosenBaselines: [lineId(1)] };
    expect(trajectory(twice, phq9, { care }).onTrack).toMatchObject({
      status: 'tooEarly',
      measurements: 3,
    });
  });

  it('stays the first score when the choice is not on this line', () => {
    const other = observed(9, 301, 25, { version: 7 });
    const care = { inCareSince: dayOf(0), chosenBaselines: [lineId(9), lineId(77)] };
    const { baseline, episodes } = trajectory([...line, other], phq9, { care });
    expect(baseline?.total).toBe(15);
    expect(episodes.at(-1)?.baselineChosen).toBe(false);
  });

  it('is missing from an episode without a score: nothing is compared with older times', () => {
    const judged = trajectory(line, phq9, {
      care: { inCareSince: dayOf(400), startedOn: [dayOf(0)] },
    });
    expect(judged.points).toHaveLength(5);
    expect(judged.episodes.at(-1)).toMatchObject({ count: 0, baseline: null });
    expect(judged).toMatchObject({
      baseline: null,
      previous: null,
      latest: null,
      corridor: null,
      sinceBaseline: { status: 'notJudged', reason: 'noScore' },
      significance: null,
      outcome: null,
      relapse: null,
      improvement: { status: 'notJudged' },
      trend: { status: 'tooEarly', have: 0 },
      onTrack: { status: 'notJudged', reason: 'noScore' },
    });
  });
});

/** The first day of care that began on day 0, seen from a later day. */
function since(care: Omit<CareFacts, 'inCareSince'>, asOf: number) {
  return careSince({ ...care, inCareSince: dayOf(0) }, dayOf(asOf));
}

describe('the present care', () => {
  it('began when it last began, as far as that has come', () => {
    expect(since({ startedOn: [dayOf(50), dayOf(20)] }, 60)).toBe(dayOf(50));
    expect(since({ startedOn: [dayOf(50), dayOf(20)] }, 50)).toBe(dayOf(50));
    expect(since({ startedOn: [dayOf(50), dayOf(20)] }, 49)).toBe(dayOf(20));
  });

  it('is over with the day on which it ended, until it begins again', () => {
    expect(since({ endedOn: [dayOf(30)] }, 29)).toBe(dayOf(0));
    expect(since({ endedOn: [dayOf(30)] }, 30)).toBe(dayOf(31));
    expect(since({ endedOn: [dayOf(30)] }, 40)).toBe(dayOf(31));
    expect(since({ endedOn: [dayOf(30)], startedOn: [dayOf(35)] }, 40)).toBe(dayOf(35));
  });

  it('is handed over when it ended and began on one day', () => {
    expect(since({ endedOn: [dayOf(30)], startedOn: [dayOf(30)] }, 40)).toBe(dayOf(30));
  });
});
