import { setImmediate as theRest } from 'node:timers/promises';
import type { Logger } from 'pino';
import { traceOf } from '#backend/http/trace.ts';
import type { ClientNews, LiveWord } from '#backend/store/live.ts';
import type { Store } from '#backend/store/store.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import type { LiveStream } from './live-stream.ts';
import type { OpenStreams } from './open-streams.ts';

/** What was said of clients. */
type ClientWord = Extract<LiveWord, { readonly clientId: ClientId }>;

/** What passing on needs. */
export interface PassingOnDeps {
  readonly streams: OpenStreams;
  readonly store: Store;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly log: Logger;
  /** False, and the stream ended, where its session was not found open a moment ago. */
  readonly stands: (stream: LiveStream) => boolean;
}

/** Gives words to those whom they concern. */
export interface PassingOn {
  /**
   * To clinicians who have the client in their caseload at this moment, in one question for many words. An
   * admin may know nothing of a client, also where one is in their caseload.
   */
  readonly ofClient: (word: ClientWord) => void;
  /** To one person. */
  readonly toPerson: (word: Extract<LiveWord, { readonly staffId: StaffId }>) => void;
}

/**
 * Decides anew for every word who may have it. Words of one practice that come while its caseloads
 * are being asked wait and are asked about together, so that a thousand alerts cost a few questions.
 */
export function createPassingOn(deps: PassingOnDeps): PassingOn {
  const waiting = new Map<PracticeId, ClientWord[]>();

  async function passOn(practiceId: PracticeId): Promise<void> {
    // What was committed together is heard together, word by word.
    await theRest();
    for (let words = waiting.get(practiceId) ?? []; words.length > 0; ) {
      waiting.set(practiceId, []);
      await passOnTogether(deps, practiceId, words);
      words = waiting.get(practiceId) ?? [];
    }
    waiting.delete(practiceId);
  }

  return {
    ofClient(word) {
      const { practiceId } = word;
      if (deps.streams.ofPractice(practiceId).length === 0) return;
      const others = waiting.get(practiceId);
      if (others !== undefined) {
        others.push(word);
        return;
      }
      waiting.set(practiceId, [word]);
      void passOn(practiceId);
    },
    toPerson({ practiceId, staffId }) {
      const event = { is: 'waiting', at: deps.now() } as const;
      for (const stream of deps.streams.ofPractice(practiceId)) {
        if (stream.staffId === staffId && deps.stands(stream)) stream.tell(event);
      }
    },
  };
}

/** Never rejects: whom nothing can be decided for is ended, and asks everything anew. */
async function passOnTogether(
  deps: PassingOnDeps,
  practiceId: PracticeId,
  words: readonly ClientWord[],
): Promise<void> {
  const { streams, log, now } = deps;
  const news = new Map<string, { readonly is: ClientNews; readonly clientId: ClientId }>(
    words.map(({ is, clientId }) => [`${is} ${clientId}`, { is, clientId }]),
  );
  try {
    const clientsOf = await caseloads(deps, practiceId, [...news.values()]);
    const at = now();
    for (const stream of streams.ofPractice(practiceId)) {
      const own = clientsOf.get(stream.staffId);
      if (own === undefined || !deps.stands(stream)) continue;
      for (const one of news.values()) {
        if (own.has(one.clientId)) stream.tell({ ...one, at });
      }
    }
  } catch (error) {
    log.warn({ trace: traceOf(error) }, 'changes not passed on');
    for (const stream of streams.ofPractice(practiceId)) stream.end();
  }
}

async function caseloads(
  { store, now, newId }: PassingOnDeps,
  practiceId: PracticeId,
  news: readonly { readonly clientId: ClientId }[],
): Promise<ReadonlyMap<StaffId, ReadonlySet<ClientId>>> {
  const actor = { kind: 'system', name: 'live' } as const;
  const clientIds = [...new Set(news.map(({ clientId }) => clientId))];
  const pairs = await store.inPractice(
    { practiceId, actor, requestId: newId(), now: now() },
    ({ caseload }) => caseload.holdersOf(clientIds),
  );
  const clientsOf = new Map<StaffId, Set<ClientId>>();
  for (const { staffId, role, clientId } of pairs) {
    if (role !== 'clinician') continue;
    const own = clientsOf.get(staffId) ?? new Set();
    clientsOf.set(staffId, own.add(clientId));
  }
  return clientsOf;
}
