import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import { BriefState } from '#extension/messages/worker.ts';
import { createPanelStore } from '#extension/panel/state/store.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { BriefQuery } from '#shared/contracts/procedures.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { stillClock } from '#test/support/clock.ts';
import { JORDAN, readingOf, VERIFIED_AT } from '#test/support/panel-scene.ts';

const RILEY = { recordId: 'riley1', name: 'Riley Chen', birthDate: '2001-09-02' };

/** A worker whose answers about clients are given by hand, in any order. */
function scene() {
  const asked: { recordId: string | null; answer: () => void }[] = [];
  const calls: string[] = [];
  const clock = stillClock(VERIFIED_AT);
  const ask = (async (call: string, input: unknown) => {
    calls.push(call);
    if (call !== 'brief.get') return { ok: false, reason: 'unreachable', message: '' };
    const { subject } = BriefQuery.parse(input);
    const client = { displayName: subject.name ?? '', birthDate: subject.birthDate as never };
    const reply = { verdict: 'certain', brief: inventedFacts({ client, lines: [] }) };
    const verifiedAt = instantOf(clock.now());
    const state = BriefState.parse({ source: 'live', verifiedAt, reply });
    await new Promise<void>((resolve) => {
      asked.push({ recordId: subject.recordId, answer: resolve });
    });
    return { ok: true, value: state };
  }) as AskWorker;
  const store = createPanelStore({ ask, now: clock.now });
  store.onConnected();
  const read = (part: Record<string, unknown>) =>
    store.onMessage({ type: 'reading', reading: readingOf(part) });
  const answer = async (recordId: string) => {
    asked.find((question) => question.recordId === recordId)?.answer();
    await settled();
  };
  return { store, read, answer, asked, calls, clock };
}

/** One turn of the event loop: every answer that is already there has been taken in. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

const name = (screen: object) =>
  (screen as { facts?: { client: { displayName: string } } }).facts?.client.displayName ?? null;

describe('the panel', () => {
  it('never shows a late answer about the client before', async () => {
    const { store, read, answer } = scene();
    read({ subjects: [JORDAN] });
    read({ subjects: [RILEY], navigation: 4 });
    await answer('riley1');
    expect(name(store.screen.value)).toBe('Riley Chen');
    await answer('abc123');
    expect(name(store.screen.value)).toBe('Riley Chen');
  });

  it.each([
    ['later', 10],
    ['earlier, by a clock that was set back,', -3600],
  ])(
    'keeps the answer to its last question, asked %s, when the one before comes late',
    async (_when, seconds) => {
      const { store, read, asked, clock } = scene();
      read({});
      clock.advance(seconds);
      void store.verify();
      const second = instantOf(clock.now());
      asked[1]?.answer();
      await settled();
      asked[0]?.answer();
      await settled();
      expect(store.facts.value.answer?.state).toMatchObject({ verifiedAt: second });
    },
  );

  it('clears at once when the page begins to change', async () => {
    const { store, read, answer } = scene();
    read({});
    await answer('abc123');
    expect(name(store.screen.value)).toBe('Jordan Avery');
    read({ settled: false });
    expect(store.screen.value).toEqual({ kind: 'settling' });
    read({ subjects: [RILEY], navigation: 4 });
    expect(store.screen.value).toEqual({ kind: 'loading' });
  });

  it('asks once for the same page, whatever is typed into it', async () => {
    const { read, answer, asked } = scene();
    read({});
    await answer('abc123');
    read({ fields: [] });
    read({});
    expect(asked).toHaveLength(1);
  });

  it('asks nothing about an unsettled page, several people, or too few identifiers', () => {
    const { read, asked } = scene();
    read({ settled: false });
    read({ subjects: [JORDAN, RILEY] });
    read({ subjects: [{ ...JORDAN, recordId: null, birthDate: null }] });
    read({ subjects: [] });
    expect(asked).toEqual([]);
  });

  it('forgets the client when the page is gone or fights', async () => {
    const { store, read, answer } = scene();
    read({});
    await answer('abc123');
    store.onLost();
    expect(store.screen.value).toEqual({ kind: 'pageLost' });
    expect(store.facts.value.answer).toBeNull();
    store.onConnected();
    read({});
    store.onMessage({ type: 'pageFights' });
    store.onConnected();
    expect(store.screen.value).toEqual({ kind: 'pageFights' });
    expect(store.facts.value.answer).toBeNull();
  });

  it('takes the client off the screen when the session changed', async () => {
    const { store, read, answer, calls } = scene();
    read({});
    await answer('abc123');
    store.onNotice('session');
    expect(store.facts.value.answer).toBeNull();
    expect(calls).toContain('session.whoAmI');
  });

  it('shows no answer that was asked for in the session before', async () => {
    const { store, read, answer, asked } = scene();
    read({});
    store.onNotice('session');
    await answer('abc123');
    expect(store.facts.value.answer).toBeNull();
    expect(store.screen.value.kind).not.toBe('client');
    asked[1]?.answer();
    await settled();
    expect(name(store.screen.value)).toBe('Jordan Avery');
  });

  it('keeps the client on the screen when only the register changed', async () => {
    const { store, read, answer, asked } = scene();
    read({});
    await answer('abc123');
    store.onNotice('outbox');
    await settled();
    expect(name(store.screen.value)).toBe('Jordan Avery');
    expect(asked).toHaveLength(1);
  });
});
