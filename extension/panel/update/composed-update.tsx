import { useMemo, useRef } from 'preact/hooks';
import { briefFor } from '#shared/brief/interpret.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { Instant, TimeZone } from '#shared/contracts/calendar.ts';
import type { UpdateRequest } from '#shared/contracts/update.ts';
import { compose } from '#shared/update/compose.ts';
import { timeInWords } from '#shared/words/moments.ts';
import type { PanelActions } from '../actions.ts';
import type { NoteState } from '../note/note-state.ts';
import { PickedFieldChoice, type PickingActions, pickedField } from '../note/picked-field.tsx';
import { repeatBlockOf } from '../note/repeat.ts';
import type { ClientScreen } from '../state/screen.ts';
import { Copy } from './copy.tsx';
import { Destination } from './destination.tsx';
import { InsertButton } from './insert-button.tsx';
import { INSERT_BLOCK_WORDS, insertBlockOf } from './insertability.ts';
import { type Insertion, isInserted } from './insertion.ts';
import { Preview } from './preview.tsx';
import { Receipt } from './receipt.tsx';
import { contentOf, isInNote, readKeyOf, type TextSource } from './same-text.ts';
import { targetParts, usualField, writableFields } from './targets.ts';

/** What composing and inserting are given. */
export interface ComposedUpdateProps {
  readonly request: UpdateRequest;
  /** As of now. */
  readonly brief: Brief;
  readonly screen: ClientScreen;
  /** Of this client. */
  readonly insertion: Insertion;
  readonly note: NoteState;
  readonly actions: PickingActions &
    Pick<PanelActions, 'chooseField' | 'insert' | 'undo' | 'recordAgain' | 'copy'>;
}

/** The text that was asked for, where it goes, and what can be done with it. */
export function ComposedUpdate(props: ComposedUpdateProps) {
  const { screen, insertion, note, actions } = props;
  const { update, source, content } = useComposed(props);
  const { brief, request } = source;
  const changedAt = useChangedAt(source, content);
  const fields = writableFields(screen.reading);
  const chosen = pickedField(note.picking, fields) ?? usualField(fields);
  const parts = targetParts(update, fields, chosen);
  const { lastLookedAt } = screen.facts;
  const insert = { screen, request, update, lastLookedAt, parts, replaces: null };
  const inserted = isInserted(insertion) ? insertion : null;
  const block =
    insertBlockOf(request.audience, screen) ??
    (inserted === null ? repeatBlockOf(note.ownText, update) : null);
  return (
    <>
      <Preview update={update} parts={block === null ? parts : []} brief={brief} />
      <p class="attention" role="status">
        {inserted === null ? changedInWords(changedAt, brief.timeZone) : null}
        {inserted === null || isInNote(inserted, source) ? null : NOT_THIS_TEXT}
      </p>
      {block !== null ? (
        <div class="stack destination">
          <p class="soft">{INSERT_BLOCK_WORDS[block]}</p>
          {block === 'noField' || block === 'unsupportedEditor' ? (
            <PickedFieldChoice picking={note.picking} fields={fields} actions={actions} />
          ) : null}
        </div>
      ) : inserted === null ? (
        <Destination
          request={insert}
          picking={note.picking}
          actions={actions}
          onChoose={(key) => {
            const position = screen.reading.fields.findIndex((field) => field.key === key);
            const label = screen.reading.fields[position]?.label ?? '';
            actions.chooseField({ fieldKey: key, label, position });
          }}
        />
      ) : null}
      <Receipt insertion={insertion} timeZone={brief.timeZone} actions={actions} />
      <div class="row">
        {block === null && inserted === null ? (
          // A press that was meant for another text, or another field, does not count for this one.
          <InsertButton
            key={readKeyOf(content, insert)}
            request={insert}
            insertion={insertion}
            actions={actions}
          />
        ) : null}
        <Copy text={update.text} weight={block === null ? 'plain' : 'main'} actions={actions} />
      </div>
    </>
  );
}

function changedInWords(at: Instant | null, timeZone: TimeZone): string | null {
  return at === null
    ? null
    : `This text changed at ${timeInWords(at, timeZone)}, with what came in or was done. Read it again.`;
}

/** Said while a note holds another text of ours than the one that is shown. */
const NOT_THIS_TEXT =
  'The note holds the text that was inserted, not this one: the choices or the answers have changed since. Undo before you insert this one.';

/** The text, and the brief that it was composed from: the panel's own, or that of a session. */
function useComposed({ request, brief, screen }: ComposedUpdateProps) {
  const { facts } = screen;
  return useMemo(() => {
    const { sessionOn } = request;
    const told = sessionOn === null ? brief : briefFor(facts, sessionOn);
    const source: TextSource = { brief: told, request, phrases: facts.phrases };
    return { source, content: contentOf(source), update: compose(told, request, facts.phrases) };
  }, [facts, brief, request]);
}

/** When the text changed without a choice of the reader; null while it is the one first shown. */
function useChangedAt({ request, brief }: TextSource, content: string): Instant | null {
  const read = useRef({ request, content, at: null as Instant | null });
  const { current } = read;
  if (current.request !== request) read.current = { request, content, at: null };
  else if (current.content !== content) read.current = { request, content, at: brief.asOf };
  return read.current.at;
}
