import { type ReadonlySignal, signal } from '@preact/signals';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { AlertWay } from '../../messages/live.ts';

/** Whether what happens would be heard of, as the panel knows it. */
export interface AlertWayState {
  /** Null while it is not known. */
  readonly way: ReadonlySignal<AlertWay | null>;
  readonly refresh: () => Promise<void>;
}

/** Asks the worker, which has the line. */
export function createAlertWay(ask: AskWorker): AlertWayState {
  const way = signal<AlertWay | null>(null);
  return {
    way,
    async refresh() {
      const reply = await ask('alertWay.get', {});
      way.value = reply.ok ? reply.value : null;
    },
  };
}

/**
 * True when there is something to say: a line that is being opened says nothing yet. Of messages
 * nobody was asked while there is no line; asked and without an answer, nobody knows.
 */
export function isInTrouble({ line, path }: AlertWay): boolean {
  if (line === 'silent' || line === 'deaf') return true;
  return path === null ? line !== 'closed' : path.state !== 'works';
}
