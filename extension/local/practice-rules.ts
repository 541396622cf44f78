import type { EhrId } from '#shared/contracts/ehr.ts';
import type { BriefCache } from './cache.ts';
import type { ExtensionApi } from './extension-api.ts';
import type { Switches } from './fleet/switches.ts';
import { createIdleLock, type IdleLock, LOCK_ALARM } from './idle-lock.ts';
import type { Session } from './session.ts';
import type { PracticeSettings } from './settings/practice-settings.ts';

/** What holds when no time is known after which the panel locks. */
const SHORTEST_LOCK_MINUTES = 1;

/** Seconds within which keyboard or pointer were used where a computer counts as used. */
const USED_WITHIN_SECONDS = 60;

/** What the rules act on. */
export interface PracticeRulesDependencies {
  readonly browser: Pick<ExtensionApi, 'alarms' | 'idle' | 'storage'>;
  readonly now: () => Date;
  readonly practice: PracticeSettings;
  readonly switches: Pick<Switches, 'modeOf'>;
  readonly session: Session;
  readonly cache: BriefCache;
  readonly notify: (what: 'session' | 'settings') => void;
}

/** What the settings demand of the worker. */
export interface PracticeRules {
  readonly lock: IdleLock;
  /** False where the policy leaves the EHR out, or an admin switched it off. */
  readonly mayWorkIn: (ehr: EhrId) => Promise<boolean>;
  /** A setting changed: it holds from now on, also for what was kept and counted before. */
  readonly onSettings: () => Promise<void>;
}

/** Applies the settings. They are read anew for every question. */
export function createPracticeRules(dependencies: PracticeRulesDependencies): PracticeRules {
  const { browser, now, practice, switches, session, cache, notify } = dependencies;
  const settingNow = async () => (await practice.all()).settings;
  const lock = createIdleLock({
    area: browser.storage.session,
    now,
    minutes: async () => (await settingNow()).lockAfterIdleMinutes.value ?? SHORTEST_LOCK_MINUTES,
    isSignedIn: async () => (await session.held()) !== null,
    isComputerUsed: async () => (await browser.idle.queryState(USED_WITHIN_SECONDS)) === 'active',
    ringAt: (when) => browser.alarms.create(LOCK_ALARM, { when }),
    async onLock() {
      await session.end();
      await cache.clear();
      notify('session');
    },
  });
  return {
    lock,
    async mayWorkIn(ehr) {
      const allowed = (await settingNow()).allowedEhrs.value?.includes(ehr) === true;
      return allowed && (await switches.modeOf(ehr)) !== 'off';
    },
    async onSettings() {
      if ((await settingNow()).offlineCache.value !== true) await cache.clear();
      await lock.onMinutesChanged();
      notify('settings');
    },
  };
}
