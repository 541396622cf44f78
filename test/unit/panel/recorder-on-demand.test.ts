import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import { createRecorderOnDemand } from '#extension/panel/record/recorder-on-demand.ts';
import type { Screen } from '#extension/panel/state/screen.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { panelFacts } from '#test/support/panel-scene.ts';
import { JORDAN, RILEY, screenOf } from './record-scene.ts';

function scene() {
  const screen = signal<Screen>(screenOf(JORDAN));
  const facts = signal(panelFacts({ verdict: 'certain', brief: JORDAN }));
  const asked: string[] = [];
  const ask = async (call: string) => {
    asked.push(call);
    return { ok: true, value: null };
  };
  const recorder = createRecorderOnDemand({
    ask: ask as AskWorker,
    store: { screen, facts },
    newId: () => inventedId(801),
  });
  return { ...recorder, asked, screen };
}

it('a recorder is loaded with the first thing that is done, and does all of it in its order', async () => {
  const { state, actions, asked } = scene();
  expect(state.value).toBeNull();
  actions.unfold(true);
  actions.open('event');
  actions.fill('event', { label: 'moved house' });
  await actions.ready();
  expect(state.value).toMatchObject({
    unfolded: true,
    open: 'event',
    forms: { event: { values: { label: 'moved house' } } },
  });
  await actions.save('event');
  expect(asked).toEqual(['events.add']);
  expect(state.value?.said).toContain('Saved: Medication');
});

it('what was typed goes with its client, as it does without waiting', async () => {
  const { state, actions, screen } = scene();
  actions.fill('event', { label: 'moved house' });
  await actions.ready();
  screen.value = screenOf(RILEY);
  expect(state.value?.forms.event.values.label).toBe('');
});

it('a change by one press is made without any form', async () => {
  const { actions, asked } = scene();
  expect(await actions.change({ what: 'removeEvent', eventId: 'e' }, 'Removed.')).toBeNull();
  expect(asked).toEqual(['events.remove']);
});
