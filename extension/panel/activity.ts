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
  /**
   * The panel's screen, where there is one. Who turns to another client in the page uses no page of
   * ours; the worker judges whether it was a person.
   */
  readonly screen?: ReadonlySignal<Screen>;
}

/** Tells the worker that somebody is here, so that the panel does not lock under their hands. */
export function reportActivity({ ask, document, now, signal, screen }: ActivityParts): void {
  const teller = (call: 'session.active' | 'session.turned') => {
    let told = Number.NEGATIVE_INFINITY;
    return () => {
      if (now() - told < TOLD_EVERY_MS) return;
      told = now();
      void ask(call, {});
    };
  };
  const used = teller('session.active');
  const turned = teller('session.turned');
  const onUse = ({ isTrusted }: Event) => {
    if (isTrusted) used();
  };
  for (const use of USES)
    document.addEventListener(use, onUse, { signal, passive: true, capture: true });
  if (screen === undefined) return;
  let client: string | null = null;
  const stop = effect(() => {
    const shown = screen.value.kind === 'client' ? screen.value.facts.client.clientId : client;
    if (shown !== client) turned();
    client = shown;
  });
  signal.addEventListener('abort', stop);
}
