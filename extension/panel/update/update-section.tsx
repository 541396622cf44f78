import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Brief } from '#shared/contracts/brief.ts';
import type { UpdateHabits } from '../../messages/worker.ts';
import { Section } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import type { ClientScreen } from '../state/screen.ts';
import { UpdateChoices } from './choices.tsx';
import { ComposedUpdate, type ComposedUpdateProps } from './composed-update.tsx';
import { type Insertion, insertionFor } from './insertion.ts';
import { OtherSession } from './other-session.tsx';
import { Receipt } from './receipt.tsx';
import { FIRST_CHOICE, noteDay, requestOf } from './request.ts';

/** The Clinical Update: chosen, read, then inserted or copied, with its receipt. */
export function UpdateSection({
  brief,
  screen,
  insertion: newest,
  habits,
  actions,
}: {
  /** As of now. */
  readonly brief: Brief;
  readonly screen: ClientScreen;
  readonly insertion: Insertion;
  readonly habits: UpdateHabits;
  readonly actions: Pick<PanelActions, 'insert' | 'undo' | 'recordAgain' | 'copy' | 'keepHabits'>;
}) {
  const choice = useSignal({ ...FIRST_CHOICE, audience: screen.usualAudience });
  const choices = useRef<HTMLDivElement>(null);
  const today = brief.asOfDate;
  const day = noteDay(screen.reading, today);
  const request = useMemo(() => requestOf(choice.value, habits, day), [choice.value, habits, day]);
  const insertion = insertionFor(newest, screen.facts.client.clientId);
  return (
    <Section title="Clinical Update">
      <div ref={choices}>
        <UpdateChoices
          request={request}
          choice={choice.value}
          habits={habits}
          noteDay={day}
          today={today}
          onChoose={(chosen) => {
            choice.value = chosen;
          }}
          onKeep={actions.keepHabits}
        />
      </div>
      <OtherSession
        request={request}
        noteDay={day}
        today={today}
        onUse={() => {
          choice.value = { ...choice.value, session: { is: 'note' } };
          // The button that was pressed goes away with what it offered.
          choices.current?.querySelector('summary')?.focus();
        }}
      />
      {request === null ? (
        <NoText insertion={insertion} brief={brief} actions={actions} />
      ) : (
        <ComposedUpdate {...{ request, brief, screen, insertion, actions }} />
      )}
    </Section>
  );
}

/** While it is not known as of when to write, what was inserted before stays in sight. */
function NoText({
  insertion,
  brief,
  actions,
}: Pick<ComposedUpdateProps, 'insertion' | 'brief' | 'actions'>) {
  return (
    <>
      <p class="preview soft" role="status">
        Name the day of the session. Until then there is no text.
      </p>
      <Receipt insertion={insertion} timeZone={brief.timeZone} actions={actions} />
    </>
  );
}
