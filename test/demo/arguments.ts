import { parseArgs } from 'node:util';

/** How the demo was asked to run. */
export interface DemoArguments {
  /** Headless, checked step by step, then end. */
  readonly once: boolean;
  /** Forget the demo's data first. */
  readonly fresh: boolean;
  /** Let phones of the local network open the client's page. */
  readonly phone: boolean;
}

/** Reads the words after `npm start --`; null when one of them is unknown. */
export function demoArguments(words: readonly string[]): DemoArguments | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        once: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        phone: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch {
    return null;
  }
}

/** True where a window can be opened. Only Linux can lack a display without anybody noticing. */
export function hasDisplay(env: Readonly<Record<string, string | undefined>>): boolean {
  if (process.platform !== 'linux') return true;
  return [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}
