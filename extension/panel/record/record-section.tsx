import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button, Section } from '../../ui/controls.tsx';
import { type Part, usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import { AddedOnDemand } from './added-on-demand.tsx';
import type { FormName, RecordState } from './forms.ts';
import type { RecordProps } from './open-form.tsx';

const loadForms = () => import('./open-form.tsx');

type Forms = Awaited<ReturnType<typeof loadForms>>;

/** What can be added, in the order in which it is offered. */
const PARTS: readonly { readonly part: FormName; readonly label: string }[] = [
  { part: 'event', label: 'Event' },
  { part: 'mark', label: 'Care began or ended' },
  { part: 'total', label: 'Total brought along' },
  { part: 'correction', label: 'Correct a response' },
];

type OwnRecordProps = Omit<RecordProps, 'state'> & { readonly state: RecordState | null };

/** While nothing was asked for, there are no forms. */
const NOTHING_YET = { open: null, unfolded: false, said: null } as const;

/**
 * What a clinician adds to the record of the client on screen, and what was added. Draws nothing
 * while the forms at hand are another client's.
 */
export function RecordSection({ state, ...props }: OwnRecordProps) {
  const isOthers = state !== null && state.owner.clientId !== props.facts.client.clientId;
  return isOthers ? null : <OwnRecord state={state} {...props} />;
}

function OwnRecord({ state, facts, actions }: OwnRecordProps) {
  const { open, unfolded, said } = state ?? NOTHING_YET;
  const wanted = useSignal(false);
  const recorder = usePart(wanted.value, actions.ready);
  const forms = usePart(unfolded || open !== null, loadForms);
  const ref = useFocusOnPart(open, forms.is === 'loaded');
  return (
    <Section title="Record">
      <div class="stack" ref={ref}>
        <p role="status" class={said === null ? 'only-heard' : ''}>
          {said}
        </p>
        <details
          class="disclosure"
          open={unfolded}
          onToggle={(event) => {
            if (event.currentTarget.open) wanted.value = true;
            actions.unfold(event.currentTarget.open);
          }}
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
            {state === null ? null : (
              <FormOnDemand forms={forms} state={state} facts={facts} actions={actions} />
            )}
            {recorder.is === 'missing' ? <PartView part={recorder}>{() => null}</PartView> : null}
          </div>
        </details>
        <AddedOnDemand facts={facts} actions={actions} />
      </div>
    </Section>
  );
}

/** The form that is open, once the forms are loaded: most visits add nothing. */
function FormOnDemand({ forms, ...props }: RecordProps & { readonly forms: Part<Forms> }) {
  if (props.state.open === null) return null;
  return <PartView part={forms}>{({ OpenForm }) => <OpenForm {...props} />}</PartView>;
}

/**
 * The keyboard goes into what was opened, and back to what opened it. Not where a page drew itself
 * anew, and not while the person is writing in the page.
 */
function useFocusOnPart(open: FormName | null, loaded: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef(open);
  useEffect(() => {
    const left = before.current;
    if (left === open || (open !== null && !loaded)) return;
    before.current = open;
    if (!document.hasFocus()) return;
    const found = ref.current?.querySelector<HTMLElement>(
      open === null ? `[data-part="${left}"]` : '.record-form',
    );
    (found ?? ref.current?.querySelector<HTMLElement>('summary'))?.focus();
  }, [open, loaded]);
  return ref;
}
