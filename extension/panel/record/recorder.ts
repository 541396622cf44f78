import { effect, type ReadonlySignal } from '@preact/signals';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { PanelStore } from '../state/store.ts';
import type { RecordActions } from './actions.ts';
import { sendChange } from './changes.ts';
import { emptyForms, type RecordState, withForm } from './forms.ts';
import { readForm } from './kinds.ts';
import { createPresentForms, type PresentForms } from './present.ts';
import { saved, settled } from './settling.ts';
import { notSavedInWords } from './words.ts';

/** What is being added to the record of the client on screen. */
export interface Recorder {
  /** Null until there is a client. */
  readonly state: ReadonlySignal<RecordState | null>;
  readonly actions: RecordActions;
}

/** What recording needs. */
export interface RecorderDependencies {
  readonly ask: AskWorker;
  readonly store: Pick<PanelStore, 'facts' | 'screen'>;
  readonly newId: () => string;
}

interface Parts extends RecorderDependencies {
  readonly forms: PresentForms;
  /** Looks whether what a lost answer kept from us is on record by now. */
  readonly settle: () => void;
}

/** Said when the page turned under a press. */
const NOT_THIS_CLIENT = 'Not saved. The page is not certainly about this client any more.';

/**
 * Records what is typed for one client, for that client alone: each press is checked against who is
 * on screen at this moment, and each answer against the form that it is about.
 */
export function createRecorder(dependencies: RecorderDependencies): Recorder {
  const { store, newId } = dependencies;
  const forms = createPresentForms({ store, newId });
  const settle = () => {
    const present = forms.now();
    if (present !== null) forms.change((at) => settled(at, present.facts, newId));
  };
  effect(() => {
    if (store.screen.value.kind === 'client') settle();
  });
  const parts = { ...dependencies, forms, settle };
  return { state: forms.state, actions: { ready, ...fillingIn(parts), ...recording(parts) } };
}

/** What is here is loaded. */
const ready = async () => undefined;

function fillingIn({
  forms,
  newId,
}: Parts): Pick<RecordActions, 'unfold' | 'open' | 'fill' | 'discard' | 'review'> {
  return {
    unfold: (unfolded) => forms.change((at) => ({ ...at, unfolded })),
    open: (open) => forms.change((at) => ({ ...at, open, said: null })),
    fill: (name, values) =>
      forms.change((at) =>
        withForm(at, name, { values: { ...at.forms[name].values, ...values }, problem: null }),
      ),
    discard(name) {
      const present = forms.now();
      if (present === null) return;
      const empty = emptyForms(present.facts, newId);
      forms.change((at) => ({ ...at, open: null, forms: { ...at.forms, [name]: empty[name] } }));
    },
    review() {
      const { at, facts } = forms.now() ?? {};
      if (at === undefined || facts === undefined) return;
      const { correction } = at.forms;
      const read = readForm('correction', correction, facts);
      const values = { ...correction.values, reviewing: read.ok };
      const problem = read.ok ? null : read.refusal;
      forms.change((now) => withForm(now, 'correction', { values, problem }));
    },
  };
}

function recording({
  ask,
  forms,
  newId,
  settle,
}: Parts): Pick<RecordActions, 'save' | 'change' | 'handMeasures' | 'openHandMeasures'> {
  return {
    async save(name) {
      const present = forms.now();
      if (present === null || present.at.forms[name].saving) return;
      const { facts } = present;
      const { id } = present.at.forms[name];
      const read = readForm(name, present.at.forms[name], facts);
      if (!read.ok) {
        forms.change((at) => withForm(at, name, { problem: read.refusal }));
        return;
      }
      forms.change((at) => withForm(at, name, { saving: true, problem: null, sent: true }));
      const reply = await read.value.send(ask);
      // Another client's forms, and those that were begun anew, have other ids.
      const answer = (at: RecordState) =>
        reply.ok
          ? saved(at, { name, said: read.value.said, facts, newId })
          : withForm(at, name, { saving: false, problem: wholeForm(notSavedInWords(reply)) });
      forms.change((at) => (at.forms[name].id === id ? answer(at) : at));
      settle();
    },
    async change(wanted, said) {
      const { owner } = forms.now()?.at ?? {};
      if (owner === undefined) return NOT_THIS_CLIENT;
      const reply = await sendChange(ask, owner.clientId, wanted);
      if (!reply.ok) return notSavedInWords(reply);
      forms.change((at) => (at.owner === owner ? { ...at, said } : at));
      return null;
    },
    handMeasures: () => ask('handTotals.measures', {}),
    openHandMeasures: () => ask('console.open', { page: 'handMeasures' }),
  };
}

function wholeForm(words: string) {
  return { field: null, words };
}
