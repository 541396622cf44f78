import { useSignal } from '@preact/signals';
import type { Brief } from '#shared/contracts/brief.ts';
import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { useUnfolded } from '../on-demand/use-unfolded.ts';
import { Wrong } from '../record/wrong.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import {
  decidedInWords,
  OWN_PAGE_WORDS,
  type OwnPageMeasure,
  ownPageMeasures,
  shownInWords,
} from './shown.ts';
import { useWithheld } from './use-withheld.ts';

/** Which measures the client's own page tells of, and keeping one from it. */
export function OwnPage({
  brief,
  actions,
}: {
  readonly brief: Brief;
  readonly actions: Pick<PanelActions, 'sending'>;
}) {
  const { ref, isUnfolded } = useUnfolded();
  const state = useWithheld(brief, actions.sending, isUnfolded);
  return (
    <div ref={ref}>
      <Withheld brief={brief} state={state} />
    </div>
  );
}

function Withheld({
  brief,
  state,
}: {
  readonly brief: Brief;
  readonly state: ReturnType<typeof useWithheld>;
}) {
  const said = useSignal<string | null>(null);
  const { reply } = state;
  if (reply === null) {
    return (
      <p role="status" class="soft">
        Asking what the client sees…
      </p>
    );
  }
  if (!reply.ok) {
    return (
      <div class="stack">
        <p role="alert">{`What the client sees is not known. ${reply.message}`}</p>
        <Button onClick={() => void state.readAgain()}>Ask again now</Button>
      </div>
    );
  }
  const measures = ownPageMeasures(brief, reply.value);
  return (
    <div class="stack">
      <p class="soft">{OWN_PAGE_WORDS}</p>
      {measures.length === 0 ? <p>No score so far that it could show.</p> : null}
      <ul class="record-list">
        {measures.map((one) => (
          <Row
            key={one.measureId}
            measure={one}
            decide={state.decide}
            onDecided={(words) => {
              said.value = words;
            }}
          />
        ))}
      </ul>
      <p role="status" class="soft">
        {said.value}
      </p>
    </div>
  );
}

function Row({
  measure,
  decide,
  onDecided,
}: {
  readonly measure: OwnPageMeasure;
  readonly decide: ReturnType<typeof useWithheld>['decide'];
  readonly onDecided: (words: string) => void;
}) {
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const { measureId, name, isShown } = measure;
  const press = async () => {
    busy.value = true;
    problem.value = await decide(measureId, isShown);
    busy.value = false;
    if (problem.value === null) onDecided(decidedInWords(measure, !isShown));
  };
  const label = isShown ? 'Don’t show' : 'Show again';
  return (
    <li>
      <span>{shownInWords(measure)} </span>
      <TrustedButton
        key={label}
        weight="quiet"
        aria-label={`${label}: ${name}`}
        disabled={busy.value}
        onPress={() => void press()}
      >
        {label}
      </TrustedButton>
      <Wrong words={problem.value} />
    </li>
  );
}
