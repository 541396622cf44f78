// The content script carries no schema library, so this is checked by hand.

/** What a keyboard command of the browser asks of the panel. */
export type PanelCommand = 'toggle' | 'nextAlert' | 'insert';

/** Worker to the content script of the tab that had the keyboard. */
export interface CommandNotice {
  readonly type: 'command';
  readonly command: PanelCommand;
}

/** The commands by their names in the manifest. */
export const COMMANDS = {
  'toggle-panel': 'toggle',
  'next-alert': 'nextAlert',
  'go-to-insert': 'insert',
} as const satisfies Record<string, PanelCommand>;

/** The command that a message of the worker carries; null for any other message. */
export function commandOf(message: unknown): PanelCommand | null {
  if (typeof message !== 'object' || message === null) return null;
  if (!('type' in message) || message.type !== 'command' || !('command' in message)) return null;
  return Object.values(COMMANDS).find((command) => command === message.command) ?? null;
}
