import type { EhrAdapter } from './contract.ts';
import { sessionsHealth } from './sessionshealth/adapter.ts';
import { simplePractice } from './simplepractice/adapter.ts';
import { therapyNotes } from './therapynotes/adapter.ts';

/** Every adapter there is. No other file names a concrete one. */
const ADAPTERS: readonly EhrAdapter[] = [simplePractice, therapyNotes, sessionsHealth];

/** The adapter for a URL; null when no EHR that we know is shown there. */
export function adapterFor(url: URL): EhrAdapter | null {
  return ADAPTERS.find((adapter) => adapter.matches(url)) ?? null;
}
