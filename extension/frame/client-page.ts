import type { SelfCheck } from '#shared/contracts/self-check.ts';
import type { FollowedPage } from '../ehr/followed-page.ts';
import { type EhrPage, openPage } from '../ehr/page.ts';
import { selfCheck } from '../ehr/structure/self-check.ts';
import { commandOf } from '../messages/command.ts';
import type { PanelToPage } from '../messages/page.ts';
import { type Frame, mountFrame } from './frame.ts';
import { createPanelLink, type PanelLink, type PanelPort } from './panel-link.ts';
import { createPicking, type Picking } from './picking.ts';
import { createPresence, type Presence } from './presence.ts';
import type { FramePlace } from './styles.ts';

/** Time for the panel to hear that it must close, before its frame goes, in milliseconds. */
const FAREWELL_MS = 500;

/** What the panel's part needs of the browser. */
export interface ClientPageParts {
  readonly extensionId: string;
  /** Address of the panel's page. */
  readonly panelAddress: string;
  /** Registers who takes the ports that are opened to this page. */
  readonly onConnect: (offer: (port: PanelPort) => void) => void;
  /** Registers who hears the worker, and says whether that led to anything. */
  readonly onWorkerMessage: (hear: (message: unknown) => boolean) => void;
  /** Unguessable, for one frame. */
  readonly newNonce: () => string;
}

/** Shows the panel in a followed page wherever it belongs, and does what the panel asks. */
export function startClientPage(followed: FollowedPage, parts: ClientPageParts): void {
  const { extensionId, panelAddress, onConnect, onWorkerMessage, newNonce } = parts;
  const { view, signal } = followed;
  const presence = createPresence(
    () =>
      mountFrame({
        doc: view.document,
        panelAddress,
        nonce: newNonce(),
        now: () => performance.now(),
        onFight() {
          link.tell({ type: 'pageFights' });
          view.setTimeout(() => followed.giveUp(), FAREWELL_MS);
        },
      }),
    signal,
  );
  const link = createPanelLink({
    extensionId,
    nonce: () => presence.frame()?.nonce ?? null,
    onMessage: (message) => void answer(message, { followed, page, link, presence, picking }),
  });
  const page = openPage(followed);
  const picking = createPicking(followed, (picked) => link.tell(picked));
  onConnect((port) => {
    // A panel that was loaded anew knows nothing of what the one before had begun.
    picking.stop();
    link.offer(port);
  });
  onWorkerMessage((message) => {
    const command = commandOf(message);
    const frame = presence.frame();
    if (command === null || frame === null) return false;
    // First the frame: within it the panel can move the keyboard, not into it.
    frame.takeFocus();
    link.tell({ type: 'command', command });
    return true;
  });
  followed.attach((reading, expectsClient) => {
    page.heard(reading);
    presence.follow(reading, expectsClient);
    picking.follow(reading);
    link.tell({ type: 'reading', reading });
  });
}

interface Answering {
  readonly followed: FollowedPage;
  readonly page: EhrPage;
  readonly link: PanelLink;
  readonly presence: Presence;
  readonly picking: Picking;
}

/** Does what the panel asked, and says how it went. */
async function answer(
  message: PanelToPage,
  { followed, page, link, presence, picking }: Answering,
): Promise<void> {
  switch (message.type) {
    case 'look':
      return link.tell({ type: 'reading', reading: followed.read() });
    case 'insert': {
      const { insertionId } = message.plan;
      const outcome = await page.insert(message.plan);
      return link.tell({ type: 'inserted', insertionId, outcome });
    }
    case 'undo': {
      const { insertionId } = message;
      const outcome = await page.undo(insertionId);
      return link.tell({ type: 'undone', insertionId, outcome });
    }
    case 'place':
      return place(message, presence.frame(), link);
    case 'pickField':
      return picking.start(presence.frame(), message.requestId);
    case 'stopPicking':
      return picking.stop();
    case 'useField':
      return picking.use(message);
    case 'check':
      return link.tell({ type: 'checked', report: checkOf(followed) });
    case 'releaseFocus':
      return presence.frame()?.releaseFocus();
  }
}

/** Says where the frame stands now: it is kept inside of the window, whatever was asked for. */
function place(asked: FramePlace, frame: Frame | null, link: PanelLink): void {
  const at = frame?.place(asked);
  if (at !== undefined) link.tell({ type: 'placed', ...at });
}

function checkOf({ adapter, view }: FollowedPage): SelfCheck {
  return selfCheck(adapter, view.document, new URL(view.location.href));
}
