import { type Signal, useSignal } from '@preact/signals';
import type { Brief } from '#shared/contracts/brief.ts';
import type { UpdateShape } from '#shared/contracts/update.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { Choices, Section } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import type { ClientScreen } from '../state/screen.ts';
import { Copy } from './copy.tsx';
import { Destination } from './destination.tsx';
import { InsertButton } from './insert-button.tsx';
import { INSERT_BLOCK_WORDS, insertBlockOf } from './insertability.ts';
import { type Insertion, insertionFor, isInserted } from './insertion.ts';
import type { InsertRequest } from './plan.ts';
import { Receipt } from './receipt.tsx';
import { targetParts, usualField, writableFields } from './targets.ts';

const SHAPES: readonly { readonly value: UpdateShape; readonly label: string }[] = [
  { value: 'narrative', label: 'Narrative' },
  { value: 'soap', label: 'SOAP' },
];

/** The Clinical Update: read first, then inserted or copied, with its receipt. */
export function UpdateSection({
  brief,
  screen,
  insertion: newest,
  actions,
}: {
  readonly brief: Brief;
  readonly screen: ClientScreen;
  readonly insertion: Insertion;
  readonly actions: Pick<PanelActions, 'insert' | 'undo' | 'recordAgain' | 'copy'>;
}) {
  const shape = useSignal<UpdateShape>('narrative');
  const chosenKey = useSignal<string | null>(null);
  const request = requestOf(brief, screen, { shape: shape.value, chosenKey: chosenKey.value });
  const insertion = insertionFor(newest, screen.facts.client.clientId);
  const block = insertBlockOf(screen.reading, screen.freshness);
  return (
    <Section title="Clinical Update">
      <ShapeChoice shape={shape} />
      <p class="preview">{request.update.text}</p>
      {block === null ? (
        <Destination
          request={request}
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
          <InsertButton request={request} insertion={insertion} actions={actions} />
        ) : null}
        <Copy text={request.update.text} actions={actions} />
      </div>
    </Section>
  );
}

function ShapeChoice({ shape }: { readonly shape: Signal<UpdateShape> }) {
  return (
    <Choices
      legend="Shape of the text"
      name="shape"
      options={SHAPES}
      value={shape.value}
      onChange={(value) => {
        shape.value = value;
      }}
    />
  );
}

/** What a press on Insert would mean now: this text, in these fields, for this client. */
function requestOf(
  brief: Brief,
  screen: ClientScreen,
  choice: { readonly shape: UpdateShape; readonly chosenKey: string | null },
): InsertRequest {
  const update = compose(brief, chartRequest(choice.shape));
  const fields = writableFields(screen.reading);
  const chosen = fields.find(({ key }) => key === choice.chosenKey) ?? usualField(fields);
  return { screen, update, parts: targetParts(update, fields, chosen) };
}
