import { unpaddedDate } from '../../dates.ts';
import { html, type Markup, NOTHING } from '../../server/markup.ts';

/** An outcome measure with its score, as the note shows it. */
export type ScoredMeasure = {
  readonly measure: string;
  /** As displayed: `14 / 27`, or words where there is no score. */
  readonly score: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
};

/** The element of a note that repeats outcome measures; nothing where there are none. */
export function measureScores(measures: readonly ScoredMeasure[]): Markup {
  if (measures.length === 0) return NOTHING;
  const rows = measures.map(
    ({ measure, score, date }) =>
      html`<tr><td>${measure}</td><td>${score}</td><td>${unpaddedDate(date)}</td></tr>`,
  );
  return html`<section class="card NoteElement">
<h2 for="OutcomeMeasures_10002">Outcome Measures</h2>
<table id="OutcomeMeasures_10002">
<thead><tr><th scope="col">Measure</th><th scope="col">Score</th><th scope="col">Date</th></tr></thead>
<tbody>${rows}</tbody>
</table>
</section>`;
}
