import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { comparison } from '#shared/charts/compare/comparison.ts';
import { chartContext } from '#shared/charts/context.ts';
import { drawing } from '#shared/charts/drawing.ts';
import type { At, Drawing, Plot, Words } from '#shared/charts/instructions.ts';
import { thinned } from '#shared/charts/lay/thin.ts';
import { boxOf, overlap } from '#shared/charts/lay/words.ts';
import type { Measure } from '#shared/contracts/measure.ts';
import type { Observation } from '#shared/contracts/observation.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { measuresOf } from '#shared/measures/of-instrument.ts';
import { aTrend, contextOf, PHQ9 } from '#test/unit/shared/charts/a-chart.ts';
import { anyBrief } from './briefs.ts';
import { anyCare, anyObservations, withTotals } from './courses.ts';

const anySize = fc.record({
  width: fc.integer({ min: 240, max: 700 }),
  height: fc.integer({ min: 110, max: 300 }),
});

/** Every drawing of a brief: totals, subscales, screens, own ratings, totals brought along. */
const anyDrawings: fc.Arbitrary<Drawing[]> = fc
  .tuple(anyBrief, anySize)
  .map(([brief, size]) =>
    brief.measures.map((trend) => drawing(trend, chartContext(brief, trend, size))),
  );

function places({ marks, paths, valueTicks, dateTicks, events, baseline }: Drawing): At[] {
  return [
    ...marks,
    ...paths.flatMap(({ points }) => points),
    ...[...valueTicks, ...dateTicks].map(({ x, y }) => ({ x, y })),
    ...events.flatMap(({ x, top, bottom, name }) => [
      { x, y: top },
      { x, y: bottom },
      ...(name === null ? [] : [name]),
    ]),
    ...(baseline === null ? [] : [baseline]),
  ];
}

