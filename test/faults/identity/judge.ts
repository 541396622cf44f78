import type { AskWorker } from '#extension/local/ask-worker.ts';
import { createBriefs } from '#extension/local/briefs.ts';
import { createPanelStore } from '#extension/panel/state/store.ts';
import type { BriefQuery } from '#shared/contracts/procedures.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import { ok } from '#shared/contracts/result.ts';
import { stillClock } from '#test/support/clock.ts';
import { CLINICIAN, SERVER } from '#test/support/panel-scene.ts';
import { settingsWith } from '#test/support/settings-scene.ts';
import { carelessAnswer } from './register.ts';

/** A panel that hears readings, over the worker's own way to a careless server. */
export interface JudgedPanel {
  /** The panel hears a reading; the server may answer later than that. */
  hear(reading: PageReading): void;
  /** The server answers all that it was asked, the newest question first. */
  serverAnswers(): Promise<void>;
  /** The id of the client who is on the screen; null when nobody is. */
  shown(): string | null;
}

/** Builds it; every question to the server waits until it is told to answer. */
export function judgedPanel(): JudgedPanel {
  const clock = stillClock('2026-11-21T00:58:00.000Z');
  let waiting: (() => void)[] = [];
  const briefs = createBriefs({
    now: clock.now,
    cache: {
      read: async () => null,
      writer: () => async () => undefined,
      drop: async () => undefined,
      clear: async () => undefined,
      prune: async () => undefined,
    },
    // The only procedure that is asked; a careless server answers it in its own way.
    rpc: (async (_name: string, query: BriefQuery) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return ok(carelessAnswer(query));
    }) as never,
  });
  const ask = (async (call: string, input: unknown) => {
    if (call === 'brief.get') return { ok: true, value: await briefs.of(input as BriefQuery) };
    if (call === 'settings.get') return { ok: true, value: SERVER };
    if (call === 'settings.all') return { ok: true, value: settingsWith() };
    return { ok: true, value: CLINICIAN };
  }) as AskWorker;
  const store = createPanelStore({ ask, now: clock.now });
  store.onConnected();
  void store.askPerson();
  return {
    hear(reading) {
      // Past the time for which one answer serves everybody.
      clock.advance(4);
      store.onMessage({ type: 'reading', reading });
    },
    async serverAnswers() {
      const due = waiting.toReversed();
      waiting = [];
      for (const answer of due) answer();
      await new Promise((resolve) => setImmediate(resolve));
    },
    shown() {
      const screen = store.screen.peek();
      return screen.kind === 'client' ? screen.facts.client.clientId : null;
    },
  };
}
