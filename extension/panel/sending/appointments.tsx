import { useSignal } from '@preact/signals';
import { CalendarDate, dateInWords } from '#shared/contracts/calendar.ts';
import { Disclosure } from '../../ui/controls.tsx';
import { TextField } from '../record/fields.tsx';
import type { Problem } from '../record/forms.ts';
import { Wrong } from '../record/wrong.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { SendingProps } from './part.ts';

/** Days of appointments that are known: plans that send before them go by these. */
export function Appointments(props: SendingProps) {
  const { appointments } = props.sendings;
  return (
    <Disclosure summary={`Appointments that are known, ${appointments.length}`}>
      <p class="soft">
        Read from the pages of your EHR as you open them, or added by you. Plans go by these days. A
        day that you take out stays out, whatever a page shows, until you add it again.
      </p>
      <KnownDays {...props} />
      <AddDay {...props} />
    </Disclosure>
  );
}

function KnownDays({ sendings: { appointments }, facts, state, actions }: SendingProps) {
  const problem = useSignal<string | null>(null);
  const { clientId } = facts.client;
  const takeBack = async (day: CalendarDate) => {
    problem.value = await state.change(
      () => actions.sending.ask('appointments.takeBack', { clientId, day }),
      `No appointment on ${dateInWords(day, { year: true })}.`,
    );
  };
  return (
    <>
      <ul class="record-list">
        {appointments.map((day) => (
          <li key={day}>
            {dateInWords(day, { year: true })}
            <TrustedButton
              weight="quiet"
              aria-label={`There is none on ${dateInWords(day, { year: true })}`}
              onPress={() => void takeBack(day)}
            >
              There is none
            </TrustedButton>
          </li>
        ))}
      </ul>
      <Wrong words={problem.value} />
    </>
  );
}

/** One day that the clinician knows of: most calendars are not on a page about the client. */
function AddDay({ facts, told, state, actions }: SendingProps) {
  const typed = useSignal('');
  const problem = useSignal<Problem | null>(null);
  const { clientId } = facts.client;

  async function add(): Promise<void> {
    const day = CalendarDate.safeParse(typed.value);
    if (!day.success || day.data < told.today) {
      problem.value = { field: 'appointment', words: 'Choose today or a later day.' };
      return;
    }
    const refused = await state.change(
      () => actions.sending.ask('appointments.tell', { clientId, days: [day.data], by: 'person' }),
      `An appointment on ${dateInWords(day.data, { year: true })}.`,
    );
    problem.value = refused === null ? null : { field: null, words: refused };
    if (refused === null) typed.value = '';
  }

  return (
    <div class="stack" role="group" aria-label="Add an appointment">
      <TextField
        type="date"
        name="appointment"
        label="Next appointment"
        min={told.today}
        problem={problem.value}
        value={typed.value}
        onFill={(value) => {
          typed.value = value;
        }}
      />
      <Wrong words={problem.value?.field === null ? problem.value.words : null} />
      <div class="row">
        <TrustedButton weight="plain" onPress={() => void add()}>
          Add this day
        </TrustedButton>
      </div>
    </div>
  );
}
