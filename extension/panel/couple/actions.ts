import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  CouplePage,
  LinkCouple,
  SetSecretsPolicy,
  UnlinkCouple,
} from '#shared/contracts/couple-procedures.ts';
import type { ClientId, ConsentId } from '#shared/contracts/ids.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { CoupleResults } from '../../messages/couples.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import type { Screen } from '../state/screen.ts';

/** What can be done about couples. */
export interface CoupleActions {
  /** The couple that a page is about. */
  readonly ofPage: (page: CouplePage) => Promise<WorkerReply<CoupleResults['couples.ofPage']>>;
  /** Whether the page is on screen at this moment. */
  readonly isShown: (page: CouplePage) => boolean;
  /** Who of the own caseload the page may mean. */
  readonly choices: (page: CouplePage) => Promise<WorkerReply<CoupleResults['couples.choices']>>;
  /** Makes a couple of the two on the page. */
  readonly link: (input: LinkCouple) => Promise<WorkerReply<null>>;
  /** Ends the couple that the page is about. */
  readonly unlink: (input: UnlinkCouple, page: CouplePage) => Promise<WorkerReply<null>>;
  /** Records what that couple agreed about secrets. */
  readonly setPolicy: (input: SetSecretsPolicy, page: CouplePage) => Promise<WorkerReply<null>>;
  /** How the sharing of the client on screen stands. */
  readonly sharingOf: (clientId: ClientId) => Promise<WorkerReply<CoupleResults['couples.of']>>;
  /** Takes a consent of the client on screen back, at their word. */
  readonly revoke: (clientId: ClientId, consentId: ConsentId) => Promise<WorkerReply<null>>;
  /** Counts up when something changed that a couple's view may show: consents end at any moment. */
  readonly renewed: ReadonlySignal<number>;
  readonly renew: () => void;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
}

/** Said when the page turned under a press. */
const TURNED = {
  ok: false,
  reason: 'refused',
  message: 'The page has turned to somebody else. Nothing was changed. Look again.',
} as const;

/** Each press is held against who is on screen at this moment. */
export function createCoupleActions({
  ask,
  screen,
  newId,
}: {
  readonly ask: AskWorker;
  readonly screen: ReadonlySignal<Screen>;
  readonly newId: () => string;
}): CoupleActions {
  const isClient = (clientId: ClientId) => {
    const shown = screen.peek();
    return shown.kind === 'client' && shown.facts.client.clientId === clientId;
  };
  const renewed = signal(0);
  const isPage = (page: CouplePage) => {
    const shown = screen.peek();
    return shown.kind === 'severalPeople' && JSON.stringify(shown.page) === JSON.stringify(page);
  };
  return {
    ofPage: (page) => ask('couples.ofPage', page),
    isShown: isPage,
    choices: async (page) => (isPage(page) ? ask('couples.choices', page) : TURNED),
    link: async (input) => (isPage(input.page) ? ask('couples.link', input) : TURNED),
    unlink: async (input, page) => (isPage(page) ? ask('couples.unlink', input) : TURNED),
    setPolicy: async (input, page) => (isPage(page) ? ask('couples.setPolicy', input) : TURNED),
    sharingOf: async (clientId) => (isClient(clientId) ? ask('couples.of', { clientId }) : TURNED),
    revoke: async (clientId, consentId) =>
      isClient(clientId) ? ask('couples.revokeConsent', { clientId, consentId }) : TURNED,
    renewed,
    renew() {
      renewed.value += 1;
    },
    newId,
  };
}
