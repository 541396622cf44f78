import { useSignal } from '@preact/signals';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { PauseReason } from '#shared/contracts/plan.ts';
import { Choices } from '../../ui/controls.tsx';
import { TextField } from '../record/fields.tsx';
import { FormFrame } from '../record/form-frame.tsx';
import type { Problem } from '../record/forms.ts';
import type { SendingProps } from './part.ts';
import { PAUSE_WORDS } from './words.ts';

type FormProps = SendingProps & { readonly onClose: () => void };

const REASONS = PauseReason.options.map((value) => ({ value, label: PAUSE_WORDS[value] }));

/** Why nothing is sent for a while, and until when. */
export function PauseForm(props: FormProps) {
  const { sendings, told, onClose } = props;
  const { reason, until, saving, problem, save } = usePause(props);
  return (
    <FormFrame
      title="Pause sending"
      form={{ saving: saving.value, problem: problem.value }}
      saveAs="Pause sending"
      onSave={() => void save()}
      onLeave={onClose}
    >
      <Choices
        legend="Why"
        name="pause-reason"
        options={
          sendings.pause === null ? REASONS : REASONS.filter(({ value }) => value === 'crisis')
        }
        value={reason.value}
        onChange={(chosen) => {
          reason.value = chosen;
        }}
      />
      {reason.value === 'crisis' ? (
        <p class="soft">
          Nothing is sent from now on, also not by hand, and nobody is reminded. It ends when you
          end it, and not by a date.
        </p>
      ) : (
        <TextField
          type="date"
          name="until"
          label="Last day of it"
          hint="Empty: until somebody ends it. What was sent stays answerable."
          min={told.today}
          problem={problem.value}
          value={until.value}
          onFill={(typed) => {
            until.value = typed;
          }}
        />
      )}
    </FormFrame>
  );
}

function usePause({ sendings: { pause }, facts, told, state, actions, onClose }: FormProps) {
  const reason = useSignal<PauseReason>(pause === null ? 'away' : 'crisis');
  const until = useSignal('');
  const saving = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const pauseId = useSignal(actions.sending.newId());
  const { clientId } = facts.client;

  async function save(): Promise<void> {
    // A crisis ends when a person says so, and not by a date that was typed before it was one.
    const end = reason.value === 'crisis' ? null : lastDayOf(until.value, told.today);
    if (end === 'wrong') {
      problem.value = { field: 'until', words: 'Choose today or a later day, or leave it empty.' };
      return;
    }
    saving.value = true;
    const input = { clientId, pauseId: pauseId.value, reason: reason.value, until: end };
    const refused = await state.change(
      () => actions.sending.ask('plans.pause', input),
      'Sending is paused.',
    );
    saving.value = false;
    if (refused === null) onClose();
    else problem.value = { field: null, words: refused };
  }

  return { reason, until, saving, problem, save };
}

function lastDayOf(typed: string, today: CalendarDate): CalendarDate | null | 'wrong' {
  if (typed === '') return null;
  const day = CalendarDate.safeParse(typed);
  return day.success && day.data >= today ? day.data : 'wrong';
}