it('everything drawn lies inside the box, and every mark inside the plot', () => {
  fc.assert(
    fc.property(anyDrawings, (drawings) => {
      for (const drawn of drawings) {
        const { width, height, plot } = drawn;
        for (const { x, y } of places(drawn)) {
          expect(x >= 0 && x <= width && y >= 0 && y <= height, `${x} ${y}`).toBe(true);
        }
        for (const { x, y } of drawn.marks) {
          expect(x >= plot.left && x <= plot.right && y >= plot.top && y <= plot.bottom).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});

it('words never overlap words of their kind, and there is always a date', () => {
  fc.assert(
    fc.property(anyDrawings, (drawings) => {
      for (const { dateTicks, valueTicks, events, width } of drawings) {
        expect(dateTicks.length).toBeGreaterThan(0);
        const names = events.flatMap(({ name }) => name ?? []);
        for (const words of [dateTicks, names] satisfies (readonly Words[])[]) {
          const boxes = words.map(boxOf);
          for (const [place, box] of boxes.entries()) {
            expect(box.left).toBeGreaterThanOrEqual(-0.001);
            expect(box.right).toBeLessThanOrEqual(width + 0.001);
            for (const other of boxes.slice(place + 1)) expect(overlap(box, other)).toBe(false);
          }
        }
        const rows = valueTicks.map(({ y }) => y).toSorted((one, other) => one - other);
        for (const [place, y] of rows.entries()) {
          if (place > 0) expect(y - (rows[place - 1] ?? y)).toBeGreaterThanOrEqual(11 - 1e-9);
        }
      }
    }),
    { numRuns: 150 },
  );
});

it('the order of answers is kept, and each stands where its score and day belong', () => {
  fc.assert(
    fc.property(anyDrawings, (drawings) => {
      for (const { marks } of drawings) {
        for (const [place, mark] of marks.entries()) {
          const before = marks[place - 1];
          if (before === undefined) continue;
          expect(before.on <= mark.on).toBe(true);
          expect(before.x <= mark.x).toBe(true);
          if (before.displayed === null || mark.displayed === null) continue;
          expect(Math.sign(before.y - mark.y)).toBe(Math.sign(mark.displayed - before.displayed));
        }
      }
    }),
    { numRuns: 150 },
  );
});

it('the bands of every measure tile its range', () => {
  const banded = INSTRUMENTS.flatMap(measuresOf).filter(({ bands }) => bands.length > 0);
  expect(banded.length).toBeGreaterThan(10);
  for (const measure of banded) {
    const { range } = measure;
    if (range === null) continue;
    const score = { responseId: 'r', on: '2026-01-05', submittedAt: '2026-01-05T12:00:00.000Z' };
    const one = { ...score, version: measure.version, corrects: null, total: range.min };
    const observation = { ...one, displayed: range.min, band: null } as unknown as Observation;
    const { bands, plot } = drawing(aTrend([observation], { measure }), contextOf());
    let bottom = plot.bottom;
    for (const band of bands) {
      expect(band.y + band.height, `${measure.id} ${band.label}`).toBeCloseTo(bottom, 6);
      expect(band.height).toBeGreaterThan(0);
      bottom = band.y;
    }
    expect(bottom, measure.id).toBeCloseTo(plot.top, 6);
  }
});

/** Expects two places to be the same but for rounding; both may be missing. */
function close(one: number | undefined, other: number | undefined): void {
  expect(one ?? -1).toBeCloseTo(other ?? -1, 6);
}

function heightOf({ top, bottom }: Plot): number {
  return bottom - top;
}

/** How far down a plot something lies, 0 to 1. */
function shareOf(y: number, plot: Plot): number {
  return (y - plot.top) / heightOf(plot);
}

/** The lowest and the highest of some places. */
function extremes(some: readonly At[]): readonly number[] {
  return [
    some.reduce((most, { y }) => Math.max(most, y), -1),
    some.reduce((least, { y }) => Math.min(least, y), 101),
  ];
}

/** The PHQ-9 told the other way round. */
const MIRRORED: Measure = {
  ...PHQ9,
  direction: 'higherBetter',
  bands: PHQ9.bands
    .map(({ min, max, label }) => ({ min: 27 - max, max: 27 - min, label }))
    .toReversed(),
  cutOffs: PHQ9.cutOffs.map((cutOff) => ({ ...cutOff, value: 27 - cutOff.value, op: '<=' })),
};

it('a measure told the other way round is drawn upside down, and compared just the same', () => {
  fc.assert(
    fc.property(
      anyObservations.filter((all) => all.some(({ version }) => version === PHQ9.version)),
      anyCare,
      (all, care) => {
        const given = all.filter(({ version }) => version === PHQ9.version);
        const [one, other] = [
          aTrend(given, { care }),
          aTrend(
            withTotals(given, (total) => 27 - total),
            { measure: MIRRORED, care },
          ),
        ];
        const [up, down] = [drawing(one, contextOf()), drawing(other, contextOf())];
        // The words above a plot differ by a letter, and so may its height.
        const turned = (y: number) => down.plot.bottom - shareOf(y, up.plot) * heightOf(down.plot);
        for (const [place, mark] of up.marks.entries()) {
          close(down.marks[place]?.x, mark.x);
          const y = mark.displayed === null ? mark.y : turned(mark.y);
          close(down.marks[place]?.y, y);
        }
        close(down.cutOff?.y, up.cutOff === null ? undefined : turned(up.cutOff.y));
        for (const band of up.bands) {
          const same = down.bands.find(({ label }) => label === band.label);
          expect(same?.rank).toBe(band.rank);
          close(same?.y, turned(band.y + band.height));
        }
        if (up.corridor !== null) {
          close(down.corridor?.y, turned(up.corridor.y + up.corridor.height));
        }
        const heights = [one, other].map((trend) =>
          comparison([trend, trend], contextOf())?.lines.map(({ marks }) =>
            marks.map((mark) => mark.y),
          ),
        );
        expect(heights[1]).toEqual(heights[0]);
      },
    ),
    { numRuns: 200 },
  );
});

it('thinning keeps ends, extremes and order, and a number that the width bounds', () => {
  const anyPlaces = fc
    .array(fc.record({ x: fc.nat({ max: 300 }), y: fc.nat({ max: 100 }) }), { maxLength: 2000 })
    .map((all) => all.toSorted((one, other) => one.x - other.x));
  fc.assert(
    fc.property(anyPlaces, (all) => {
      const left = thinned(all, () => false);
      expect(left.length).toBeLessThanOrEqual(4 * 76);
      expect([left[0], left.at(-1)]).toEqual([all[0], all.at(-1)]);
      expect(extremes(left)).toEqual(extremes(all));
      const order = new Map(all.map((place, index) => [place, index]));
      const indexes = left.map((place) => order.get(place) ?? -1);
      expect(indexes).toEqual(indexes.toSorted((one, other) => one - other));
    }),
    { numRuns: 200 },
  );
});
