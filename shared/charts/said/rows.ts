import { dateInWords } from '../../contracts/calendar.ts';
import type { MeasureTrend } from '../../contracts/measure-line.ts';
import { itemsInWords, noTotalInWords } from '../../words/measures.ts';
import { numberInWords } from '../../words/numbers.ts';
import { type Candidate, candidatesOf } from '../candidates.ts';
import type { ChartContext } from '../context.ts';
import { remarksOn } from './score-said.ts';

/** A row of the table that says what the chart shows. */
export interface Row {
  readonly key: string;
  /** `19 Nov 2026`. */
  readonly date: string;
  /** The score, what was found, or that there is none. */
  readonly score: string;
  /** The severity band; a dash where there is none. */
  readonly range: string;
  readonly remarks: readonly string[];
}

const NO_RANGE = '–';

/** Everything that the chart is drawn from, newest first; nothing is thinned. */
export function tableRows(trend: MeasureTrend, context: ChartContext): Row[] {
  return candidatesOf(trend, context)
    .map((candidate) => rowOf(candidate, trend))
    .toReversed();
}

function rowOf(candidate: Candidate, trend: MeasureTrend): Row {
  const { key, on, displayed, score, shape, isAfterSession, remark } = candidate;
  return {
    key,
    date: dateInWords(on, { year: true }),
    score: displayed === null ? noTotalInWords(candidate) : numberInWords(displayed),
    range: score?.band ?? NO_RANGE,
    remarks: [
      ...(score?.isNew === true ? ['new'] : []),
      ...(score === null ? [remark] : remarksOn(score, trend, shape)),
      ...(score !== null && displayed === null && score.missingItems.length > 0
        ? [`${itemsInWords(score.missingItems)} not answered`]
        : []),
      ...(isAfterSession && score !== null ? ['after the session'] : []),
    ],
  };
}
