import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import { createPlaceStore } from '#extension/local/daily/places.ts';
import type { PanelPlace } from '#extension/messages/daily.ts';
import type { PanelToPage } from '#extension/messages/page.ts';
import { createPlacement } from '#extension/panel/place/placement.ts';
import type { PanelFacts } from '#extension/panel/state/facts.ts';
import type { EhrId } from '#shared/contracts/ehr.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { panelFacts, readingOf } from '#test/support/panel-scene.ts';
import { until } from '#test/support/until.ts';

const brief = inventedFacts({ lines: [] });

/** A browser that remembers; `open` is a panel that opens in an EHR's page. */
function scene() {
  const store = createPlaceStore(memoryStorage());
  const open = (ehr = 'simplepractice') => {
    const sent: PanelToPage[] = [];
    const reading = readingOf({ ehr });
    const facts = signal<PanelFacts>(panelFacts({ verdict: 'certain', brief }, { reading }));
    let answered = 0;
    const ask = (async (call: string, input: { ehr: EhrId; place: PanelPlace }) => {
      const value =
        call === 'places.of' ? await store.of(input.ehr) : await store.keep(input.ehr, input.place);
      answered += 1;
      return { ok: true, value: value ?? null };
    }) as AskWorker;
    const placement = createPlacement({
      ask,
      facts,
      send(message) {
        sent.push(message);
        return true;
      },
    });
    return { placement, sent, isRestored: () => until('it is restored', () => answered > 0) };
  };
  return { open, store };
}

it('stands where it stood in this EHR, and in no other', async () => {
  const { open, store } = scene();
  const first = open();
  await first.isRestored();
  first.placement.dock('left');
  await until('it is kept', async () => (await store.of('simplepractice')) !== null);
  const again = open();
  await until('it is put there', () => again.sent.length > 0);
  expect(again.sent).toEqual([{ type: 'place', mode: 'docked', side: 'left', x: 0, y: 0 }]);
  const other = open('therapynotes');
  await other.isRestored();
  expect(other.sent).toEqual([]);
});

it('comes out of the strip as it went in', async () => {
  const { placement, sent, isRestored } = scene().open();
  await isRestored();
  placement.float();
  placement.moveTo(120.4, 80);
  placement.settle();
  placement.collapse();
  placement.open();
  expect(sent.at(-1)).toEqual({ type: 'place', mode: 'floating', side: 'right', x: 120, y: 80 });
});

it('takes up the place that the page gave it, and asks for none outside', async () => {
  const { placement, sent, isRestored } = scene().open();
  await isRestored();
  placement.float();
  placement.moveTo(99_999, -40);
  expect(sent.at(-1)).toMatchObject({ x: 20_000, y: 0 });
  placement.onPlaced({ type: 'placed', x: 880, y: 0 });
  expect(placement.place.value).toMatchObject({ x: 880, y: 0 });
});

it('leaves a panel that was moved meanwhile where it is', async () => {
  const { open } = scene();
  const first = open();
  await first.isRestored();
  first.placement.dock('left');
  const again = open();
  again.placement.float();
  await again.isRestored();
  expect(again.placement.place.value.mode).toBe('floating');
});
