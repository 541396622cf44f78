import type { EhrId } from '#shared/contracts/ehr.ts';
import type { InsertOutcome } from '#shared/contracts/insertion.ts';
import type { Rpc } from '../rpc.ts';
import type { StorageArea } from '../slot.ts';
import { createHealth, type Health, type HealthDependencies } from './health.ts';
import { createSwitches, type Switches } from './switches.ts';

/** What the practice's server is told of this browser, and what it allows it. */
export interface Fleet extends Pick<Health, 'onReading' | 'onTabClosed'> {
  readonly switches: Switches;
  readonly onInsertion: (ehr: EhrId, status: InsertOutcome['status']) => Promise<void>;
  /** Tells and asks what it is time for. Never rejects: what can't be asked is not answered. */
  readonly upkeep: () => Promise<void>;
  /** Somebody else may be signed in: asks at once. Never rejects either. */
  readonly onSession: () => Promise<void>;
}

/** What it is built from. */
export interface FleetDependencies
  extends Pick<HealthDependencies, 'now' | 'newId' | 'installation'> {
  /** `storage.local`. */
  readonly area: StorageArea;
  readonly crypto: Crypto;
  readonly rpc: Rpc;
  /** An adapter may do something else than before. */
  readonly onSwitched: () => void;
}

/** Builds the counter and the switches on the same storage and server. */
export function createFleet(dependencies: FleetDependencies): Fleet {
  const { area, now, newId, installation, crypto, rpc, onSwitched } = dependencies;
  const health = createHealth({
    area,
    now,
    newId,
    installation,
    newBrowserId: () => crypto.randomUUID(),
    random: () => randomFraction(crypto),
    send: (report) => rpc('fleet.report', report),
  });
  const ask = () => rpc('fleet.switches', undefined);
  const switches = createSwitches({ area, now, ask, onChange: onSwitched });
  return {
    ...health,
    switches,
    async upkeep() {
      await switches.refreshIfOld().catch(nothing);
      await health.reportIfDue().catch(nothing);
    },
    onSession: () => switches.refresh().catch(nothing),
  };
}

/** Without an answer nothing is written after a while, and the report waits. */
function nothing(): void {}

function randomFraction(crypto: Crypto): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return random / 2 ** 32;
}
