import type { ExtensionApi } from '../extension-api.ts';

/** One notification at a time: what it says is the same for one thing or for ten. */
const CALL_ID = 'throughline.waiting';

/**
 * Where whoever was told reads of what, also of a colleague's client, and an admin too: where the ladder's
 * mails lead.
 */
const ALERTS_PATH = '/alerts';

/** What it is shown and answered with. */
export interface CallToLookDependencies {
  readonly browser: Pick<ExtensionApi, 'notifications' | 'tabs' | 'windows'>;
  /** Origin of the practice's server; null when there is none. */
  readonly backend: () => Promise<string | null>;
}

/** The notification of a step of the ladder. */
export interface CallToLook {
  /** Shows it, again where it still stands: a later step is a call of its own. */
  readonly show: () => Promise<void>;
  /** A notification was clicked: brings the place where it can be read in front. */
  readonly onClicked: (notificationId: string) => Promise<void>;
}

/**
 * Stands on a screen that anybody may see, also a locked one: it names nobody and nothing, and is the
 * same for every reason.
 */
export function createCallToLook({ browser, backend }: CallToLookDependencies): CallToLook {
  const { notifications, tabs, windows } = browser;

  async function openAlerts(): Promise<void> {
    const origin = await backend();
    if (origin === null) return;
    const address = new URL(ALERTS_PATH, origin).href;
    const open = (await tabs.query({})).find(({ url }) => url?.startsWith(address) === true);
    const shown =
      open?.id === undefined
        ? await tabs.create({ url: address })
        : await tabs.update(open.id, { active: true, url: address });
    if (shown?.windowId !== undefined) await windows.update(shown.windowId, { focused: true });
  }

  return {
    async show() {
      // One that still stands would be changed without a sound.
      await notifications.clear(CALL_ID);
      await notifications.create(CALL_ID, {
        type: 'basic',
        iconUrl: '/icon/128.png',
        title: 'Throughline',
        message: 'Something waits for you in Throughline.',
        priority: 2,
      });
    },
    async onClicked(notificationId) {
      if (notificationId !== CALL_ID) return;
      await notifications.clear(CALL_ID);
      await openAlerts();
    },
  };
}
