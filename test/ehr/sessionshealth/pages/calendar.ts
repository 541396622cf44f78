import { daysBefore, wordedDate } from '../../dates.ts';
import { html, type Markup } from '../../server/markup.ts';
import type { Event } from '../records.ts';

/** The calendar of a day, or of the week that ends with it. */
export function calendarPage(events: readonly Event[], today: string, view: string): Markup {
  const title =
    view === 'day'
      ? wordedDate(today)
      : `${wordedDate(daysBefore(today, 6))} – ${wordedDate(today)}`;
  return html`<div class="fc fc-media-screen">
<div class="fc-toolbar"><h2 class="fc-toolbar-title">${title}</h2></div>
<div class="fc-view">${events.map(eventBlock)}</div>
</div>`;
}

function eventBlock({ id, time, client }: Event): Markup {
  return html`<a class="fc-event" href="/events/${id}"><span class="fc-event-time">${time}</span> <span class="fc-event-title">${client.name}</span></a>`;
}
