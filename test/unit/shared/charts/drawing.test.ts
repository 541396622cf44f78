import { describe, expect, it } from 'vitest';
import type { Mark } from '#shared/charts/instructions.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { CareEvent } from '#shared/contracts/care-event.ts';
import { dayOf, IN_CARE, lineId, observed, observedLine, weekly } from '#test/support/a-line.ts';
import { drawn, known, PHQ9 } from './a-chart.ts';

function shapes(marks: readonly Mark[]) {
  return marks.map(({ shape, displayed }) => [shape, displayed]);
}

function event(days: number, label: string): CareEvent {
  return { eventId: label, on: dayOf(days), kind: 'medication', label };
}

const COURSE = observedLine([
  [0, 18],
  [10, 17],
  [100, 8],
]);

describe('the axes', () => {
  it('are true in time: ninety days are nine times as wide as ten', () => {
    const [first, second, third] = drawn(COURSE).marks.map(({ x }) => x);
    expect(((third ?? 0) - (second ?? 0)) / ((second ?? 0) - (first ?? 0))).toBeCloseTo(9, 5);
  });

  it('show the whole range with the cut-off, so that a small change never looks large', () => {
    expect(drawn(COURSE).valueTicks.map(({ words }) => words)).toEqual(['0', '10', '27']);
  });

  it('put higher scores higher in either direction, and say which way is worse', () => {
    const better = drawn(COURSE, { measure: known('rses') });
    const worse = drawn(COURSE);
    for (const { marks } of [better, worse]) expect(marks[0]?.y).toBeLessThan(marks[2]?.y ?? 0);
    expect(worse.direction).toMatchObject({ worse: 'up', words: '↑ higher is worse' });
    expect(better.direction).toMatchObject({ worse: 'down', words: '↑ higher is better' });
  });

  it('name months where days have no room, and the year where it is not this one', () => {
    const words = drawn(COURSE, {}, { today: dayOf(800) }).dateTicks.map((tick) => tick.words);
    expect(words).toEqual(['Feb 2026', 'Mar', 'Apr']);
  });
});

describe('the levels', () => {
  const { bands, cutOff, corridor, baseline, plot } = drawn(COURSE);
  const point = (plot.bottom - plot.top) / 27;

  it('are bands from the best to the worst, of which every score belongs to one', () => {
    expect(bands.map(({ label, rank }) => [label, rank])).toEqual(
      PHQ9.bands.map(({ label }, rank) => [label, rank]),
    );
    expect(bands[1]?.height).toBeCloseTo(5 * point, 5);
  });

  it('divide between 9 and 10 at a cut-off of "at least 10", where the band begins as well', () => {
    expect(cutOff).toMatchObject({ value: 10, op: '>=' });
    expect(cutOff?.y).toBeCloseTo(plot.bottom - 9.5 * point, 5);
    expect(cutOff?.y).toBeCloseTo(bands[1]?.y ?? 0, 5);
  });

  it('are a corridor of six points to each side of the baseline, from its day on', () => {
    expect(corridor).toMatchObject({ low: 12, high: 24, x: baseline?.x });
    expect(corridor?.height).toBeCloseTo(12 * point, 5);
  });

  it('are cut at the ends of the scale', () => {
    const low = drawn(weekly([2, 3]));
    const { y = 0, height = 0 } = low.corridor ?? {};
    expect(y + height).toBeCloseTo(low.plot.bottom, 5);
    expect(low.corridor?.low).toBe(-4);
  });

  it('leave the corridor out where no change is judged', () => {
    expect(drawn(weekly([20, 40]), { measure: known('cesd') }).corridor).toBeNull();
  });

  it('divide at a value that no total can have where it stands', () => {
    const { cutOff: line, bands: two } = drawn(weekly([40, 60]), { measure: known('csi16') });
    expect(line?.value).toBe(51.5);
    expect(line?.y).toBeCloseTo(two[1]?.y === undefined ? 0 : two[1].y + two[1].height, 5);
    expect(two.map(({ rank }) => rank)).toEqual([1, 0]);
  });
});

describe('the line', () => {
  it('is broken where an answer has no score, which stands on the ground', () => {
    const { paths, marks, plot } = drawn([
      ...weekly([18, 17]),
      observed(3, 14, null),
      observed(4, 21, 12),
      observed(5, 28, 11),
    ]);
    expect(paths.map(({ points }) => points.length)).toEqual([2, 2]);
    expect(shapes(marks)[2]).toEqual(['unscored', null]);
    expect(marks[2]?.y).toBeGreaterThan(plot.bottom - 10);
  });

  it('is broken wherever answers may have been left out, not only after the first', () => {
    const { paths } = drawn(weekly([18, 17, 12, 11, 10]), { heldSince: dayOf(14) });
    expect(paths.map(({ points }) => points.length)).toEqual([3]);
    expect(drawn(weekly([18, 17, 12])).paths.map(({ points }) => points.length)).toEqual([3]);
  });

  it('is broken where a new episode begins, which is marked', () => {
    const care = { ...IN_CARE, startedOn: [dayOf(60)] };
    const { paths, events, corridor, marks } = drawn(COURSE, { care });
    expect(paths.map(({ points }) => points.length)).toEqual([2]);
    expect(events).toMatchObject([{ kind: 'newEpisode', label: 'new episode', on: dayOf(46) }]);
    expect(corridor?.x).toBe(marks[2]?.x);
  });

  it('goes through what counts on a day with two scores; the other is drawn beside it', () => {
    const { paths, marks } = drawn([
      ...weekly([18]),
      observed(2, 7, 14),
      observed(3, 7, 15, { submittedAt: '2026-01-12T20:00:00.000Z' as Instant }),
    ]);
    expect(shapes(marks)).toEqual([
      ['score', 18],
      ['sameDay', 14],
      ['score', 15],
    ]);
    expect(marks[1]?.said).toContain('a later answer of that day counts');
    expect(paths[0]?.points.at(-1)).toEqual({ x: marks[2]?.x, y: marks[2]?.y });
  });

  it('leaves a corrected score standing, joined to nothing', () => {
    const { paths, marks } = drawn([
      ...weekly([18, 25]),
      observed(3, 7, 12, { corrects: lineId(2) }),
    ]);
    expect(shapes(marks)).toContainEqual(['superseded', 25]);
    expect(marks.find(({ shape }) => shape === 'superseded')?.said).toContain('corrected since');
    expect(paths[0]?.points).toHaveLength(2);
  });

  it('takes dates in any order', () => {
    expect(drawn(COURSE.toReversed()).marks).toEqual(drawn(COURSE).marks);
  });

  it('fills the newest score only, and rings the baseline', () => {
    const { marks } = drawn(COURSE);
    expect(marks.map(({ isLatest }) => isLatest)).toEqual([false, false, true]);
    expect(marks.map(({ isBaseline }) => isBaseline)).toEqual([true, false, false]);
  });
});

