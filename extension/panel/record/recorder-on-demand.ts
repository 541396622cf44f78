import { effect, signal } from '@preact/signals';
import { MISSING_PART_WORDS } from '../on-demand/part-view.tsx';
import type { RecordActions } from './actions.ts';
import type { RecordState } from './forms.ts';
import type { Recorder, RecorderDependencies } from './recorder.ts';

/**
 * A recorder whose file is loaded with the first thing that is done: most visits add nothing to a
 * record. Until then there are no forms, so nothing that was typed can be in the way. What is done
 * meanwhile is done in its order once it is there; where it can't be read, nothing is changed.
 */
export function createRecorderOnDemand(dependencies: RecorderDependencies): Recorder {
  const state = signal<RecordState | null>(null);
  const loading: { recorder: Promise<Recorder> | null } = { recorder: null };
  const load = async () => {
    const { createRecorder } = await import('./recorder.ts');
    const recorder = createRecorder(dependencies);
    effect(() => {
      state.value = recorder.state.value;
    });
    return recorder;
  };
  const actions = async () => {
    loading.recorder ??= load();
    return (await loading.recorder).actions;
  };
  return { state, actions: onDemand(actions) };
}

function onDemand(actions: () => Promise<RecordActions>): RecordActions {
  /** That it can't be done is said by whoever waits for `ready`. */
  const once = (act: (loaded: RecordActions) => void) => void actions().then(act, () => undefined);
  return {
    ready: async () => {
      await actions();
    },
    unfold: (unfolded) => once((loaded) => loaded.unfold(unfolded)),
    open: (form) => once((loaded) => loaded.open(form)),
    fill: (name, values) => once((loaded) => loaded.fill(name, values)),
    discard: (name) => once((loaded) => loaded.discard(name)),
    review: () => once((loaded) => loaded.review()),
    save: async (name) => (await actions()).save(name),
    async change(change, said) {
      const loaded = await actions().catch(() => null);
      return loaded === null ? MISSING_PART_WORDS : loaded.change(change, said);
    },
    handMeasures: async () => (await actions()).handMeasures(),
    openHandMeasures: async () => (await actions()).openHandMeasures(),
  };
}
