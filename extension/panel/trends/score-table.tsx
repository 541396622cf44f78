import { leftOutCount } from '#shared/charts/candidates.ts';
import type { ChartContext } from '#shared/charts/context.ts';
import { directionSaid } from '#shared/charts/said/course-said.ts';
import { tableRows } from '#shared/charts/said/rows.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';

/** The chart as a table: the same answers, newest first. */
export function ScoreTable({
  measure,
  context,
}: {
  readonly measure: MeasureTrend;
  readonly context: ChartContext;
}) {
  return (
    <>
      <ScoreRows measure={measure} context={context} />
      <LeftOut measure={measure} />
    </>
  );
}

/** The table itself, on screen and on paper. */
export function ScoreRows({
  measure,
  context,
}: {
  readonly measure: MeasureTrend;
  readonly context: ChartContext;
}) {
  return (
    <table class="table scores">
      <caption class="only-heard">
        {measure.name}, newest first. {directionSaid(measure)}
      </caption>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">{measure.role === 'screen' ? 'Finding' : 'Score'}</th>
          <th scope="col">Range</th>
          <th scope="col">Remarks</th>
        </tr>
      </thead>
      <tbody>
        {tableRows(measure, context).map(({ key, date, score, range, remarks }) => (
          <tr key={key}>
            <th scope="row">{date}</th>
            <td>{score}</td>
            <td>{range}</td>
            <td>{remarks.join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What neither drawing nor table holds. */
export function LeftOut({ measure }: { readonly measure: MeasureTrend }) {
  const leftOut = leftOutCount(measure);
  const others = measure.otherVersionCount;
  return (
    <>
      {leftOut > 0 ? (
        <p class="soft">{leftOut} between the first and the others are not shown.</p>
      ) : null}
      {others > 0 ? (
        <p class="soft">{others} to another version of the form are not compared.</p>
      ) : null}
    </>
  );
}
