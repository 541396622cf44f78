import { useSignal } from '@preact/signals';
import { actionsFor, DEFAULT_PROTOCOL } from '#shared/alerts/protocol.ts';
import type { RuleCode } from '#shared/contracts/alert.ts';
import type { AcknowledgeInput } from '#shared/contracts/procedures.ts';
import type { Protocol } from '#shared/contracts/protocol.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';

/** What is said with a press: the action, the list it was read on, and whether its sentence counts. */
export type Done = Pick<AcknowledgeInput, 'action' | 'protocolVersion' | 'withSentence'>;

/**
 * The practice's own list, of which one is pressed. With the box ticked each action shows the sentence
 * that the next Update will hold: nobody puts words into a note that they have not read.
 */
export function ActionChoice({
  protocol,
  rule,
  saving,
  onChoose,
}: {
  /** Null where the practice has no list of its own. */
  readonly protocol: Protocol | null;
  readonly rule: RuleCode;
  readonly saving: boolean;
  readonly onChoose: (done: Done) => void;
}) {
  const withSentence = useSignal(false);
  const { version, actions } = protocol ?? DEFAULT_PROTOCOL;
  const offered = actionsFor({ version, actions }, rule);
  return (
    <div class="stack">
      <label class="tick">
        <input
          type="checkbox"
          checked={withSentence.value}
          onChange={(event) => {
            withSentence.value = event.currentTarget.checked;
          }}
        />{' '}
        Put its sentence into the next Update
      </label>
      <div class={withSentence.value ? 'stack' : 'row'}>
        {offered.map(({ id, words, sentence }) => (
          <div key={id}>
            <TrustedButton
              weight="plain"
              disabled={saving}
              onPress={() =>
                onChoose({
                  action: id,
                  protocolVersion: version,
                  withSentence: withSentence.value && sentence !== null,
                })
              }
            >
              {words}
            </TrustedButton>
            {withSentence.value ? (
              <p class="soft">{sentence === null ? 'No sentence' : `“${sentence}”`}</p>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  );
}
