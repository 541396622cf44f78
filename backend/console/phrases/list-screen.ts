import { html } from 'hono/html';
import type { PhraseTemplate } from '#shared/contracts/phrase-template.ts';
import type { Markup } from '../../pages/page.ts';
import { SECTION_WORDS, SHAPE_WORDS } from './words.ts';

/** Every sentence of the practice's own that Updates can hold. */
export function phrasesScreen(phrases: readonly PhraseTemplate[], saved: boolean): Markup {
  return html`<h1>Phrases</h1>
    ${saved ? html`<p class="note" role="status">Saved. New Updates hold it.</p>` : ''}
    <p>
      The practice’s own sentences for Clinical Updates. They stand in texts for the chart and for
      supervision, never in a letter to a client. What no Update says, no phrase says either: that there
      is no risk, a diagnosis, a cause, or a number without an answer behind it.
    </p>
    <p><a class="button" href="/phrases/edit">Write a phrase</a></p>
    ${phrases.length === 0 ? html`<p class="soft">There is none yet.</p>` : ''}
    <ul class="entries">
      ${phrases.map(entry)}
    </ul>`;
}

function entry({ id, name, text, per, shapes, section }: PhraseTemplate): Markup {
  const where = shapes.map((shape) => SHAPE_WORDS[shape]).join(', ');
  return html`<li>
    <h2>${name}</h2>
    <p>${text}</p>
    <p class="small soft">
      ${per === 'measure' ? 'For each measure' : 'Once'}; ${where}; ${SECTION_WORDS[section]}.
    </p>
    <div class="decide">
      <a class="button" href="/phrases/edit?phrase=${id}">Change<span class="hidden"> ${name}</span></a>
      <form method="post" action="/phrases/${id}/remove">
        <button>Take it away<span class="hidden">: ${name}</span></button>
      </form>
    </div>
  </li>`;
}
