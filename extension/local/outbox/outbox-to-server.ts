import type { ExtensionApi } from '../extension-api.ts';
import type { Fleet } from '../fleet/create-fleet.ts';
import type { Rpc } from '../rpc.ts';
import type { SessionProof, SignedInPerson } from '../signed-in.ts';
import { tellPages } from '../tell-pages.ts';
import type { Send } from './attempt.ts';
import { type Author, type Entry, factOf } from './entries.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { type Engine, openDisk } from './sealed/disk.ts';

/** What the worker's outbox stands on. */
export interface OutboxToServerDependencies {
  readonly browser: Pick<ExtensionApi, 'storage' | 'runtime'>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly engine?: Engine;
  readonly person: SignedInPerson;
  readonly rpcAs: (proof: SessionProof) => Rpc;
  readonly fleet: Pick<Fleet, 'onInsertion'>;
}

/** The outbox whose entries go to the practice's server, each in the name of its author. */
export function outboxToServer(dependencies: OutboxToServerDependencies): Outbox {
  const { browser, engine, now, newId, person, rpcAs, fleet } = dependencies;
  return createOutbox({
    area: browser.storage.session,
    disk: openDisk(engine),
    now,
    newId,
    person: person.now,
    async send(entry, as) {
      const told = await tellEntry(rpcAs(as), entry);
      if (told.ok) countInsertion(fleet, entry, as);
      return told;
    },
    askForGrant: (as) => rpcAs(as)('sealed.key', undefined),
    bring: (delivery, as) => rpcAs(as)('sealed.deliver', delivery),
    onChange: () => tellPages(browser, 'outbox'),
  });
}

function tellEntry(rpc: Rpc, entry: Entry): ReturnType<Send> {
  const { what, input } = factOf(entry);
  if (what === 'insertion') return rpc('insertions.record', input);
  if (what === 'undo') return rpc('insertions.recordUndo', input);
  return rpc('alerts.acknowledge', input);
}

/** Nothing waits for the count, and its failure keeps nothing from being settled. */
function countInsertion(
  fleet: OutboxToServerDependencies['fleet'],
  entry: Entry,
  author: Author,
): void {
  const { what, input } = factOf(entry);
  if (what !== 'insertion') return;
  fleet.onInsertion(input.ehr, input.outcome.status, author).catch(() => undefined);
}
