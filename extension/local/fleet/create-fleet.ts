import type { Rpc } from '../rpc.ts';
import type { SessionProof, SignedInPerson } from '../signed-in.ts';
import type { StorageArea } from '../slot.ts';
import { createHealth, type Health, type HealthDependencies } from './health.ts';
import { createSwitches, type Switches } from './switches.ts';

/** What the practice's server is told of this browser, and what it allows it. */
export interface Fleet extends Pick<Health, 'onReading' | 'onTabClosed'> {
  readonly switches: Switches;
  readonly onInsertion: Health['onInsertion'];
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
  readonly person: Pick<SignedInPerson, 'now' | 'known'>;
  /** Calls the server in the name of one session and no other. */
  readonly rpcAs: (proof: SessionProof) => Rpc;
  /** An adapter may do something else than before. */
  readonly onSwitched: () => void;
}

/** Builds the counter and the switches on the same storage and server. */
export function createFleet(dependencies: FleetDependencies): Fleet {
  const { area, now, newId, installation, crypto, person, rpcAs, onSwitched } = dependencies;
  const health = createHealth({
    area,
    now,
    newId,
    installation,
    newBrowserId: () => crypto.randomUUID(),
    random: () => randomFraction(crypto),
    person: person.known,
    send: (report, as) => rpcAs(as)('fleet.report', report),
  });
  const switches = createSwitches({
    area,
    now,
    person,
    ask: (as) => rpcAs(as)('fleet.switches', undefined),
    onChange: onSwitched,
  });
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
