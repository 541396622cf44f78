import { useSignal } from '@preact/signals';
import { Banner, Button } from '../../ui/controls.tsx';
import { Wrong } from '../record/wrong.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { SendingProps } from './part.ts';
import { PauseForm } from './pause-form.tsx';
import { pauseInWords } from './words.ts';

/** The pause that holds, above everything else, and its end. */
export function Paused({ sendings: { pause }, facts, told, state, actions }: SendingProps) {
  const problem = useSignal<string | null>(null);
  if (pause === null) return null;
  const { pauseId } = pause;
  const { clientId } = facts.client;
  const resume = async () => {
    problem.value = await state.change(
      () => actions.sending.ask('plans.resume', { clientId, pauseId }),
      'Sending goes on.',
    );
  };
  return (
    <div class="stack" role="group" aria-label="Sending is paused">
      <Banner tone="worse" title="Sending is paused.">
        {pauseInWords(pause, told.today)}
      </Banner>
      <div class="row">
        {/* Another pause may have taken the place of the one that was read. */}
        <TrustedButton key={pauseId} weight="plain" onPress={() => void resume()}>
          Resume sending
        </TrustedButton>
      </div>
      <Wrong words={problem.value} />
    </div>
  );
}

/** Sets a pause. While another one holds, only a crisis can take its place. */
export function PauseSending(props: SendingProps) {
  const isOpen = useSignal(false);
  const { pause } = props.sendings;
  if (pause?.reason === 'crisis') return null;
  const close = () => {
    isOpen.value = false;
  };
  return isOpen.value ? (
    <PauseForm {...props} onClose={close} />
  ) : (
    <div class="row">
      <Button
        weight="quiet"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        {pause === null ? 'Pause sending…' : 'Pause for a crisis…'}
      </Button>
    </div>
  );
}
