import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { SafeView } from '../../messages/daily.ts';
import { answerKey, type PanelFacts } from '../state/facts.ts';

/** Seconds for which a reveal lasts. */
export const REVEALED_SECONDS = 30;

/** How the panel stands with a screen that others may see. */
export interface CoverState {
  /** Until the worker has said otherwise, it is on. */
  readonly view: SafeView;
  /** True while nothing about anybody may be drawn. */
  readonly covered: boolean;
  /** Seconds until a reveal ends; null while there is none. */
  readonly secondsLeft: number | null;
}

/** Covers the panel in safe view, and uncovers it for a moment. */
export interface Cover {
  readonly state: ReadonlySignal<CoverState>;
  /** Asks the worker whether the view is on. */
  readonly refresh: () => Promise<void>;
  /** Shows the client on screen for {@link REVEALED_SECONDS}. */
  readonly reveal: () => void;
  readonly conceal: () => void;
  readonly switchTo: (on: boolean) => Promise<void>;
}

/** What it is worked out from. */
export interface CoverDependencies {
  readonly ask: AskWorker;
  readonly facts: ReadonlySignal<PanelFacts>;
}

const UNKNOWN: SafeView = { on: true, because: 'unknown' };

/** Builds the cover. A reveal is the panel's own, for one page: it ends with either. */
export function createCover({ ask, facts }: CoverDependencies): Cover {
  const view = signal<SafeView>(UNKNOWN);
  const until = signal<number | null>(null);
  const conceal = () => {
    until.value = null;
  };
  const page = computed(() => {
    const { reading } = facts.value;
    return reading === null ? null : answerKey(reading);
  });
  effect(() => {
    // Whenever the page turns to something else; reading the value is what makes this run.
    if (page.value !== null) conceal();
  });
  const take = (
    reply: { readonly ok: true; readonly value: SafeView } | { readonly ok: false },
  ) => {
    view.value = reply.ok ? reply.value : UNKNOWN;
    if (view.value.on && view.value.because === 'unknown') conceal();
  };
  return {
    state: computed(() => {
      const left = until.value === null ? 0 : (until.value - facts.value.now.getTime()) / 1000;
      const secondsLeft = view.value.on && left > 0 ? Math.ceil(left) : null;
      return { view: view.value, covered: view.value.on && secondsLeft === null, secondsLeft };
    }),
    async refresh() {
      take(await ask('safeView.get', {}));
    },
    reveal() {
      until.value = facts.peek().now.getTime() + REVEALED_SECONDS * 1000;
    },
    conceal,
    async switchTo(on) {
      conceal();
      take(await ask('safeView.set', { on }));
    },
  };
}
