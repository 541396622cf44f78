import type { CareRepositories } from '#backend/store/store.ts';
import { DEFAULT_PROTOCOL } from '#shared/alerts/protocol.ts';
import type { Protocol } from '#shared/contracts/protocol.ts';

/** The practice's list of what is done about alerts, as it stands. */
export async function protocolInForce(care: CareRepositories): Promise<Protocol> {
  return (await care.practiceSettings.newest('protocol'))?.value ?? DEFAULT_PROTOCOL;
}

/** The list as it was in one version; null when there never was one. */
export async function protocolOf(
  care: CareRepositories,
  version: number,
): Promise<Protocol | null> {
  if (version === DEFAULT_PROTOCOL.version) return DEFAULT_PROTOCOL;
  return care.practiceSettings.ofVersion('protocol', version);
}
