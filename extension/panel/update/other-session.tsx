import { type CalendarDate } from '#shared/contracts/calendar.ts';
import type { UpdateRequest } from '#shared/contracts/update.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { Button } from '../../ui/controls.tsx';

/** Says that the text is as of another day than the open note's session, and offers that day. */
export function OtherSession({
  request,
  noteDay,
  today,
  onUse,
}: {
  /** Null while there is no text. */
  readonly request: UpdateRequest | null;
  /** Null where the page names no appointment that was. */
  readonly noteDay: CalendarDate | null;
  readonly today: CalendarDate;
  readonly onUse: () => void;
}) {
  if (request === null || noteDay === null || !isOther(request, noteDay, today)) return null;
  const { sessionOn } = request;
  const day = dateSeenFrom(noteDay, today);
  return (
    <div class="row earlier">
      <span class="soft">
        This note’s session was on {day};{' '}
        {sessionOn === null
          ? 'the text tells what is known now.'
          : `the text is as of ${dateSeenFrom(sessionOn, today)}.`}
      </span>
      <Button onClick={onUse}>Write as of {day}</Button>
    </div>
  );
}

/** What is known now is right for today's session. */
function isOther(
  { sessionOn }: UpdateRequest,
  noteDay: CalendarDate,
  today: CalendarDate,
): boolean {
  return sessionOn === null ? noteDay < today : noteDay !== sessionOn;
}
