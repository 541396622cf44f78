import { daysBefore, wordedDate } from '../../dates.ts';
import type { Appearance, CalendarEntry, HeaderClient } from '../api.ts';
import { read } from './data.ts';
import { button, component, el } from './dom.ts';
import type { Page } from './page.ts';

/** The calendar as a day list; with an appointment's id also its flyout, which holds no editor. */
export async function calendarPage(
  openId: string | null,
  { today, calendarView }: Appearance,
  visit: (path: string) => void,
): Promise<Page | null> {
  const entries = await read<readonly CalendarEntry[]>('calendar');
  if (entries === null) return null;
  const open = entries.find((entry) => entry.id === openId);
  const list = el('ul', { class: 'fc-day-list' }, ...entries.map(calendarEvent));
  const layout = component('div', { class: 'calendar-layout' }, list);
  if (open !== undefined) layout.append(flyout(open, visit));
  return {
    element: component(
      'div',
      { class: 'fc' },
      el(
        'div',
        { class: 'fc-toolbar' },
        el('h1', { class: 'fc-toolbar-title' }, shownDays(today, calendarView)),
        button('Previous', { class: 'fc-prev-button' }, () => undefined),
        button('Today', { class: 'fc-today-button' }, () => undefined),
        button('Next', { class: 'fc-next-button' }, () => undefined),
      ),
      layout,
    ),
  };
}

/** A week is named by its first and last day. */
function shownDays(today: string, view: Appearance['calendarView']): string {
  const day = wordedDate(today);
  return view === 'day' ? day : `${wordedDate(daysBefore(today, 6)).split(',')[0]} – ${day}`;
}

function calendarEvent(entry: CalendarEntry): HTMLElement {
  return el(
    'li',
    { class: 'fc-event', 'data-appt-title': entry.title },
    el(
      'a',
      { href: `/calendar/appointments/${entry.id}` },
      el('time', {}, entry.time),
      el('span', {}, entry.title),
    ),
  );
}

function flyout(entry: CalendarEntry, visit: (path: string) => void): HTMLElement {
  return component(
    'section',
    { class: 'card appointment-flyout', 'aria-label': 'Appointment' },
    ...entry.clients.map((client) =>
      el('h2', {}, el('a', { href: `/clients/${client.hash}/overview` }, client.name)),
    ),
    el('p', { class: 'muted' }, `${wordedDate(entry.date)}, ${entry.time}`),
    button('Add Note', { class: 'button-link' }, () => visit(`/appointments/${entry.id}`)),
  );
}

/** The list of clients. */
export async function clientsPage(): Promise<Page | null> {
  const clients = await read<readonly HeaderClient[]>('clients');
  if (clients === null) return null;
  const sorted = clients.toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    element: component(
      'div',
      {},
      el('h1', {}, 'Clients'),
      el('ul', { class: 'client-list' }, ...sorted.map(clientLine)),
    ),
  };
}

function clientLine(client: HeaderClient): HTMLElement {
  return el('li', {}, el('a', { href: `/clients/${client.hash}/overview` }, client.name));
}

/** A page that holds nothing of interest. */
export function plainPage(title: string): Page {
  return { element: component('div', { class: 'card' }, el('h2', {}, title)) };
}
