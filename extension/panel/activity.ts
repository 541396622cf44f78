import { effect, type ReadonlySignal } from '@preact/signals';
import type { AskWorker } from '../local/ask-worker.ts';
import type { Screen } from './state/screen.ts';

/** Milliseconds in which several uses are told as one. */
const TOLD_EVERY_MS = 15_000;

/** What a person does with a page; scripts of a page can't reach into a frame of ours to do it. */
const USES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** What is needed to notice a use. */
export interface ActivityParts {
  readonly ask: AskWorker;
  readonly document: Document;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** The panel's screen, where there is one: turning to another client is a use as well. */
  readonly screen?: ReadonlySignal<Screen>;
}

/** Tells the worker that somebody is here, so that the panel does not lock under their hands. */
export function reportActivity({ ask, document, now, signal, screen }: ActivityParts): void {
  let told = Number.NEGATIVE_INFINITY;
  const used = () => {
    if (now() - told < TOLD_EVERY_MS) return;
    told = now();
    void ask('session.active', {});
  };
  const onUse = ({ isTrusted }: Event) => {
    if (isTrusted) used();
  };
  for (const use of USES)
    document.addEventListener(use, onUse, { signal, passive: true, capture: true });
  if (screen === undefined) return;
  let client: string | null = null;
  const stop = effect(() => {
    const shown = screen.value.kind === 'client' ? screen.value.facts.client.clientId : client;
    if (shown !== client) used();
    client = shown;
  });
  signal.addEventListener('abort', stop);
}
