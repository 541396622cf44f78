import type { BriefFacts } from '#shared/contracts/brief.ts';
import { dateInZone } from '#shared/contracts/calendar.ts';
import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { useUnfolded } from '../on-demand/use-unfolded.ts';
import { Appointments } from './appointments.tsx';
import { Contact } from './contact.tsx';
import { OutstandingList } from './outstanding-list.tsx';
import type { SendingProps } from './part.ts';
import { Paused, PauseSending } from './pause.tsx';
import { Plans } from './plans.tsx';
import { SendNowForm } from './send-now.tsx';
import { type SendingState, useSendings } from './use-sendings.ts';
import { namesIn, unreadInWords } from './words.ts';

/**
 * All about sending to the client on screen: what can be sent at once, what is out, the plan, a pause,
 * and where the client is written to.
 */
export function SendingScreen({
  facts,
  actions,
}: {
  readonly facts: BriefFacts;
  readonly actions: Pick<PanelActions, 'sending' | 'copy'>;
}) {
  const { ref, isUnfolded } = useUnfolded();
  const state = useSendings(facts, actions.sending, isUnfolded);
  return <div ref={ref}>{drawn(state, facts, actions)}</div>;
}

function drawn(state: SendingState, facts: BriefFacts, actions: SendingProps['actions']) {
  const { reply, said } = state;
  if (reply === null) {
    return (
      <p role="status" class="soft">
        Asking what is out…
      </p>
    );
  }
  if (!reply.ok) {
    return (
      <div class="stack">
        <p role="alert">{`What is out is not known. ${reply.message}`}</p>
        <Button onClick={() => void state.readAgain()}>Ask again now</Button>
      </div>
    );
  }
  const { timeZone } = facts;
  const today = dateInZone(reply.value.asOf, timeZone);
  const told = { today, timeZone, nameOf: namesIn(reply.value) };
  const props: SendingProps = { sendings: reply.value, facts, told, state, actions };
  return (
    <div class="stack sending">
      <p role="status" class={said === null ? 'only-heard' : ''}>
        {said}
      </p>
      <Unread {...props} />
      <Paused {...props} />
      <SendNowForm {...props} />
      <OutstandingList {...props} />
      <Plans {...props} />
      <PauseSending {...props} />
      <Appointments {...props} />
      <Contact {...props} />
    </div>
  );
}

/** That what stands below may have changed since. It stays: somebody may be typing in it. */
function Unread({ sendings: { asOf }, told, state }: SendingProps) {
  const { unread } = state;
  return unread === null ? null : (
    <div class="stack">
      <p role="alert">{unreadInWords(unread, asOf, told)}</p>
      <Button onClick={() => void state.readAgain()}>Ask again now</Button>
    </div>
  );
}
