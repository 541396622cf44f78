import * as z from 'zod/mini';
import { backendOrigin } from '#shared/contracts/backend-address.ts';
import type { ServerSettings } from '../messages/worker.ts';

/** The key of the practice's policy, as in `public/managed_schema.json`. */
const ManagedSettings = z.object({ backendAddress: z.string().check(z.maxLength(300)) });

/** All that decides which backend is used. */
export interface SettingsSources {
  /** `storage.managed` as it is now: empty for seconds after a first start, or for good. */
  readonly managed: unknown;
  /** True when the browser says that a policy installed the extension. */
  readonly installedByPolicy: boolean;
  /** The address that the person named; null when none. */
  readonly person: string | null;
  /** The origin that the build was made for. */
  readonly build: string;
}

/** Settings before the browser was asked whether the host may be reached. */
type Chosen = Pick<ServerSettings, 'backend' | 'source' | 'problem'>;

/**
 * Policy, then person, then build. An extension that a policy installed uses the policy's
 * address or none: while it is missing, wrong or taken away no other server is asked, because an
 * empty policy can't be told from one that has not arrived.
 */
export function chooseBackend(sources: SettingsSources): Chosen {
  if (isPresent(sources.managed)) return fromPolicy(sources.managed);
  if (sources.installedByPolicy) {
    return { backend: null, source: 'policy', problem: 'waitingForPractice' };
  }
  const named = sources.person === null ? null : backendOrigin(sources.person);
  if (named?.ok === true) return { backend: named.value, source: 'person', problem: null };
  return { backend: sources.build, source: 'build', problem: null };
}

function isPresent(managed: unknown): boolean {
  return typeof managed === 'object' && managed !== null && 'backendAddress' in managed;
}

function fromPolicy(managed: unknown): Chosen {
  // Firefox has no schema, and Chromium drops what does not fit: the value is checked here again.
  const parsed = ManagedSettings.safeParse(managed);
  const origin = parsed.success ? backendOrigin(parsed.data.backendAddress) : null;
  return origin?.ok === true
    ? { backend: origin.value, source: 'policy', problem: null }
    : { backend: null, source: 'policy', problem: 'policyRefused' };
}
