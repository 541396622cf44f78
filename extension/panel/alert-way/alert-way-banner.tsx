import type { TimeZone } from '#shared/contracts/calendar.ts';
import type { AlertWay } from '../../messages/live.ts';
import { Banner } from '../../ui/controls.tsx';
import { alertWayWords, type ReadAt } from './alert-way-words.ts';

/** What of the way to this person does not work, for where it is read. */
export function AlertWayBanner({
  way,
  timeZone,
  place,
}: {
  readonly way: AlertWay;
  /** The practice's; null where nobody said it, and the computer's own clock tells when. */
  readonly timeZone: TimeZone | null;
  readonly place: ReadAt;
}) {
  return (
    <>
      {alertWayWords(way, timeZone ?? ownTimeZone(), place).map(({ tone, title, means, toDo }) => (
        <Banner key={title} tone={tone} title={title}>
          {means} {toDo}
        </Banner>
      ))}
    </>
  );
}

function ownTimeZone(): TimeZone {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
