import type { DeliveryQueue } from '#backend/delivery/queue.ts';
import type { Ways } from '#backend/delivery/ways.ts';
import type { CareRepositories, Scope, Store } from '#backend/store/store.ts';

/** From an answer to the mail about it: where a backend can be killed. */
export const STEPS = [
  'answerSaved',
  'scored',
  'alertOpened',
  'messageWritten',
  'submissionCommitted',
  'jobPut',
  'messageTaken',
  'messageTakenCommitted',
  'relayAsked',
  'relayTook',
  'sentWritten',
  'sentCommitted',
] as const;

/** The name of such a step. */
export type Step = (typeof STEPS)[number];

/** Told of each step as it is reached; may not return. */
export type OnStep = (step: Step) => void;

/** What is a step when it has been done: repository, method, step. */
const DONE: readonly (readonly [keyof CareRepositories, string, Step])[] = [
  ['administrations', 'saveAnswer', 'answerSaved'],
  ['responses', 'submit', 'scored'],
  ['alerts', 'apply', 'alertOpened'],
  ['messages', 'addOnce', 'messageWritten'],
  ['messages', 'tried', 'messageTaken'],
  ['messages', 'sent', 'sentWritten'],
];

/** The store, telling of every step within its transactions and after their commits. */
export function steppingStore(store: Store, onStep: OnStep): Store {
  return {
    ...store,
    async inPractice(scope, work, planning) {
      const seen = new Set<Step>();
      const watched = (care: CareRepositories): CareRepositories =>
        watching(care, (step) => {
          seen.add(step);
          onStep(step);
        });
      const result = await store.inPractice(scope, (care) => work(watched(care)), planning);
      for (const step of committed(scope, seen)) onStep(step);
      return result;
    },
  };
}

function committed({ actor }: Scope, seen: ReadonlySet<Step>): readonly Step[] {
  if (actor.kind === 'client') return seen.has('scored') ? ['submissionCommitted'] : [];
  if (seen.has('messageTaken')) return ['messageTakenCommitted'];
  return seen.has('sentWritten') ? ['sentCommitted'] : [];
}

function watching(care: CareRepositories, onStep: OnStep): CareRepositories {
  return new Proxy(care, {
    get(target, name) {
      if (name === 'at') return (now: Scope['now']) => watching(target.at(now), onStep);
      const part: unknown = Reflect.get(target, name);
      const steps = DONE.filter(([of]) => of === name);
      return steps.length === 0 ? part : stepping(part as object, steps, onStep);
    },
  });
}

function stepping(part: object, steps: typeof DONE, onStep: OnStep): object {
  return new Proxy(part, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...input: unknown[]) => {
        const result: unknown = await Reflect.apply(member, target, input);
        for (const [, method, step] of steps) if (method === name) onStep(step);
        return result;
      };
    },
  });
}

/** The ways, telling when a relay is asked and when it took a mail. */
export function steppingWays({ mail, text }: Ways, onStep: OnStep): Ways {
  if (mail === null) return { mail, text };
  return {
    text,
    async mail(letter, signal) {
      onStep('relayAsked');
      const outcome = await mail(letter, signal);
      if (outcome.ok) onStep('relayTook');
      return outcome;
    },
  };
}

/** The queue, telling when jobs were put. */
export function steppingQueue(queue: DeliveryQueue, onStep: OnStep): DeliveryQueue {
  return {
    ...queue,
    async put(practiceId, messages) {
      await queue.put(practiceId, messages);
      if (messages.length > 0) onStep('jobPut');
    },
  };
}
