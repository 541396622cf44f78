import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { CareEvent } from '#shared/contracts/care-event.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';

const KIND_WORDS: Readonly<Record<CareEvent['kind'], string>> = {
  medication: 'medication',
  lifeEvent: 'life event',
  other: 'event',
};

/** The events of a chart in full, also those that lie too far from its answers to be drawn. */
export function EventList({
  events,
  today,
}: {
  readonly events: readonly CareEvent[];
  readonly today: CalendarDate;
}) {
  if (events.length === 0) return null;
  return (
    <ul class="events soft" aria-label="Events">
      {events.map(({ eventId, on, kind, label }) => (
        <li key={`${eventId} ${on}`}>
          {dateSeenFrom(on, today)}: {label} ({KIND_WORDS[kind]})
        </li>
      ))}
    </ul>
  );
}
