import { type ReadonlySignal, signal } from '@preact/signals';
import { backendOrigin } from '#shared/contracts/backend-address.ts';
import type { WhoAmI } from '#shared/contracts/procedures.ts';
import { ADDRESS_REFUSAL_WORDS, hostPattern } from '../../local/address.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { AllSettings, SettingChoice } from '../../messages/settings.ts';
import type { Pairing, PairingState, ServerSettings, WorkerReply } from '../../messages/worker.ts';
import type { DailyActions } from '../daily.ts';

/** What the settings page shows; null until the worker has answered. */
export interface SettingsFacts {
  readonly settings: ServerSettings;
  readonly all: AllSettings;
  readonly person: WorkerReply<WhoAmI>;
}

/** What the settings page does. */
export interface SettingsActions {
  readonly facts: ReadonlySignal<SettingsFacts | null>;
  readonly refresh: () => Promise<void>;
  /** Takes a server's address; what went wrong in words, null when nothing did. */
  readonly setBackend: (address: string) => Promise<string | null>;
  /** Takes a choice for this browser. */
  readonly choose: (choice: SettingChoice) => Promise<void>;
  readonly isLocked: () => Promise<WorkerReply<boolean>>;
  /** Asks the browser for the present server's host. */
  readonly allowAccess: () => Promise<string | null>;
  readonly pairing: () => Promise<WorkerReply<Pairing | null>>;
  readonly startPairing: () => Promise<WorkerReply<Pairing>>;
  readonly pollPairing: () => Promise<WorkerReply<PairingState>>;
  readonly signOut: () => Promise<void>;
  readonly shortcuts: DailyActions['shortcuts'];
}

/** What the actions need. */
export interface SettingsDependencies {
  readonly ask: AskWorker;
  /** Asks the person for a host; must be called while a press is being handled. */
  readonly requestAccess: (pattern: string) => Promise<boolean>;
  readonly shortcuts: DailyActions['shortcuts'];
}

const NOT_ALLOWED = 'The connection was not allowed, so nothing was changed.';

/** The actions over the worker. */
export function createSettingsActions({
  ask,
  requestAccess,
  shortcuts,
}: SettingsDependencies): SettingsActions {
  const facts = signal<SettingsFacts | null>(null);

  async function refresh(): Promise<void> {
    const [settings, all, person] = await Promise.all([
      ask('settings.get', {}),
      ask('settings.all', {}),
      ask('session.whoAmI', {}),
    ]);
    if (settings.ok && all.ok) facts.value = { settings: settings.value, all: all.value, person };
  }

  return {
    facts,
    refresh,
    async setBackend(address) {
      const origin = backendOrigin(address);
      if (!origin.ok) return ADDRESS_REFUSAL_WORDS[origin.refusal];
      // First of all: browsers grant only while the press is being handled.
      if (!(await requestAccess(hostPattern(origin.value)))) return NOT_ALLOWED;
      const changed = await ask('settings.setBackend', { backend: origin.value });
      await refresh();
      return changed.ok ? null : changed.message;
    },
    async choose(choice) {
      await ask('settings.choose', choice);
      await refresh();
    },
    isLocked: () => ask('session.isLocked', {}),
    async allowAccess() {
      const backend = facts.peek()?.settings.backend ?? null;
      if (backend === null || !(await requestAccess(hostPattern(backend)))) return NOT_ALLOWED;
      await refresh();
      return null;
    },
    pairing: () => ask('session.pairing', {}),
    startPairing: () => ask('session.startPairing', {}),
    pollPairing: () => ask('session.pollPairing', {}),
    async signOut() {
      await ask('session.signOut', {});
      await refresh();
    },
    shortcuts,
  };
}
