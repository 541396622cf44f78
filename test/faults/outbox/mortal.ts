/** When a worker is ended: before its n-th step is taken, or after, with nobody to hear of it. */
export interface Death {
  /** 1 for the first step that leaves the worker: storage, disk or network. */
  readonly step: number;
  readonly when: 'before' | 'after';
}

/** A worker's life, which ends at a step that a test chose. */
export interface Life {
  /** Takes one step. Once the worker is dead nothing more is done, and nothing ever answers. */
  readonly step: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  readonly stepsTaken: () => number;
}

/** Begins a life; null lives for ever. */
export function begin(death: Death | null): Life {
  const ended = Promise.withResolvers<void>();
  let taken = 0;
  let isDead = false;

  function die<Value>(): Promise<Value> {
    isDead = true;
    ended.resolve();
    return Promise.withResolvers<Value>().promise;
  }

  return {
    async step(work) {
      if (isDead) return die();
      taken += 1;
      const isLast = taken === death?.step;
      if (isLast && death.when === 'before') return die();
      const value = await work();
      return isLast || isDead ? die() : value;
    },
    ended: ended.promise,
    stepsTaken: () => taken,
  };
}

/** The same functions, each a step of a life. */
export function mortal<Part extends object>(part: Part, life: Life): Part {
  return new Proxy(part, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...input: unknown[]) =>
        life.step(async () => (await Reflect.apply(member, target, input)) as unknown);
    },
  });
}
