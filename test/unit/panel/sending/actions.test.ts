import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import { createSendingActions } from '#extension/panel/sending/actions.ts';
import { tellAppointments } from '#extension/panel/sending/tell-appointments.ts';
import type { Screen } from '#extension/panel/state/screen.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { eventually } from '#test/support/eventually.ts';
import { clientScreen, readingOf } from '#test/support/panel-scene.ts';

const FACTS = inventedFacts({ lines: [] });
const { clientId } = FACTS.client;

/** A panel's screen, and what the worker was asked meanwhile. */
function scene(part: { readonly day?: string | null; readonly live?: boolean } = {}) {
  const { day = '2026-11-24', live = true } = part;
  const asked: unknown[] = [];
  const worker = { answers: true };
  const ask = (async (call: string, input: unknown) => {
    asked.push([call, input]);
    return worker.answers
      ? { ok: true, value: null }
      : { ok: false, reason: 'unreachable', message: '' };
  }) as AskWorker;
  const appointment = day === null ? null : { id: '77', date: day };
  const base = clientScreen(readingOf({ appointment }), FACTS);
  const shown = live ? base : { ...base, freshness: { ...base.freshness, is: 'aging' as const } };
  const screen = signal<Screen>(shown);
  const actions = createSendingActions({ ask, screen, newId: () => inventedId(1) });
  return { asked, worker, screen, shown, actions };
}

describe('asking about sending', () => {
  it('is for the client on screen alone', async () => {
    const { actions, asked, screen } = scene();
    expect(await actions.ask('plans.of', { clientId })).toMatchObject({ ok: true });
    const other = await actions.ask('plans.of', { clientId: inventedId(77) });
    expect(other).toMatchObject({ ok: false, reason: 'refused' });
    screen.value = { kind: 'settling' };
    expect(await actions.ask('plans.of', { clientId })).toMatchObject({ ok: false });
    expect(asked).toHaveLength(1);
  });
});

describe('the day of an appointment', () => {
  it('is told once of a client who is certain, however often the page is read', async () => {
    const { actions, asked, screen, shown } = scene();
    tellAppointments(screen, actions);
    screen.value = { ...shown };
    await eventually(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toEqual(['appointments.tell', { clientId, days: ['2026-11-24'], by: 'page' }]);
  });

  it('is told again after the server could not be reached', async () => {
    const { actions, asked, screen, shown, worker } = scene();
    worker.answers = false;
    tellAppointments(screen, actions);
    await eventually(() => expect(asked).toHaveLength(1));
    worker.answers = true;
    await eventually(() => {
      screen.value = { ...shown };
      expect(asked).toHaveLength(2);
    });
  });

  it.each([
    ['it is over', { day: '2026-11-19' }],
    ['the page names none', { day: null }],
    ['the client was not verified just now', { live: false }],
  ])('is not told where %s', async (_why, part) => {
    const { actions, asked, screen } = scene(part);
    tellAppointments(screen, actions);
    await Promise.resolve();
    expect(asked).toEqual([]);
  });
});
