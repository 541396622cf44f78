import * as z from 'zod/mini';
import { MANAGED_SETTINGS } from '#shared/contracts/managed-settings.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { AllSettings, SettingChoice } from '../../messages/settings.ts';
import { createInTurn } from '../in-turn.ts';
import { createSlot, type StorageArea } from '../slot.ts';
import { settingsInUse } from './in-use.ts';
import { policyIn, usableOf } from './policy.ts';
import { stillRestricted } from './restrictions.ts';

const { lockAfterIdleMinutes, offlineCache, safeViewDuringTelehealth } = MANAGED_SETTINGS;

/** What a person chose, as it lies in `storage.local`. */
const Choices = z.object({
  lockAfterIdleMinutes: z.optional(lockAfterIdleMinutes),
  offlineCache: z.optional(offlineCache),
  safeViewDuringTelehealth: z.optional(safeViewDuringTelehealth),
});

/** What the settings are read from. */
export interface SettingsDependencies {
  /** `storage.local`: settings are no secret and name nobody. */
  readonly local: StorageArea;
  /** `storage.session`: what is known since the browser started. */
  readonly session: StorageArea;
  /** All of `storage.managed`; empty where the browser has none. */
  readonly readManaged: () => Promise<unknown>;
  readonly installedByPolicy: () => Promise<boolean>;
  readonly build: string;
}

/** The settings of this browser. */
export interface PracticeSettings {
  /** All of them as they hold now. */
  readonly all: () => Promise<AllSettings>;
  /** A person's own choice; refused where a practice manages the extension. */
  readonly choose: (choice: SettingChoice) => Promise<Result<null, 'setByPractice'>>;
  /** The server that a person named; null for that of the build. */
  readonly nameBackend: (address: string | null) => Promise<void>;
}

/**
 * Reads the settings anew each time: a policy may change while the worker lives. What could be used
 * of the last policy is remembered, and what a key that it lacks restricted before, so that neither a
 * restart nor a policy that is taken away or mistyped opens what was closed; nothing but settings is
 * in it.
 */
export function createPracticeSettings(dependencies: SettingsDependencies): PracticeSettings {
  const { local, session, build } = dependencies;
  const named = createSlot(local, 'backendAddress', z.string());
  const choices = createSlot(local, 'settingChoices', Choices);
  const lastPolicy = createSlot(local, 'lastPolicy', z.record(z.string(), z.unknown()));
  const seen = createSlot(session, 'policySeen', z.literal(true));
  const inTurn = createInTurn();

  async function remember(managed: unknown): Promise<void> {
    const policy = policyIn(managed);
    if (Object.keys(policy).length === 0) return;
    const kept = await lastPolicy.read();
    const usable = { ...usableOf(stillRestricted(policyIn(kept))), ...usableOf(policy) };
    if (JSON.stringify(kept) !== JSON.stringify(usable)) await lastPolicy.write(usable);
    if ((await seen.read()) === null) await seen.write(true);
  }

  async function all(): Promise<AllSettings> {
    const managed = await dependencies.readManaged();
    await inTurn(() => remember(managed));
    const address = await named.read();
    return settingsInUse({
      managed,
      remembered: await lastPolicy.read(),
      seenInSession: (await seen.read()) ?? false,
      installedByPolicy: await dependencies.installedByPolicy(),
      person: { ...(await choices.read()), backendAddress: address ?? undefined },
      build,
    });
  }

  return {
    all,
    async choose({ key, value }) {
      if ((await all()).standing !== 'none') return refuse('setByPractice');
      await inTurn(async () => {
        const kept = await choices.read();
        await choices.write({ ...kept, [key]: value ?? undefined });
      });
      return ok(null);
    },
    nameBackend: (address) => (address === null ? named.clear() : named.write(address)),
  };
}
