import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { Button } from '../../ui/controls.tsx';

/** Says that the open note is about an earlier day than the text, and offers that day. */
export function EarlierSession({
  noteDay,
  today,
  onUse,
}: {
  readonly noteDay: CalendarDate;
  readonly today: CalendarDate;
  readonly onUse: () => void;
}) {
  const day = dateSeenFrom(noteDay, today);
  return (
    <div class="row earlier">
      <span class="soft">This note’s session was on {day}; the text tells what is known now.</span>
      <Button onClick={onUse}>Write as of {day}</Button>
    </div>
  );
}
