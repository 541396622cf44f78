import { effect, type ReadonlySignal } from '@preact/signals';
import { type CalendarDate, dateInZone } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Screen } from '../state/screen.ts';
import type { SendingActions } from './actions.ts';

/**
 * Tells the server the day of the appointment that a page names, once for each client and day: what is
 * sent before appointments needs to know of them. Only of a client who is certain and was verified just
 * now, and only of days to come: a note of last week is no appointment to prepare for.
 */
export function tellAppointments(
  screen: ReadonlySignal<Screen>,
  { ask }: Pick<SendingActions, 'ask'>,
): void {
  const told = new Set<string>();
  const tell = async (clientId: ClientId, day: CalendarDate) => {
    const key = `${clientId} ${day}`;
    if (told.has(key)) return;
    told.add(key);
    const reply = await ask('appointments.tell', { clientId, days: [day], by: 'page' });
    // Told again with the next answer about the client.
    if (!reply.ok) told.delete(key);
  };
  effect(() => {
    const shown = screen.value;
    if (shown.kind !== 'client' || shown.freshness.is !== 'live') return;
    const { facts, reading } = shown;
    const day = reading.appointment?.date ?? null;
    if (day === null || day < dateInZone(facts.asOf, facts.timeZone)) return;
    void tell(facts.client.clientId, day);
  });
}
