import { type AddressRefusal, backendOrigin } from '#shared/contracts/backend-address.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { ServerSettings } from '../messages/worker.ts';
import { hostPattern } from './address.ts';
import { serverOf } from './settings/in-use.ts';
import type { PracticeSettings } from './settings/practice-settings.ts';

/** Why a person's choice of server was not taken. */
export type ServerRefusal = AddressRefusal | 'setByPractice' | 'accessNotGranted';

/** What the server is found with. */
export interface ServerDependencies {
  readonly practice: PracticeSettings;
  /** Whether the browser allows connections to a match pattern. */
  readonly mayReach: (pattern: string) => Promise<boolean>;
  readonly build: string;
}

/** Where the backend is. */
export interface Server {
  readonly settings: () => Promise<ServerSettings>;
  /** The person's own choice; the permission for it was asked for before, in the page. */
  readonly setBackend: (address: string) => Promise<Result<ServerSettings, ServerRefusal>>;
}

/** Asks the settings anew each time: a policy may change while the worker lives. */
export function createServer({ practice, mayReach, build }: ServerDependencies): Server {
  async function settings(): Promise<ServerSettings> {
    const chosen = serverOf(await practice.all());
    if (chosen.backend === null || (await mayReach(hostPattern(chosen.backend)))) return chosen;
    return { ...chosen, problem: 'accessNotGranted' };
  }

  return {
    settings,
    async setBackend(address) {
      if ((await settings()).source === 'policy') return refuse('setByPractice');
      const origin = backendOrigin(address);
      if (!origin.ok) return origin;
      if (!(await mayReach(hostPattern(origin.value)))) return refuse('accessNotGranted');
      await practice.nameBackend(origin.value === build ? null : origin.value);
      return ok(await settings());
    },
  };
}
