import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { PanelFacts } from '../state/facts.ts';
import type { Screen } from '../state/screen.ts';
import type { PanelStore } from '../state/store.ts';
import { emptyForms, type RecordState } from './forms.ts';
import { keeps } from './keeping.ts';

/** The forms of the client on screen, and the only ways to get at them. */
export interface PresentForms {
  /** Null until there is a client. */
  readonly state: ReadonlySignal<RecordState | null>;
  /** The forms with the facts of their client; null unless exactly that client is on screen now. */
  readonly now: () => { readonly at: RecordState; readonly facts: BriefFacts } | null;
  /** Changes the forms, if there are any. */
  readonly change: (to: (at: RecordState) => RecordState) => void;
}

/**
 * Keeps forms for one client at a time: they begin empty with each, and go when the page is surely
 * about somebody else or another person signed in. They are kept outside the views, so that a page
 * that draws itself anew, or a session that ended, takes no word.
 */
export function createPresentForms({
  store,
  newId,
}: {
  readonly store: Pick<PanelStore, 'facts' | 'screen'>;
  readonly newId: () => string;
}): PresentForms {
  const state = signal<RecordState | null>(null);
  effect(() => {
    const screen = store.screen.value;
    const { person } = store.facts.value;
    const at = state.peek();
    if (at === null || !keeps(at.owner, screen, person)) state.value = begun(screen, person, newId);
  });
  return {
    state,
    now() {
      const at = state.peek();
      const screen = store.screen.peek();
      if (at === null || screen.kind !== 'client') return null;
      const { facts } = screen;
      return facts.client.clientId === at.owner.clientId ? { at, facts } : null;
    },
    change(to) {
      const at = state.peek();
      if (at !== null) state.value = to(at);
    },
  };
}

function begun(
  screen: Screen,
  person: PanelFacts['person'],
  newId: () => string,
): RecordState | null {
  if (screen.kind !== 'client') return null;
  const { facts } = screen;
  const staffId = person.status === 'known' ? person.who.staffId : null;
  return {
    owner: { clientId: facts.client.clientId, staffId },
    unfolded: false,
    open: null,
    forms: emptyForms(facts, newId),
    said: null,
  };
}
