import { CalendarDate } from '#shared/contracts/calendar.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { Choices } from '../../ui/controls.tsx';
import type { SessionChoice } from './request.ts';

/** As of when: now, the open note's session, or a day that is named. */
export function SessionChoices({
  session,
  noteDay,
  today,
  onChange,
}: {
  readonly session: SessionChoice;
  /** Null where the page names no appointment that was. */
  readonly noteDay: CalendarDate | null;
  readonly today: CalendarDate;
  readonly onChange: (session: SessionChoice) => void;
}) {
  const note =
    noteDay === null
      ? []
      : [{ value: 'note', label: `Session, ${dateSeenFrom(noteDay, today)}` } as const];
  return (
    <div class="stack">
      <Choices
        legend="As of"
        name="session"
        options={[
          { value: 'now', label: 'Now' },
          ...note,
          { value: 'day', label: noteDay === null ? 'A session’s day' : 'Another day' },
        ]}
        value={session.is}
        onChange={(is) => onChange(is === 'day' ? { is, on: null } : { is })}
      />
      {session.is === 'day' ? (
        <DayField
          today={today}
          onChange={(on) => {
            onChange({ is: 'day', on });
          }}
        />
      ) : null}
    </div>
  );
}

interface DayFieldProps {
  readonly today: CalendarDate;
  /** Null for what is not a day up to today. */
  readonly onChange: (day: CalendarDate | null) => void;
}

function DayField({ today, onChange }: DayFieldProps) {
  return (
    <label class="stack">
      <span class="soft">Day of the session, today at the latest</span>
      <input
        class="field"
        type="date"
        max={today}
        onInput={(event) => {
          const typed = CalendarDate.safeParse(event.currentTarget.value);
          onChange(typed.success && typed.data <= today ? typed.data : null);
        }}
      />
    </label>
  );
}
