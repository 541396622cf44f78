import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Brief } from '#shared/contracts/brief.ts';
import type { UpdateHabits } from '../../messages/worker.ts';
import { Section } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import type { NoteState } from '../note/note-state.ts';
import { OwnBlocksInNote } from '../note/own-blocks-in-note.tsx';
import type { ClientScreen } from '../state/screen.ts';
import { UpdateChoices } from './choices.tsx';
import { ComposedUpdate, type ComposedUpdateProps } from './composed-update.tsx';
import { type Insertion, insertionFor } from './insertion.ts';
import { useLanguage } from './language/use-language.ts';
import { OtherSession } from './other-session.tsx';
import { Receipt } from './receipt.tsx';
import { FIRST_CHOICE, noteDay, requestOf } from './request.ts';

/** The Clinical Update: chosen, read, then inserted or copied, with its receipt. */
export function UpdateSection({
  brief,
  screen,
  insertion: newest,
  habits,
  note,
  actions,
}: {
  /** As of now. */
  readonly brief: Brief;
  readonly screen: ClientScreen;
  readonly insertion: Insertion;
  readonly habits: UpdateHabits;
  readonly note: NoteState;
  readonly actions: ComposedUpdateProps['actions'] & Pick<PanelActions, 'keepHabits'>;
}) {
  const choice = useSignal({ ...FIRST_CHOICE, audience: screen.usualAudience });
  const choices = useRef<HTMLDivElement>(null);
  const today = brief.asOfDate;
  const day = noteDay(screen.reading, today);
  const request = useMemo(() => requestOf(choice.value, habits, day), [choice.value, habits, day]);
  const language = useLanguage(request?.language ?? null);
  const without = language === 'loaded' ? null : language;
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
      <OwnBlocksInNote ownText={note.ownText} {...{ brief, screen, insertion, actions }} />
      {request === null || without !== null ? (
        <NoText because={without ?? 'noDay'} {...{ insertion, brief, actions }} />
      ) : (
        <ComposedUpdate {...{ request, brief, screen, insertion, note, actions }} />
      )}
    </Section>
  );
}

/** Why there is no text yet, in words that say what to do. */
const NO_TEXT_WORDS = {
  noDay: 'Name the day of the session. Until then there is no text.',
  loading: 'Opening Spanish…',
  missing:
    'Spanish could not be opened: the extension was updated or changed under this page. Choose English, or save your note and reload the page.',
} as const;

/** While there is no text, what was inserted before stays in sight. */
function NoText({
  because,
  insertion,
  brief,
  actions,
}: Pick<ComposedUpdateProps, 'insertion' | 'brief' | 'actions'> & {
  readonly because: keyof typeof NO_TEXT_WORDS;
}) {
  return (
    <>
      <p class="preview soft" role="status">
        {NO_TEXT_WORDS[because]}
      </p>
      <Receipt insertion={insertion} timeZone={brief.timeZone} actions={actions} />
    </>
  );
}
