import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { briefFor } from '#shared/brief/interpret.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { UpdateRequest } from '#shared/contracts/update.ts';
import { compose } from '#shared/update/compose.ts';
import type { PanelActions } from '../actions.ts';
import type { ClientScreen } from '../state/screen.ts';
import { Copy } from './copy.tsx';
import { Destination } from './destination.tsx';
import { InsertButton } from './insert-button.tsx';
import { INSERT_BLOCK_WORDS, insertBlockOf } from './insertability.ts';
import { type Insertion, isInserted } from './insertion.ts';
import { Preview } from './preview.tsx';
import { Receipt } from './receipt.tsx';
import { targetParts, usualField, writableFields } from './targets.ts';

/** What composing and inserting are given. */
export interface ComposedUpdateProps {
  readonly request: UpdateRequest;
  /** As of now. */
  readonly brief: Brief;
  readonly screen: ClientScreen;
  /** Of this client. */
  readonly insertion: Insertion;
  readonly actions: Pick<PanelActions, 'insert' | 'undo' | 'recordAgain' | 'copy'>;
}

/** The text that was asked for, where it goes, and what can be done with it. */
export function ComposedUpdate(props: ComposedUpdateProps) {
  const { screen, insertion, actions } = props;
  const chosenKey = useSignal<string | null>(null);
  const { brief, request, update } = useComposed(props);
  const fields = writableFields(screen.reading);
  const chosen = fields.find(({ key }) => key === chosenKey.value) ?? usualField(fields);
  const parts = targetParts(update, fields, chosen);
  const insert = { screen, request, update, parts };
  const block = insertBlockOf(request.audience, screen.reading, screen.freshness);
  return (
    <>
      <Preview update={update} parts={block === null ? parts : []} brief={brief} />
      {block === null ? (
        <Destination
          request={insert}
          onChoose={(key) => {
            chosenKey.value = key;
          }}
        />
      ) : (
        <p class="soft destination">{INSERT_BLOCK_WORDS[block]}</p>
      )}
      <Receipt insertion={insertion} timeZone={brief.timeZone} actions={actions} />
      <div class="row">
        {block === null && !isInserted(insertion) ? (
          <InsertButton request={insert} insertion={insertion} actions={actions} />
        ) : null}
        <Copy text={update.text} weight={block === null ? 'plain' : 'main'} actions={actions} />
      </div>
    </>
  );
}

/** The text and the brief that it was composed from: the panel's own, or that of a session. */
function useComposed({ request, brief, screen }: ComposedUpdateProps) {
  const { facts } = screen;
  return useMemo(() => {
    const { sessionOn } = request;
    const told = sessionOn === null ? brief : briefFor(facts, sessionOn);
    return { brief: told, request, update: compose(told, request, facts.phrases) };
  }, [facts, brief, request]);
}
