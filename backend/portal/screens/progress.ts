import { html } from 'hono/html';
import type { OwnPage, OwnProgress } from '#backend/care/client-page/page-care.ts';
import { numberInWords } from '#shared/words/numbers.ts';
import type { Markup } from '../../pages/page.ts';
import { dayFor, type Reader } from '../reader.ts';

/** Size of the drawing, in its own units; it grows with the page. */
const WIDTH = 320;
const HEIGHT = 120;
const MARGIN = 10;

/** How the client's measures went, in words or as a chart with its numbers. */
export function progress(reader: Reader, { progress: lines, progressAs, today }: OwnPage): Markup {
  const words = reader.say.mine;
  if (lines.length === 0) return html`<p class="soft">${words.noProgress}</p>`;
  return html`<ul class="plain">
    ${lines.map(
      (line) => html`<li>
        <strong lang="en">${line.name}</strong>
        <p>${words.changes[line.change]}</p>
        ${progressAs === 'chart' && line.scores.length > 1 ? chart(reader, line, today) : ''}
      </li>`,
    )}
  </ul>`;
}

/** Up is better whatever the measure's direction; the numbers stand beside it as they are. */
function chart(reader: Reader, line: OwnProgress, today: OwnPage['today']): Markup {
  const words = reader.say.mine;
  const places = placesOf(line);
  const path = places.map(({ x, y }) => `${x},${y}`).join(' ');
  const year = line.scores.some(({ on }) => on.slice(0, 4) !== today.slice(0, 4));
  return html`<svg
      class="course"
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label="${words.changes[line.change]}"
    >
      <polyline points="${path}" />
      ${places.map(({ x, y }) => html`<circle cx="${x}" cy="${y}" r="4" />`)}
    </svg>
    <p class="small soft">${words.upIsBetter}</p>
    <details>
      <summary>${words.numbers}</summary>
      <ul>
        ${line.scores.map(
          ({ on, displayed }) => html`<li>
            ${dayFor(reader, on, { year })}:
            ${words.score(numberInWords(displayed), numberInWords(line.max))}
          </li>`,
        )}
      </ul>
    </details>`;
}

/** Days in equal steps of time, scores over the measure's whole range. */
function placesOf({ scores, min, max, higherIsBetter }: OwnProgress) {
  const days = scores.map(({ on }) => Date.parse(on));
  const first = days[0] ?? 0;
  const span = Math.max(1, (days.at(-1) ?? 0) - first);
  return scores.map(({ displayed }, index) => {
    const share = (displayed - min) / (max - min);
    const along = scores.length === 1 ? 0.5 : ((days[index] ?? 0) - first) / span;
    const up = higherIsBetter ? share : 1 - share;
    return {
      x: Math.round(MARGIN + along * (WIDTH - 2 * MARGIN)),
      y: Math.round(HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)),
    };
  });
}
