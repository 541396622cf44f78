import type { Brief, CheckIn } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { measureName } from '#shared/words/measures.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { Section } from '../../ui/controls.tsx';

/** How the check-ins went, the missing ones in words: a blank is not a zero. */
export function CompletionSection({ brief }: { readonly brief: Brief }) {
  const { completion, asOfDate } = brief;
  // A half-finished one is also missed or outstanding; it is said once.
  const untouched = (checkIn: CheckIn) => !completion.unfinished.includes(checkIn);
  const lines = [
    ...completion.unfinished.map((checkIn) => unfinished(checkIn, asOfDate)),
    ...completion.missed.filter(untouched).map((checkIn) => missed(checkIn, asOfDate)),
    ...completion.outstanding.filter(untouched).map((checkIn) => outstanding(checkIn, asOfDate)),
  ];
  return (
    <Section title="Check-ins">
      {completion.sent === 0 ? (
        <p>None was sent in the last 90 days.</p>
      ) : (
        <p>
          <span class="number">
            {completion.completed} of {completion.sent}
          </span>{' '}
          done in the last 90 days.
        </p>
      )}
      <ul>
        {lines.map((words) => (
          <li key={words} class="soft">
            {words}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function unfinished({ instrumentId, sentOn, answeredItems }: CheckIn, today: CalendarDate): string {
  const items = instrument(instrumentId)?.items.length;
  const of = items === undefined ? '' : ` of ${items}`;
  return `${measureName(instrumentId)}, sent ${dateSeenFrom(sentOn, today)}: opened, left after item ${answeredItems}${of}.`;
}

function missed({ instrumentId, sentOn, dueOn, openedAt }: CheckIn, today: CalendarDate): string {
  const opened = openedAt === null ? 'not opened' : 'opened, not answered';
  return `${measureName(instrumentId)}, sent ${dateSeenFrom(sentOn, today)}: ${opened}, was due ${dateSeenFrom(dueOn, today)}.`;
}

function outstanding({ instrumentId, sentOn, dueOn }: CheckIn, today: CalendarDate): string {
  return `${measureName(instrumentId)}, sent ${dateSeenFrom(sentOn, today)}: due ${dateSeenFrom(dueOn, today)}.`;
}
