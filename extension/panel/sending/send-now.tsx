import { useSignal } from '@preact/signals';
import type { SentNow } from '#shared/contracts/between-procedures.ts';
import { Choices } from '../../ui/controls.tsx';
import { SelectField } from '../record/fields.tsx';
import { Wrong } from '../record/wrong.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import { AskAboutOften } from './ask-about-often.tsx';
import { HandedLink } from './handed-link.tsx';
import type { SendingProps } from './part.ts';
import { notSentInWords, sendInWords, sentInWords, WAY_WORDS, wayInWords } from './send-words.ts';
import { suggestedMeasure, type Way, waysTo } from './suggested.ts';

/** How far a press got. */
type Sending =
  | { readonly is: 'ready'; readonly problem: string | null }
  | { readonly is: 'sending' }
  /** It asks about days that were asked about: a person decides on what they read then. */
  | { readonly is: 'often'; readonly read: string };

/** Sends one measure at once, by a way that the clinician chooses. */
export function SendNowForm(props: SendingProps) {
  const { sendings, facts } = props;
  const suggested = suggestedMeasure(sendings, facts);
  if (sendings.pause?.reason === 'crisis') return null;
  return suggested === null ? (
    <p class="soft">Nothing can be sent: no measure or form is ready in your practice.</p>
  ) : (
    <Send {...props} suggested={suggested} />
  );
}

function Send(props: SendingProps & { readonly suggested: string }) {
  const { sendings, told, suggested } = props;
  const chosenMeasure = useSignal(suggested);
  const chosenWay = useSignal<Way | null>(null);
  // What was chosen may not be offered any more: it is read anew while it stands here.
  const measureId = offers(sendings, chosenMeasure.value) ? chosenMeasure.value : suggested;
  const ways = waysTo(sendings);
  const way = ways.find((one) => one === chosenWay.value) ?? ways[0] ?? 'link';
  const name = told.nameOf(measureId);
  const label = sendInWords(name, way, sendings);
  const means = wayInWords(way, sendings);
  // A press counts for what was read: other words begin the wait, or the question, anew.
  const read = `${label} ${means}`;
  const { sending, handed, send, leave } = useSending(props, { measureId, by: way, read });
  return (
    <div class="record-form stack" role="group" aria-label="Send now">
      <h3>Send now</h3>
      <SelectField
        name="measure"
        label="Measure or form"
        problem={null}
        value={measureId}
        options={sendings.sendable.map((one) => ({ value: one.measureId, label: one.name }))}
        onFill={(chosen) => {
          chosenMeasure.value = chosen;
          leave();
        }}
      />
      <Choices
        legend="How"
        name="way"
        options={ways.map((value) => ({ value, label: WAY_WORDS[value] }))}
        value={way}
        onChange={(chosen) => {
          chosenWay.value = chosen;
          leave();
        }}
      />
      <p class="soft">{means}</p>
      {sending.is === 'often' && sending.read === read ? (
        <AskAboutOften name={name} onMeant={() => void send(true)} onLeave={leave} />
      ) : (
        <div class="row">
          <TrustedButton
            key={read}
            weight="main"
            disabled={sending.is === 'sending'}
            onPress={() => void send(false)}
          >
            {sending.is === 'sending' ? 'Sending…' : label}
          </TrustedButton>
        </div>
      )}
      <Wrong words={sending.is === 'ready' ? sending.problem : null} />
      {handed === null ? null : <HandedLink {...handed} actions={props.actions} />}
    </div>
  );
}

function offers({ sendable }: SendingProps['sendings'], measureId: string): boolean {
  return sendable.some((one) => one.measureId === measureId);
}

/**
 * One id for one thing that is meant to be sent: pressed again after a lost answer, it is the same
 * one. Another measure, another way, or what was sent begins anew.
 */
function useSending(
  { facts, told, state, actions: { sending: actions } }: SendingProps,
  { measureId, by, read }: { readonly measureId: string; readonly by: Way; readonly read: string },
) {
  const sending = useSignal<Sending>({ is: 'ready', problem: null });
  const handed = useSignal<{ readonly name: string; readonly address: string } | null>(null);
  const administrationId = useSignal(actions.newId());
  const { clientId } = facts.client;
  const name = told.nameOf(measureId);

  function leave(): void {
    sending.value = { is: 'ready', problem: null };
    handed.value = null;
    administrationId.value = actions.newId();
  }

  async function onSent({ address, ...sent }: SentNow): Promise<void> {
    const isSame = sent.administrationId === administrationId.peek();
    leave();
    handed.value = address === null ? null : { name, address };
    await state.done(sentInWords(name, by, isSame));
  }

  async function send(oftenMeant: boolean): Promise<void> {
    sending.value = { is: 'sending' };
    const id = administrationId.peek();
    const reply = await actions.ask('plans.sendNow', {
      clientId,
      administrationId: id,
      measureId,
      by,
      oftenMeant,
    });
    // Something else was chosen meanwhile: what is out says what became of this.
    if (administrationId.peek() !== id) return state.readAgain();
    if (reply.ok) return onSent(reply.value);
    sending.value =
      reply.code === 'moreOftenThanRecall'
        ? { is: 'often', read }
        : { is: 'ready', problem: notSentInWords(reply) };
    return undefined;
  }

  return { sending: sending.value, handed: handed.value, send, leave };
}
