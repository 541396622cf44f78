import { Button } from '../../ui/controls.tsx';
import { useFocusOn } from '../alerts/focus-on.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';

/** A measure would ask about days that an earlier one asked about: sent only when a person means it. */
export function AskAboutOften({
  name,
  onMeant,
  onLeave,
}: {
  readonly name: string;
  readonly onMeant: () => void;
  readonly onLeave: () => void;
}) {
  const ref = useFocusOn(true);
  return (
    <div class="stack" role="group" aria-label="Sent not long ago" tabIndex={-1} ref={ref}>
      <p class="attention" role="alert">
        {`${name} was sent so lately that both would ask about the same days. A change between them says little. Nothing was sent yet.`}
      </p>
      <div class="row">
        <TrustedButton weight="plain" onPress={onMeant}>
          Send it all the same
        </TrustedButton>
        <Button weight="quiet" onClick={onLeave}>
          Don’t send
        </Button>
      </div>
    </div>
  );
}
