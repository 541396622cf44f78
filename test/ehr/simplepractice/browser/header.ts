import { ageOn, paddedDate, wordedDate } from '../../dates.ts';
import type { Appearance, HeaderClient, HeaderView } from '../api.ts';
import { component, el } from './dom.ts';

/** The top of a client or appointment page, one block per record. */
export function headerBlocks(view: HeaderView, appearance: Appearance): HTMLElement[] {
  const block = appearance.layout === 'classic' ? classicBlock : updatedBlock;
  return view.clients.map((client) => block(client, view, appearance));
}

function classicBlock(
  client: HeaderClient,
  { appointment }: HeaderView,
  appearance: Appearance,
): HTMLElement {
  const items: (Node | string)[][] = [];
  if (client.birthDate !== null)
    items.push([`DOB: ${birthDateText(client.birthDate, appearance)}`]);
  if (client.minor) items.push(['Minor']);
  items.push(['(555) 010-0142']);
  if (appointment !== null) {
    items.push([`${wordedDate(appointment.date)}, ${appointment.time}`]);
    items.push([overviewLink(client, 'Client overview')]);
  }
  return component(
    'header',
    { class: 'client-header' },
    el('h1', { class: 'name', 'data-test-client-name': true }, client.name),
    el('ul', { class: 'details' }, ...items.map((item) => el('li', { class: 'item' }, ...item))),
  );
}

function updatedBlock(
  client: HeaderClient,
  { appointment }: HeaderView,
  appearance: Appearance,
): HTMLElement {
  const details = el('dl', { class: 'details' });
  if (client.birthDate !== null) {
    details.append(detail('DOB', birthDateText(client.birthDate, appearance)));
  }
  if (appointment !== null) {
    details.append(detail('Appointment', `${wordedDate(appointment.date)}, ${appointment.time}`));
  }
  const name = appointment === null ? client.name : overviewLink(client, client.name);
  return component(
    'section',
    { class: 'client-header spds-summary', 'aria-label': 'Client' },
    el('h1', {}, name),
    details,
  );
}

function detail(term: string, value: string): HTMLElement {
  return el('div', { class: 'item' }, el('dt', { class: 'spds-label' }, term), el('dd', {}, value));
}

function overviewLink(client: HeaderClient, text: string): HTMLElement {
  return el('a', { href: `/clients/${client.hash}/overview` }, text);
}

function birthDateText(birthDate: string, { birthDates, today }: Appearance): string {
  if (birthDates === 'worded') return wordedDate(birthDate);
  const padded = paddedDate(birthDate);
  return birthDates === 'padded' ? padded : `${padded} (${ageOn(birthDate, today)})`;
}
