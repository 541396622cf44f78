import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import { noneOpenInWords } from '#extension/panel/alerts/verified.ts';
import { isTooOld, secondsSince } from '#extension/panel/state/freshness.ts';
import { createPanelStore } from '#extension/panel/state/store.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { stillClock } from '#test/support/clock.ts';
import { settled } from '#test/support/outbox-worker.ts';
import { readingOf, VERIFIED_AT } from '#test/support/panel-scene.ts';

const HOUR = 3600;
const REPLY = { verdict: 'certain', brief: inventedFacts({ lines: [] }) } as const;

/** A client on screen, verified at {@link VERIFIED_AT}; later questions stay without an answer. */
async function shown() {
  const clock = stillClock(VERIFIED_AT);
  const asked: string[] = [];
  const ask = ((call: string) => {
    if (call === 'switches.mode') return Promise.resolve({ ok: true, value: 'on' });
    asked.push(call);
    const state = { source: 'live', verifiedAt: VERIFIED_AT, reply: REPLY };
    return asked.length === 1
      ? Promise.resolve({ ok: true, value: state })
      : new Promise(() => undefined);
  }) as AskWorker;
  const store = createPanelStore({ ask, now: clock.now });
  store.onConnected();
  store.onMessage({ type: 'reading', reading: readingOf() });
  await settled();
  const tickAfter = (seconds: number) => {
    clock.advance(seconds);
    store.tick();
    return store.screen.value;
  };
  return { store, tickAfter, asked };
}

describe('what is on screen', () => {
  it.each([
    [59, { kind: 'client', freshness: { is: 'live' } }],
    [60, { kind: 'client', freshness: { is: 'aging' } }],
    [299, { kind: 'client', freshness: { is: 'aging' } }],
    [300, { kind: 'tooOld' }],
  ])('after %i seconds without a check is %o', async (seconds, expected) => {
    const { tickAfter } = await shown();
    expect(tickAfter(seconds)).toMatchObject(expected);
  });

  it('is hidden with the first tick after a laptop slept, before anything is asked', async () => {
    const { tickAfter, asked } = await shown();
    expect(tickAfter(9 * HOUR)).toMatchObject({ kind: 'tooOld' });
    expect(asked).toEqual(['brief.get']);
  });

  it('is cleared when the clock is set back, and asked anew', async () => {
    const { tickAfter, asked } = await shown();
    expect(tickAfter(-HOUR)).toEqual({ kind: 'loading' });
    expect(asked).toEqual(['brief.get', 'brief.get']);
  });

  it('stays when the clock is put right by a second or two', async () => {
    const { tickAfter, asked } = await shown();
    expect(tickAfter(-2)).toMatchObject({ kind: 'client', freshness: { is: 'live' } });
    expect(asked).toEqual(['brief.get']);
  });

  it('does not grow young again after it was old, by a clock that was set back', async () => {
    const { tickAfter } = await shown();
    tickAfter(200);
    expect(tickAfter(-180)).toEqual({ kind: 'loading' });
  });
});

describe('an answer from the future', () => {
  const before = new Date(Date.parse(VERIFIED_AT) - HOUR * 1000);

  it('is of an age that nobody knows, so it is too old', () => {
    expect(isTooOld(VERIFIED_AT, before)).toBe(true);
    expect(secondsSince(VERIFIED_AT, before)).toBe(0);
  });
});

describe('"none open"', () => {
  it.each(['aging', 'cached'] as const)('is not said of an answer that is %s', (is) => {
    const freshness = { is, verifiedAt: VERIFIED_AT, because: 'unreachable' } as const;
    const said = noneOpenInWords(freshness, new Date(VERIFIED_AT), REPLY.brief.timeZone, '');
    expect(said).not.toContain('None');
    expect(said).toContain('can’t be verified');
  });
});
