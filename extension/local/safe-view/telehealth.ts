import { MANAGED_SETTINGS, SAFEST } from '#shared/contracts/managed-settings.ts';
import type { ExtensionApi } from '../extension-api.ts';

/** SimplePractice's video sessions, which the client sees the clinician's screen from. */
export const TELEHEALTH_PAGES = ['https://video.simplepractice.com/*'];

/** Tabs that show a telehealth page. No script of ours is in them: the browser tells their address. */
export async function telehealthTabs(browser: Pick<ExtensionApi, 'tabs'>): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: TELEHEALTH_PAGES });
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** Whether a telehealth page switches the safe view on, by a practice's policy; on where it says nothing. */
export function duringTelehealth(managed: unknown): boolean {
  const { safeViewDuringTelehealth: schema } = MANAGED_SETTINGS;
  const key = 'safeViewDuringTelehealth';
  const value = typeof managed === 'object' && managed !== null ? Reflect.get(managed, key) : null;
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : SAFEST.safeViewDuringTelehealth !== false;
}
