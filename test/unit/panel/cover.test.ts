import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import type { SafeView } from '#extension/messages/daily.ts';
import { createCover } from '#extension/panel/safe-view/cover.ts';
import type { PanelFacts } from '#extension/panel/state/facts.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { panelFacts, readingOf, VERIFIED_AT } from '#test/support/panel-scene.ts';

const brief = inventedFacts({ lines: [] });

/** A panel of a worker whose safe view is as the test says. */
function scene(view: SafeView) {
  const worker: { view: SafeView; answers: boolean } = { view, answers: true };
  const facts = signal<PanelFacts>(panelFacts({ verdict: 'certain', brief }));
  const ask = (async () =>
    worker.answers
      ? { ok: true, value: worker.view }
      : { ok: false, reason: 'unreachable', message: '' }) as AskWorker;
  const passes = (seconds: number) => {
    facts.value = { ...facts.peek(), now: new Date(Date.parse(VERIFIED_AT) + seconds * 1000) };
  };
  return { worker, facts, passes, cover: createCover({ ask, facts }) };
}

const BY_HAND: SafeView = { on: true, because: 'byHand' };

describe('the cover', () => {
  it('lies on the panel until the worker says that the view is off', async () => {
    const { cover } = scene({ on: false });
    expect(cover.state.value.covered).toBe(true);
    await cover.refresh();
    expect(cover.state.value.covered).toBe(false);
  });

  it('comes back when nobody can say any more', async () => {
    const { cover, worker } = scene({ on: false });
    await cover.refresh();
    worker.answers = false;
    await cover.refresh();
    expect(cover.state.value.covered).toBe(true);
  });

  it('is lifted for thirty seconds', async () => {
    const { cover, passes } = scene(BY_HAND);
    await cover.refresh();
    cover.reveal();
    expect(cover.state.value).toMatchObject({ covered: false, secondsLeft: 30 });
    passes(29.5);
    expect(cover.state.value).toMatchObject({ covered: false, secondsLeft: 1 });
    passes(30);
    expect(cover.state.value).toMatchObject({ covered: true, secondsLeft: null });
  });

  it('is lifted for one page only', async () => {
    const { cover, facts } = scene(BY_HAND);
    await cover.refresh();
    cover.reveal();
    facts.value = { ...facts.peek(), reading: readingOf({ navigation: 4 }) };
    expect(cover.state.value.covered).toBe(true);
  });

  it('is not lifted before the view is known', () => {
    const { cover } = scene(BY_HAND);
    expect(cover.state.value).toMatchObject({ covered: true, view: { because: 'unknown' } });
  });
});
