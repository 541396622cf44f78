import type { ReadonlySignal } from '@preact/signals';
import type { PanelActions } from './actions.ts';
import { Collapsed } from './layout/collapsed.tsx';
import { Panel } from './layout/panel.tsx';
import type { Recorder } from './record/recorder.ts';
import type { PanelStore } from './state/store.ts';
import type { Habits } from './update/habits.ts';
import type { Inserter } from './update/inserter.ts';

/** The panel over its store: the only component that reads signals of the store. */
export function App({
  store,
  inserter,
  habits,
  recorder,
  actions,
  collapsed,
}: {
  readonly store: PanelStore;
  readonly inserter: Inserter;
  readonly habits: Habits;
  readonly recorder: Recorder;
  readonly actions: PanelActions;
  readonly collapsed: ReadonlySignal<boolean>;
}) {
  if (collapsed.value) return <Collapsed actions={actions} />;
  return (
    <Panel
      screen={store.screen.value}
      insertion={inserter.insertion.value}
      unrecorded={inserter.unrecorded.value}
      refused={inserter.refused.value}
      entries={inserter.entries.value}
      habits={habits.habits.value}
      record={recorder.state.value}
      practice={store.facts.value.practice}
      now={store.facts.value.now}
      actions={actions}
    />
  );
}
