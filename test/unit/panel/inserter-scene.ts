import type { AskWorker } from '#extension/local/ask-worker.ts';
import type { PanelToPage } from '#extension/messages/page.ts';
import type { WorkerCall } from '#extension/messages/worker.ts';
import type { OwnText } from '#extension/panel/note/own-text.ts';
import type { Screen } from '#extension/panel/state/screen.ts';
import { createInserter } from '#extension/panel/update/inserter.ts';
import type { InsertRequest } from '#extension/panel/update/plan.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { InsertionId } from '#shared/contracts/ids.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { outboxWorker } from '#test/support/outbox-worker.ts';
import { clientScreen, noteField, VERIFIED_AT } from '#test/support/panel-scene.ts';

/** The id of every insertion of a scene. */
export const ID = InsertionId.parse(inventedId(90));
/** A client who is surely on the page. */
export const SCREEN = clientScreen();
const asked = chartRequest('narrative');
/** What is read and inserted. */
export const UPDATE = compose(interpret(SCREEN.facts), asked);
/** What the clinician read and pressed Insert for. */
export const REQUEST: InsertRequest = {
  screen: SCREEN,
  request: asked,
  update: UPDATE,
  lastLookedAt: SCREEN.facts.lastLookedAt,
  parts: [{ field: noteField(), text: UPDATE.text }],
  replaces: null,
};
/** The same, verified more than a minute ago. */
export const AGING = { ...SCREEN, freshness: { is: 'aging', verifiedAt: VERIFIED_AT } } as const;

/** How a scene differs from the usual one. */
export interface Scene {
  /** What the server's fresh answer makes of the screen; none: it stays as it is. */
  readonly afterVerify?: Screen;
  readonly present?: Screen;
  readonly reachable?: boolean;
  readonly ownText?: OwnText;
}

/** A panel's inserter on an invented page, over a real outbox. */
export function scene({
  afterVerify,
  present = SCREEN,
  reachable = true,
  ownText = { is: 'none' },
}: Scene = {}) {
  const sent: PanelToPage[] = [];
  const heldAtSending: unknown[] = [];
  const timers: { readonly run: () => void; readonly ms: number }[] = [];
  const { area, register, ask } = outboxWorker(() => new Date(VERIFIED_AT));
  const verified: true[] = [];
  const worker = { ask };
  const page = { screen: present };
  const inserter = createInserter({
    ask: ((call: WorkerCall, input: never) => worker.ask(call, input)) as AskWorker,
    send(message) {
      if (!reachable) return false;
      sent.push(message);
      heldAtSending.push(area.all()['outbox']);
      return true;
    },
    screen: () => page.screen,
    async verify() {
      verified.push(true);
      page.screen = afterVerify ?? page.screen;
    },
    ownText: () => ownText,
    newId: () => ID,
    now: () => new Date(VERIFIED_AT),
    setTimeout: (run, ms) => timers.push({ run, ms }),
  });
  const timeOut = () => timers.filter(({ ms }) => ms === 15_000).forEach(({ run }) => run());
  const recorded = () => register.reached.map(({ fact: { what, input } }) => [what, input]);
  const held = () => (area.all()['outbox'] as { entries?: unknown[] } | undefined)?.entries ?? [];
  return {
    inserter,
    sent,
    heldAtSending,
    recorded,
    held,
    register,
    verified,
    timeOut,
    worker,
    page,
  };
}

/** A worker that does not answer. */
export const unreachable: AskWorker = async () => ({
  ok: false,
  reason: 'unreachable',
  message: '',
});