describe('what is marked', () => {
  it('is an event of the time between the answers or shortly before or after', () => {
    const events = [event(-200, 'long ago'), event(-20, 'shortly before'), event(50, 'begun')];
    expect(drawn(COURSE, {}, { events }).events.map(({ label }) => label)).toEqual([
      'shortly before',
      'begun',
    ]);
  });

  it('has words that touch no others; where there is no room there are none, and the line stays', () => {
    const events = [0, 1, 2, 3, 4].map((day) => event(50 + day, `a rather long word ${day}`));
    const lines = drawn(COURSE, {}, { events }).events;
    expect(lines).toHaveLength(5);
    expect(lines.filter(({ name }) => name === null)).toHaveLength(2);
    expect(new Set(lines.flatMap(({ name }) => name?.y ?? [])).size).toBe(3);
  });

  it('are scores that the EHR shows, judged by nothing and joined to nothing', () => {
    const external = [
      {
        measureId: 'phq9',
        on: dayOf(50),
        displayed: 14,
        shownBy: 'simplepractice' as const,
        readAt: '2026-03-01T12:00:00.000Z' as Instant,
      },
    ];
    const { marks, paths } = drawn(COURSE, { external });
    expect(shapes(marks)[2]).toEqual(['external', 14]);
    expect(marks[2]?.said).toBe(
      '24 Feb 2026: 14/27, shown by SimplePractice, judged by nothing here',
    );
    expect(paths[0]?.points).toHaveLength(3);
  });

  it('are the stretches in which two answers are about the same days', () => {
    const { overlaps, marks } = drawn(weekly([18, 17, 16]));
    expect(overlaps).toMatchObject([{ from: marks[0]?.x, to: marks[2]?.x }]);
    expect(
      drawn(
        observedLine([
          [0, 18],
          [14, 17],
        ]),
      ).overlaps,
    ).toEqual([]);
  });

  it('are scores after the session, on the line and beside it', () => {
    const later = [{ on: dayOf(110), displayed: 20 }];
    const { marks, paths, events } = drawn(COURSE, {}, { sessionOn: dayOf(20), later });
    expect(marks.map(({ isAfterSession }) => isAfterSession)).toEqual([false, false, true, true]);
    expect(paths.map(({ kind }) => kind)).toEqual(['course', 'afterSession']);
    expect(shapes(marks).at(-1)).toEqual(['later', 20]);
    expect(events).toMatchObject([{ kind: 'session', on: dayOf(20) }]);
  });
});

describe('odd lines', () => {
  it('of one answer stand in the middle with one date', () => {
    const { marks, plot, paths, dateTicks } = drawn(weekly([10]));
    expect(marks[0]?.x).toBe((plot.left + plot.right) / 2);
    expect(paths).toEqual([]);
    expect(dateTicks).toHaveLength(1);
  });

  it('without any score still have an axis', () => {
    const { marks, valueTicks, baseline } = drawn([observed(1, 0, null)], { measure: null });
    expect(shapes(marks)).toEqual([['unscored', null]]);
    expect(valueTicks).toHaveLength(2);
    expect(baseline).toBeNull();
  });

  it('of a measure without a range go from the lowest to the highest score, and say so', () => {
    const own = { ...PHQ9, range: null, bands: [], cutOffs: [], reliableChange: null };
    const { valueTicks, isScaleKnown, bands } = drawn(weekly([41, 71]), { measure: own });
    expect(valueTicks.map(({ words }) => words)).toEqual(['41', '71']);
    expect(isScaleKnown).toBe(false);
    expect(bands).toEqual([]);
    const level = drawn(weekly([5, 5, 5]), { measure: own });
    expect(level.marks[0]?.y).toBeCloseTo((level.plot.top + level.plot.bottom) / 2, 5);
  });

  it('of a version that this build does not hold are drawn without any claim', () => {
    const { marks, direction, corridor, cutOff } = drawn(weekly([18, 4]), { measure: null });
    expect(marks).toHaveLength(2);
    expect([direction, corridor, cutOff]).toEqual([null, null, null]);
  });

  it('show a mean with its decimals', () => {
    const mean = { ...known('rses'), range: { min: 1, max: 6 }, step: 0.1, bands: [] };
    const { marks } = drawn([observed(1, 0, 3.43, { displayed: 3.4 })], { measure: mean });
    expect(marks[0]?.said).toBe('5 Jan 2026: 3.4/6; baseline');
  });
});
