import type { BriefFacts } from '#shared/contracts/brief.ts';
import { COMPOSITES } from '#shared/instruments/on-demand.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import { failure } from '../../local/failure.ts';
import type { BriefState, WorkerReply } from '../../messages/worker.ts';

/** Loads measures by id; rejects when that fails. */
export type LoadMeasures = (ids: readonly string[]) => Promise<void>;

/**
 * Asks as `ask` does, and hands no brief on before every measure that it names is loaded. One that
 * can't be loaded is no answer: without it, answers would stand there unjudged.
 */
export function withMeasures(ask: AskWorker, load: LoadMeasures): AskWorker {
  return async (call, input) => {
    const reply = await ask(call, input);
    if (call !== 'brief.get' || !reply.ok) return reply;
    const facts = factsIn(reply as WorkerReply<BriefState>);
    if (facts === null) return reply;
    try {
      await load(measuresNamedIn(facts));
      return reply;
    } catch {
      return { ok: false, ...failure('partMissing') };
    }
  };
}

/** Ids of the instruments that a client's facts name, and of the sums they may be part of. */
export function measuresNamedIn({
  responses,
  responseCounts,
  checkIns,
  alerts,
  externalPoints = [],
}: BriefFacts): string[] {
  return [
    ...Object.keys(responseCounts),
    ...[...responses, ...checkIns, ...alerts].map(({ instrumentId }) => instrumentOf(instrumentId)),
    ...externalPoints.map(({ measureId }) => instrumentOf(measureId)),
    ...COMPOSITES,
  ];
}

/** Alerts and points that the EHR shows are about a measure: `dass21.depression` is a part of `dass21`. */
function instrumentOf(measureId: string): string {
  return measureId.split('.', 1)[0] ?? measureId;
}

function factsIn(reply: WorkerReply<BriefState>): BriefFacts | null {
  if (!reply.ok || reply.value.source === 'none') return null;
  const { reply: brief } = reply.value;
  return brief.verdict === 'certain' ? brief.brief : null;
}
