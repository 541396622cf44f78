import type { AskWorker } from '#extension/local/ask-worker.ts';
import type { SafeView } from '#extension/messages/daily.ts';
import type { PageToPanel, PanelToPage } from '#extension/messages/page.ts';
import type { WorkerCall } from '#extension/messages/worker.ts';
import { startPanel } from '#extension/panel/start.ts';
import { InsertionId } from '#shared/contracts/ids.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { outboxWorker } from '#test/support/outbox-worker.ts';
import { CLINICIAN, readingOf, SERVER, VERIFIED_AT } from '#test/support/panel-scene.ts';
import { until } from '#test/support/until.ts';

/** The id of every insertion of {@link openPanel}. */
export const PANEL_INSERTION = InsertionId.parse(inventedId(90));

/** Of the client whose note is open. */
export const FACTS = inventedFacts({
  lines: [{ instrumentId: 'phq9', points: [{ on: '2026-11-10', total: 14 }] }],
});

/**
 * A panel on an open note about a client; `calls` are those to the worker, `looks` what they told,
 * `posted` what the page was sent. `server` is the test's: whether looks reach it, and the time of its
 * answers.
 */
export async function openPanel({ collapsed = false } = {}) {
  const calls: string[] = [];
  const looks: unknown[] = [];
  const posted: PanelToPage[] = [];
  const safeView: SafeView = { on: false };
  const server = { hearsLooks: true, asOf: FACTS.asOf };
  const listeners: ((message: unknown) => void)[] = [];
  const worker = outboxWorker(() => new Date(VERIFIED_AT));
  const panel = startPanel({
    ask: (async (call: WorkerCall, input: never) => {
      calls.push(call);
      if (call === 'look.mark') {
        if (!server.hearsLooks) return { ok: false, reason: 'unreachable', message: '' };
        looks.push(input);
      }
      if (call.startsWith('outbox.')) return worker.ask(call, input);
      if (call === 'session.whoAmI') return { ok: true, value: CLINICIAN };
      if (call === 'safeView.get') return { ok: true, value: safeView };
      if (call === 'settings.get') return { ok: true, value: SERVER };
      return call === 'brief.get'
        ? {
            ok: true,
            value: {
              source: 'live',
              verifiedAt: VERIFIED_AT,
              reply: { verdict: 'certain', brief: { ...FACTS, asOf: server.asOf } },
            },
          }
        : { ok: true, value: null };
    }) as AskWorker,
    tabs: {
      getCurrent: async () => ({ id: 7 }),
      connect: () => ({
        onMessage: {
          addListener: (listener) => listeners.push(listener),
        },
        onDisconnect: { addListener: () => undefined },
        postMessage: (message) => posted.push(message),
        disconnect: () => undefined,
      }),
    },
    nonce: 'secret-nonce',
    document: Object.assign(new EventTarget(), { hidden: false }) as Document,
    now: () => new Date(VERIFIED_AT),
    newId: () => PANEL_INSERTION,
    setTimeout: () => 0,
    openSettings: () => undefined,
    zoom: async () => 1,
    shortcuts: async () => [],
    signal: new AbortController().signal,
  });
  if (collapsed) panel.actions.daily.collapse();
  const say = (message: PageToPanel) => listeners.forEach((hear) => hear(message));
  await until('the port is open', () => posted.length > 0);
  const reads = (part: Record<string, unknown> = {}) =>
    say({ type: 'reading', reading: readingOf(part) });
  reads();
  await until('the client is shown', () => panel.store.screen.value.kind === 'client');
  return { panel, say, reads, calls, looks, posted, server };
}
