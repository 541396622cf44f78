import type { ReadonlySignal } from '@preact/signals';
import type { PanelActions } from './actions.ts';
import type { AlertWayState } from './alert-way/alert-way.ts';
import type { Daily } from './daily.ts';
import { Collapsed } from './layout/collapsed.tsx';
import { Panel } from './layout/panel.tsx';
import type { Note } from './note/note.ts';
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
  note,
  actions,
  daily,
  alertWay,
  isBlank,
}: {
  readonly store: PanelStore;
  readonly inserter: Inserter;
  readonly habits: Habits;
  readonly recorder: Recorder;
  readonly note: Note;
  readonly actions: PanelActions;
  readonly daily: Daily;
  readonly alertWay: AlertWayState;
  /** Nothing of a client may be seen until it was asked anew who the page is about. */
  readonly isBlank: ReadonlySignal<boolean>;
}) {
  if (actions.daily.place.value.mode === 'collapsed') return <Collapsed actions={actions.daily} />;
  return (
    <Panel
      screen={store.screen.value}
      insertion={inserter.insertion.value}
      unrecorded={inserter.unrecorded.value}
      refused={inserter.refused.value}
      entries={inserter.entries.value}
      habits={habits.habits.value}
      note={note.state.value}
      record={recorder.state.value}
      practice={store.facts.value.practice}
      now={store.facts.value.now}
      cover={daily.cover.value}
      alertWay={alertWay.way.value}
      blank={isBlank.value}
      actions={actions}
    />
  );
}
