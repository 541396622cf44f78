import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import { reportActivity } from '#extension/panel/activity.ts';
import type { Screen } from '#extension/panel/state/screen.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { clientScreen, readingOf } from '#test/support/panel-scene.ts';

/** A panel that is open; `does` is what happens in it, by a person or by a script. */
function scene() {
  const told: string[] = [];
  const heard = new Map<string, (event: Event) => void>();
  const at = { time: 0 };
  const screen = signal<Screen>({ kind: 'connecting' });
  const document = {
    addEventListener: (type: string, listener: (event: Event) => void) => heard.set(type, listener),
  };
  reportActivity({
    ask: (async (call: string) => {
      told.push(call);
      return { ok: true, value: null };
    }) as AskWorker,
    document: document as unknown as Document,
    now: () => at.time,
    signal: new AbortController().signal,
    screen,
  });
  const does = (type: string, isTrusted: boolean) =>
    heard.get(type)?.({ isTrusted } as unknown as Event);
  const turnTo = (clientId: string) => {
    const facts = inventedFacts({ lines: [] });
    const client = { ...facts.client, clientId: clientId as never };
    screen.value = clientScreen(readingOf(), { ...facts, client });
  };
  return { told, at, does, turnTo };
}

describe('what counts as a use of the panel', () => {
  it('is a press or a key of a person, told once in fifteen seconds', () => {
    const { told, at, does } = scene();
    does('pointerdown', true);
    does('keydown', true);
    at.time = 15_000;
    does('keydown', true);
    expect(told).toEqual(['session.active', 'session.active']);
  });

  it('is nothing that a script does', () => {
    const { told, does } = scene();
    does('pointerdown', false);
    does('keydown', false);
    expect(told).toEqual([]);
  });

  it('is no turn to another client: the worker is told what it was, to judge it', () => {
    const { told, at, turnTo } = scene();
    for (let turn = 0; turn < 4; turn += 1) {
      at.time += 60_000;
      turnTo(turn % 2 === 0 ? 'riley' : 'kit');
    }
    expect(told).toEqual(Array<string>(4).fill('session.turned'));
  });

  it('is a press also right after a turn that may not have counted', () => {
    const { told, does, turnTo } = scene();
    turnTo('riley');
    does('pointerdown', true);
    expect(told).toEqual(['session.turned', 'session.active']);
  });
});
