import { COMMANDS } from '../messages/command.ts';
import type { ExtensionApi } from './extension-api.ts';

/** The keyboard commands of the manifest, in its order, with the keys that they have in this browser. */
export async function readShortcuts({
  commands,
}: Pick<ExtensionApi, 'commands'>): Promise<{ readonly what: string; readonly keys: string }[]> {
  const all = await commands.getAll();
  return Object.keys(COMMANDS).flatMap((name) => {
    const command = all.find((one) => one.name === name);
    return command === undefined
      ? []
      : [{ what: command.description ?? name, keys: command.shortcut ?? '' }];
  });
}
