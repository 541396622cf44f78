import { useEffect, useRef } from 'preact/hooks';
import type { Brief, BriefFacts } from '#shared/contracts/brief.ts';
import { Button, Section } from '../../ui/controls.tsx';
import type { RecordActions } from './actions.ts';
import { AddedList } from './added-list.tsx';
import { BaselineForm } from './baseline-form.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { EventForm } from './event-form.tsx';
import type { OpenPart, RecordState } from './forms.ts';
import { MarkForm } from './mark-form.tsx';
import { TotalAgainForm, TotalForm } from './total-form.tsx';

/** What can be added, in the order in which it is offered. */
const PARTS: readonly { readonly part: OpenPart; readonly label: string }[] = [
  { part: 'event', label: 'Event' },
  { part: 'mark', label: 'Care began or ended' },
  { part: 'total', label: 'Total brought along' },
  { part: 'baseline', label: 'Baseline' },
  { part: 'correction', label: 'Correct a response' },
];

interface RecordProps {
  readonly state: RecordState;
  readonly brief: Brief;
  readonly facts: BriefFacts;
  readonly actions: RecordActions;
}

/**
 * What a clinician adds to the record of the client on screen, and what was added. Draws nothing
 * while the forms at hand are another client's.
 */
export function RecordSection({
  state,
  ...props
}: Omit<RecordProps, 'state'> & { readonly state: RecordState | null }) {
  return state === null || state.owner.clientId !== props.facts.client.clientId ? null : (
    <OwnRecord state={state} {...props} />
  );
}

function OwnRecord({ state, brief, facts, actions }: RecordProps) {
  const { open, unfolded, said } = state;
  const ref = useFocusOnPart(open);
  return (
    <Section title="Record">
      <div class="stack" ref={ref}>
        <p role="status" class={said === null ? 'only-heard' : ''}>
          {said}
        </p>
        <details
          class="disclosure"
          open={unfolded}
          onToggle={(event) => actions.unfold(event.currentTarget.open)}
        >
          <summary>Add to record</summary>
          <div class="inside stack">
            <div
              class="record-parts"
              role="group"
              aria-label={`Add to the record of ${facts.client.displayName}`}
            >
              {PARTS.map(({ part, label }) => (
                <Button
                  key={part}
                  data-part={part}
                  aria-expanded={open === part}
                  onClick={() => actions.open(open === part ? null : part)}
                >
                  {label}
                </Button>
              ))}
            </div>
            <OpenForm state={state} brief={brief} facts={facts} actions={actions} />
          </div>
        </details>
        <AddedList facts={facts} actions={actions} />
      </div>
    </Section>
  );
}

function OpenForm({ state: { open, forms }, brief, facts, actions }: RecordProps) {
  const shared = { facts, actions };
  switch (open) {
    case 'event':
      return <EventForm form={forms.event} {...shared} />;
    case 'mark':
      return <MarkForm form={forms.mark} {...shared} />;
    case 'total':
      return <TotalForm form={forms.total} {...shared} />;
    case 'totalAgain':
      return <TotalAgainForm form={forms.totalAgain} {...shared} />;
    case 'correction':
      return <CorrectionForm form={forms.correction} {...shared} />;
    case 'baseline':
      return <BaselineForm brief={brief} {...shared} />;
    case null:
    default:
      return null;
  }
}

/**
 * The keyboard goes into what was opened, and back to what opened it. Not where a page drew itself
 * anew, and not while the person is writing in the page.
 */
function useFocusOnPart(open: OpenPart | null) {
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef(open);
  useEffect(() => {
    const left = before.current;
    if (left === open) return;
    before.current = open;
    if (!document.hasFocus()) return;
    const found = ref.current?.querySelector<HTMLElement>(
      open === null ? `[data-part="${left}"]` : '.record-form',
    );
    (found ?? ref.current?.querySelector<HTMLElement>('summary'))?.focus();
  }, [open]);
  return ref;
}
