import { useSignal } from '@preact/signals';
import { type CalendarDate, dateInWords } from '#shared/contracts/calendar.ts';
import type { EhrLinkId } from '#shared/contracts/ids.ts';
import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';

/** Takes the bond between a record and a client back, after a second question. */
export function Unlink({
  linkId,
  linkedOn,
  actions,
}: {
  readonly linkId: EhrLinkId;
  /** Null when it is not known. */
  readonly linkedOn: CalendarDate | null;
  readonly actions: Pick<PanelActions, 'unlink'>;
}) {
  const asking = useSignal(false);
  const problem = useSignal<string | null>(null);
  const unlink = async () => {
    const reply = await actions.unlink(linkId);
    problem.value = reply.ok ? null : reply.message;
  };
  return (
    <div class="stack">
      <p class="soft">
        {linkedOn === null
          ? 'A person linked this record.'
          : `A person linked this record on ${dateInWords(linkedOn, { year: true })}.`}
      </p>
      {asking.value ? (
        <div class="row" role="group" aria-label="Confirm unlinking">
          <span>Nothing is deleted; this record will show no client until it is linked again.</span>
          <TrustedButton weight="plain" onPress={() => void unlink()}>
            Unlink
          </TrustedButton>
          <Button
            weight="quiet"
            onClick={() => {
              asking.value = false;
            }}
          >
            Keep the link
          </Button>
        </div>
      ) : (
        <div>
          <Button
            weight="quiet"
            onClick={() => {
              asking.value = true;
            }}
          >
            Unlink this record…
          </Button>
        </div>
      )}
      {problem.value === null ? null : <p role="alert">{problem.value}</p>}
    </div>
  );
}
