import * as z from 'zod/mini';
import { type AddressRefusal, backendOrigin } from '#shared/contracts/backend-address.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { ServerSettings } from '../messages/worker.ts';
import { hostPattern } from './address.ts';
import { chooseBackend } from './settings.ts';
import { createSlot, type StorageArea } from './slot.ts';

/** Why a person's choice of server was not taken. */
export type ServerRefusal = AddressRefusal | 'setByPractice' | 'accessNotGranted';

/** What the settings are read from. */
export interface ServerDependencies {
  /** `storage.local`: an address is no secret and names nobody. */
  readonly local: StorageArea;
  /** All of `storage.managed`; empty where the browser has none. */
  readonly readManaged: () => Promise<unknown>;
  readonly installedByPolicy: () => Promise<boolean>;
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

/** Reads the settings anew each time: a policy may change while the worker lives. */
export function createServer(dependencies: ServerDependencies): Server {
  const { mayReach, build } = dependencies;
  const person = createSlot(dependencies.local, 'backendAddress', z.string());

  async function settings(): Promise<ServerSettings> {
    const chosen = chooseBackend({
      managed: await dependencies.readManaged(),
      installedByPolicy: await dependencies.installedByPolicy(),
      person: await person.read(),
      build,
    });
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
      await (origin.value === build ? person.clear() : person.write(origin.value));
      return ok(await settings());
    },
  };
}
