import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import type { PageToPanel, PanelToPage } from '#extension/messages/page.ts';
import { startPanel } from '#extension/panel/start.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { InsertionId } from '#shared/contracts/ids.ts';
import { compose } from '#shared/update/compose.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { noteField, readingOf, VERIFIED_AT } from '#test/support/panel-scene.ts';
import { until } from '#test/support/until.ts';

const ID = InsertionId.parse(inventedId(90));
const FACTS = inventedFacts({ lines: [] });

/** The page as it is while it is being read: nobody is named. */
const UNSETTLED = { settled: false, subjects: [], appointment: null, note: null, fields: [] };

/** A panel on an open note, with the Update in it and the receipt on the screen. */
async function insertedPanel() {
  const posted: PanelToPage[] = [];
  let hear: (message: unknown) => void = () => undefined;
  const panel = startPanel({
    ask: (async (call: string) =>
      call === 'brief.get'
        ? {
            ok: true,
            value: {
              source: 'live',
              verifiedAt: VERIFIED_AT,
              reply: { verdict: 'certain', brief: FACTS },
            },
          }
        : { ok: true, value: null }) as AskWorker,
    tabs: {
      getCurrent: async () => ({ id: 7 }),
      connect: () => ({
        onMessage: {
          addListener(listener) {
            hear = listener;
          },
        },
        onDisconnect: { addListener: () => undefined },
        postMessage: (message) => posted.push(message),
        disconnect: () => undefined,
      }),
    },
    nonce: 'secret-nonce',
    document: { hidden: false } as Document,
    now: () => new Date(VERIFIED_AT),
    newId: () => ID,
    setTimeout: () => 0,
    openSettings: () => undefined,
    signal: new AbortController().signal,
  });
  const say = (message: PageToPanel) => hear(message);
  await until('the port is open', () => posted.length > 0);
  const reads = (part: Record<string, unknown> = {}) =>
    say({ type: 'reading', reading: readingOf(part) });
  reads();
  await until('the client is shown', () => panel.store.screen.value.kind === 'client');
  const screen = panel.store.screen.value;
  if (screen.kind !== 'client') throw new Error('no client');
  const update = compose(interpret(FACTS), 'narrative');
  await panel.inserter.insert({
    screen,
    update,
    parts: [{ field: noteField(), text: update.text }],
  });
  return {
    reads,
    inserted: () => say({ type: 'inserted', insertionId: ID, outcome: { status: 'exact' } }),
    phase: () => panel.inserter.insertion.value.phase,
  };
}

describe('a receipt', () => {
  it('outlives a page that is only drawing itself anew', async () => {
    const { reads, inserted, phase } = await insertedPanel();
    inserted();
    reads(UNSETTLED);
    expect(phase()).toBe('done');
    reads();
    expect(phase()).toBe('done');
  });

  it('waits for the page’s own word while the page draws itself anew', async () => {
    const { reads, inserted, phase } = await insertedPanel();
    reads(UNSETTLED);
    expect(phase()).toBe('writing');
    inserted();
    reads();
    expect(phase()).toBe('done');
  });

  it('goes as soon as the page navigates', async () => {
    const { reads, inserted, phase } = await insertedPanel();
    inserted();
    reads({ ...UNSETTLED, navigation: 4 });
    expect(phase()).toBe('none');
  });

  it('goes when the page turns out to be about somebody else', async () => {
    const { reads, inserted, phase } = await insertedPanel();
    inserted();
    reads(UNSETTLED);
    reads({ subjects: [{ recordId: 'def456', name: 'Riley Chen', birthDate: '2001-09-02' }] });
    expect(phase()).toBe('none');
  });
});
