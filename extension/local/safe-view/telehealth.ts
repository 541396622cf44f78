import type { ExtensionApi } from '../extension-api.ts';

/** SimplePractice's video sessions, which the client sees the clinician's screen from. */
export const TELEHEALTH_PAGES = ['https://video.simplepractice.com/*'];

/** Tabs that show a telehealth page. No script of ours is in them: the browser tells their address. */
export async function telehealthTabs(browser: Pick<ExtensionApi, 'tabs'>): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: TELEHEALTH_PAGES });
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}
