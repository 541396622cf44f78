import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { EhrId } from '#shared/contracts/ehr.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { PanelPlace } from '../../messages/daily.ts';
import type { PageToPanel, PanelToPage } from '../../messages/page.ts';
import type { PanelFacts } from '../state/facts.ts';

/** Where a panel stands that nobody has moved. */
export const FIRST_PLACE: PanelPlace = {
  mode: 'docked',
  opensAs: 'docked',
  side: 'right',
  x: 0,
  y: 0,
};

/** CSS pixels from the window's edge where a panel floats first. */
const FROM_EDGE = 16;

/** As far as the contract goes; the page keeps the frame inside of its window. */
const FARTHEST = 20_000;

/** Where the panel stands, and how it is moved. */
export interface Placement {
  readonly place: ReadonlySignal<PanelPlace>;
  readonly dock: (side: PanelPlace['side']) => void;
  readonly float: () => void;
  readonly collapse: () => void;
  /** Out of the strip, as it stood before. */
  readonly open: () => void;
  /** Takes the floating panel somewhere, in CSS pixels of the window. */
  readonly moveTo: (x: number, y: number) => void;
  /** The movement is over: it is remembered. */
  readonly settle: () => void;
  /** Where the page put the frame. */
  readonly onPlaced: (at: Extract<PageToPanel, { type: 'placed' }>) => void;
}

/** What it is done with. */
export interface PlacementDependencies {
  readonly ask: AskWorker;
  readonly send: (message: PanelToPage) => boolean;
  readonly facts: ReadonlySignal<PanelFacts>;
}

/** Moves the panel, and remembers where it stood in this EHR: mode, side and position only. */
export function createPlacement({ ask, send, facts }: PlacementDependencies): Placement {
  const place = signal(FIRST_PLACE);
  let ehr: EhrId | null = null;

  function put(next: PanelPlace): void {
    place.value = next;
    const { mode, side, x, y } = next;
    send({ type: 'place', mode, side, x, y });
  }

  function settle(): void {
    if (ehr !== null) void ask('places.keep', { ehr, place: place.peek() });
  }

  function change(part: Partial<PanelPlace>): void {
    put({ ...place.peek(), ...part });
    settle();
  }

  async function restore(of: EhrId): Promise<void> {
    const kept = await ask('places.of', { ehr: of });
    // Whoever has moved it meanwhile wants it there.
    if (kept.ok && kept.value !== null && place.peek() === FIRST_PLACE) put(kept.value);
  }

  effect(() => {
    const { reading } = facts.value;
    if (reading === null || ehr === reading.ehr) return;
    ehr = reading.ehr;
    void restore(ehr);
  });

  return {
    place,
    dock: (side) => change({ mode: 'docked', opensAs: 'docked', side }),
    float() {
      const { side, x, y } = place.peek();
      const isNew = x === 0 && y === 0;
      const at = isNew ? { x: side === 'right' ? FARTHEST : FROM_EDGE, y: FROM_EDGE } : { x, y };
      change({ mode: 'floating', opensAs: 'floating', ...at });
    },
    collapse: () => change({ mode: 'collapsed' }),
    open: () => change({ mode: place.peek().opensAs }),
    moveTo: (x, y) => put({ ...place.peek(), x: within(x), y: within(y) }),
    settle,
    onPlaced({ x, y }) {
      // A docked frame's corner is no place to float at.
      if (place.peek().mode === 'floating') place.value = { ...place.peek(), x, y };
    },
  };
}

/** A whole number that the contract takes. */
function within(value: number): number {
  return Math.min(Math.max(0, Math.round(value)), FARTHEST);
}
