import { resolve } from 'node:path';
import { configFrom } from '#backend/config.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { DemoArguments } from './arguments.ts';

/** Settings of the environment. */
type Settings = Readonly<Record<string, string | undefined>>;

/** What a start of the demo does, and where. */
export interface DemoPlan {
  /** `open`: for a person, until it is closed. `once`: checked step by step, by itself. */
  readonly kind: 'open' | 'once';
  readonly dataDir: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly fresh: boolean;
  readonly phone: boolean;
}

/**
 * Decides what is done. `display`: whether a window can be opened. A run that checks itself has a
 * folder and a port of its own, so that it disturbs no demo that is open. Refused with words.
 */
export function demoPlan(
  wanted: DemoArguments,
  env: Settings,
  display: boolean,
): Result<DemoPlan, string> {
  const kept = keptByNpm(wanted, env);
  if (kept !== null) {
    return refuse(`npm took --${kept} for itself. Put -- before it: npm start -- --${kept}`);
  }
  const { once, fresh, phone } = wanted;
  if (phone && once) {
    return refuse(
      '--phone is for a demo that stays open; --once ends by itself. Leave one of them out.',
    );
  }
  if (phone && !display) {
    return refuse(
      '--phone is for a demo that stays open in a window, and there is no display here. Start it where there is one, or leave --phone out: the same job then runs headless and checks itself.',
    );
  }
  const data = resolve(env['THROUGHLINE_DATA'] ?? '.data');
  if (once || !display) {
    return ok({ kind: 'once', dataDir: resolve(data, 'demo-once'), port: 0, fresh: true, phone });
  }
  const config = configFrom({ THROUGHLINE_PORT: env['THROUGHLINE_PORT'] });
  if (!config.ok) return refuse(config.refusal.join('\n'));
  const { port } = config.value;
  return ok({ kind: 'open', dataDir: resolve(data, 'demo'), port, fresh, phone });
}

/** True where a window can be opened. Only Linux can lack a display without anybody noticing. */
export function hasDisplay(env: Settings): boolean {
  if (process.platform !== 'linux') return true;
  return [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}

/** Why the demo stopped, for whoever started it. The browser's own words ask for a developer's tools. */
export function stoppedText(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.includes('Missing X server')
    ? 'The display that DISPLAY names can’t be opened. Start the demo where there is one, or say npm start -- --once.'
    : `The demo stopped: ${reason}`;
}

/** An option that was typed without `--` before it: npm takes it for a setting of its own. */
function keptByNpm(wanted: DemoArguments, env: Settings): keyof DemoArguments | null {
  const names = ['once', 'fresh', 'phone'] as const;
  return names.find((name) => !wanted[name] && env[`npm_config_${name}`] === 'true') ?? null;
}
