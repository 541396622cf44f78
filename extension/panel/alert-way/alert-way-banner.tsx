import type { TimeZone } from '#shared/contracts/calendar.ts';
import type { AlertWay } from '../../messages/live.ts';
import { Banner } from '../../ui/controls.tsx';
import { alertWayWords } from './alert-way-words.ts';

/** What of the way to this person does not work. */
export function AlertWayBanner({
  way,
  timeZone,
}: {
  readonly way: AlertWay;
  readonly timeZone: TimeZone;
}) {
  return (
    <>
      {alertWayWords(way, timeZone).map(({ tone, title, means, toDo }) => (
        <Banner key={title} tone={tone} title={title}>
          {means} {toDo}
        </Banner>
      ))}
    </>
  );
}
