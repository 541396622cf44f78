import { dateInWords } from '#shared/contracts/calendar.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { itemsInWords, noTotalInWords } from '#shared/words/measures.ts';
import { Disclosure } from '../../ui/controls.tsx';

/** The chart as a table: the same answers, newest first. */
export function ScoreTable({ measure }: { readonly measure: MeasureTrend }) {
  const leftOut = measure.totalCount - measure.scores.length - measure.otherVersionCount;
  return (
    <Disclosure summary="As a table">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Score</th>
            <th scope="col">Range</th>
            <th scope="col">Remarks</th>
          </tr>
        </thead>
        <tbody>
          {measure.scores.toReversed().map((score) => (
            <tr key={score.submittedAt}>
              <th scope="row">{dateInWords(score.on, { year: true })}</th>
              <td>{score.displayed ?? noTotalInWords(score)}</td>
              <td>{score.band ?? '–'}</td>
              <td>{remarks(score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {leftOut > 0 ? (
        <p class="soft">{leftOut} between the first and the others are not shown.</p>
      ) : null}
      {measure.otherVersionCount > 0 ? (
        <p class="soft">
          {measure.otherVersionCount} to another version of the form are not compared.
        </p>
      ) : null}
    </Disclosure>
  );
}

function remarks(score: MeasureTrend['latest']): string {
  const parts = [
    ...(score.isNew ? ['new'] : []),
    ...(score.missingItems.length > 0 ? [`${itemsInWords(score.missingItems)} not answered`] : []),
    ...(score.prorated ? ['filled in by the measure’s rule'] : []),
    ...(score.overlapsRecall ? ['overlaps the time before'] : []),
  ];
  return parts.join('; ');
}
