import { COMMANDS, type CommandNotice } from '../messages/command.ts';
import type { ExtensionApi } from './extension-api.ts';

/**
 * Passes a keyboard command of the browser on to the panel of the tab that had the keyboard. Where no
 * panel is, the popup answers: no press leads to nothing.
 */
export async function passOn(
  { tabs, action }: Pick<ExtensionApi, 'tabs' | 'action'>,
  name: string,
  tabId: number | undefined,
): Promise<void> {
  if (!Object.hasOwn(COMMANDS, name)) return;
  const notice: CommandNotice = {
    type: 'command',
    command: COMMANDS[name as keyof typeof COMMANDS],
  };
  const heard = tabId !== undefined && (await isHeard(tabs, tabId, notice));
  // Refused where the window is not in front any more.
  if (!heard) await action.openPopup().catch(() => undefined);
}

async function isHeard(
  tabs: ExtensionApi['tabs'],
  tabId: number,
  notice: CommandNotice,
): Promise<boolean> {
  try {
    return (await tabs.sendMessage(tabId, notice, { frameId: 0 })) === true;
  } catch {
    // No page with a panel's part is there.
    return false;
  }
}
