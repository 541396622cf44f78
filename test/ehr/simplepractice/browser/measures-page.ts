import { paddedDate } from '../../dates.ts';
import type { ScoredMeasure } from '../api.ts';
import { read } from './data.ts';
import { component, el } from './dom.ts';
import type { Page } from './page.ts';

/** What the EHR itself has scored of a client, newest first. */
export async function measuresPage(hash: string): Promise<Page | null> {
  const measures = await read<readonly ScoredMeasure[]>(`clients/${hash}/measures`);
  if (measures === null) return null;
  const head = el(
    'tr',
    {},
    ...['Measure', 'Score', 'Completed'].map((name) => el('th', { scope: 'col' }, name)),
  );
  return {
    element: component(
      'section',
      { class: 'card' },
      el('h2', {}, 'Measures'),
      el(
        'table',
        { class: 'measures-table' },
        el('thead', {}, head),
        el('tbody', {}, ...measures.map(measureRow)),
      ),
    ),
  };
}

function measureRow({ measure, score, outOf, date }: ScoredMeasure): HTMLElement {
  const shown = outOf === null ? String(score) : `${score} / ${outOf}`;
  return el('tr', {}, ...[measure, shown, paddedDate(date)].map((text) => el('td', {}, text)));
}
