import { expect, it } from 'vitest';
import { chartContext } from '#shared/charts/context.ts';
import { drawing } from '#shared/charts/drawing.ts';
import { tableRows } from '#shared/charts/said/rows.ts';
import { asq } from '#shared/instruments/data/asq.ts';
import { briefAt, inWinter, responsesOf } from '../a-brief.ts';

const brief = briefAt(inWinter('2026-11-20', '18:58'), {
  responses: responsesOf([
    ['2026-08-05', asq, [0, 0, 0, 0, null]],
    ['2026-09-05', asq, [1, 0, 0, 0, 1]],
    ['2026-10-05', asq, [1, 0, 0, 0, 0]],
  ]),
});
const [trend] = brief.measures;
if (trend === undefined) throw new Error('a line is expected');
const context = chartContext(brief, trend, { width: 368, height: 152 });

it('a screen has a row for each finding, the most urgent on top, and no line between them', () => {
  const { marks, valueTicks, paths, corridor, cutOff, direction } = drawing(trend, context);
  expect(marks.map(({ shape, displayed }) => [shape, displayed])).toEqual([
    ['finding', null],
    ['finding', null],
    ['finding', null],
  ]);
  expect(valueTicks.map(({ words }) => words)).toEqual([
    'negative screen',
    'non-acute positive screen',
    'acute positive screen',
  ]);
  const [negative = 0, acute = 0, nonAcute = 0] = marks.map(({ y }) => y);
  expect(acute).toBeLessThan(nonAcute);
  expect(nonAcute).toBeLessThan(negative);
  expect([paths, corridor, cutOff, direction]).toEqual([[], null, null, null]);
});

it('says the finding in the drawing and in the table, in its owner’s words', () => {
  expect(drawing(trend, context).marks.at(-1)?.said).toBe('5 Oct 2026: non-acute positive screen');
  expect(tableRows(trend, context).map(({ score }) => score)).toEqual([
    'non-acute positive screen',
    'acute positive screen',
    'negative screen',
  ]);
});
