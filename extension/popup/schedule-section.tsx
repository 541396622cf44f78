import { byWaiting } from '#shared/caseload/order.ts';
import { calmInWords, urgencyOf } from '#shared/caseload/reasons.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ScheduleRow, WaitingByRule } from '#shared/contracts/caseload.ts';
import type { ScheduleEntry } from '#shared/contracts/reading.ts';
import type { ScheduleLook } from '../messages/daily.ts';
import { Section } from '../ui/controls.tsx';
import { AsOf, standingOf } from './freshness.tsx';
import { Person, Untold } from './people-list.tsx';

const WHY_NOT: Readonly<Record<Exclude<ScheduleRow['match'], 'certain'>, string>> = {
  several: 'Several people: open each one’s chart.',
  ambiguous: 'More than one person may be meant. Open the chart.',
  none: 'Not in your caseload by this name. Nothing is known.',
};

type Appointment = ScheduleLook['appointments'][number];
type Known = Appointment & { readonly row: ScheduleRow & { readonly match: 'certain' } };

/**
 * Who comes on the day that the calendar in front shows, in the page's words: who is surely a client
 * first, by what needs a look, then the others.
 */
export function ScheduleSection({
  look,
  now,
  today,
}: {
  readonly look: ScheduleLook;
  readonly now: Date;
  /** The practice's day. */
  readonly today: CalendarDate;
}) {
  const { verifiedAt, appointments } = look;
  const standing = standingOf(verifiedAt, now);
  const known = appointments
    .filter((one): one is Known => one.row.match === 'certain')
    .toSorted((one, other) => byWaiting(one.row.waiting, other.row.waiting));
  const first = known.filter(({ row }) => urgencyOf(row.waiting) === 'first');
  return (
    <Section title={`On this calendar, ${appointments.length}`}>
      <div class="stack">
        <AsOf verifiedAt={verifiedAt} now={now} />
        {standing === 'tooOld' ? null : (
          <>
            <p>{`${first.length} of ${known.length} known by name ${first.length === 1 ? 'needs' : 'need'} a look first.`}</p>
            <ul class="stack people">
              {known.map(({ entry, row }) => (
                <Person
                  key={entry.key}
                  name={nameOf(entry)}
                  beside={besideOf(entry, row.waiting, standing === 'live')}
                  waiting={row.waiting}
                  today={today}
                />
              ))}
              {appointments.map(({ entry, row }) =>
                row.match === 'certain' ? null : (
                  <Untold key={entry.key} name={nameOf(entry)} beside={entry.startsAt}>
                    {WHY_NOT[row.match]}
                  </Untold>
                ),
              )}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}

function nameOf({ subject }: ScheduleEntry): string {
  return subject.name ?? 'No name on the calendar';
}

function besideOf(
  { startsAt }: ScheduleEntry,
  waiting: WaitingByRule,
  isLive: boolean,
): string | null {
  const calm = urgencyOf(waiting) === 'none' && isLive ? calmInWords(waiting) : null;
  const parts = [startsAt, calm].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}
