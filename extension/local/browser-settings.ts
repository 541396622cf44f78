import type { ExtensionApi } from './extension-api.ts';
import { createServer, type Server } from './server.ts';
import { createPracticeSettings, type PracticeSettings } from './settings/practice-settings.ts';

/** The settings of this browser, and the server that they name. `build` is the build's own origin. */
export function createBrowserSettings(
  browser: ExtensionApi,
  build: string,
): { readonly practice: PracticeSettings; readonly server: Server } {
  const practice = createPracticeSettings({
    local: browser.storage.local,
    session: browser.storage.session,
    readManaged: () => readManaged(browser),
    async installedByPolicy() {
      return (await browser.management.getSelf()).installType === 'admin';
    },
    build,
  });
  const mayReach = (pattern: string) => browser.permissions.contains({ origins: [pattern] });
  return { practice, server: createServer({ practice, mayReach, build }) };
}

async function readManaged(browser: ExtensionApi): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch {
    // Firefox rejects where no policy for the extension exists at all: the same as an empty one.
    return {};
  }
}
