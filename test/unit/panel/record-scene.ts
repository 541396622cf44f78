import { signal } from '@preact/signals';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import { failure } from '#extension/local/failure.ts';
import type { Unavailable, WorkerCall, WorkerReply } from '#extension/messages/worker.ts';
import type { FormName, Forms } from '#extension/panel/record/forms.ts';
import { createRecorder } from '#extension/panel/record/recorder.ts';
import type { PanelFacts } from '#extension/panel/state/facts.ts';
import type { Screen } from '#extension/panel/state/screen.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { CLINICIAN, clientScreen, panelFacts, readingOf } from '#test/support/panel-scene.ts';

/** The client whose record is written to. */
export const JORDAN = inventedFacts({
  lines: [
    {
      instrumentId: 'phq9',
      points: [
        { on: '2026-10-20', total: 14, fixed: { 9: 0 } },
        { on: '2026-11-10', total: 12, fixed: { 9: 0 }, blank: [4] },
      ],
    },
  ],
});

/** Somebody else of the same caseload. */
export const RILEY = inventedFacts({
  client: { clientId: inventedId(3) as never, displayName: 'Riley Chen' },
  lines: [],
});

/** The screen of somebody about whom the page surely is. */
export function screenOf(facts: BriefFacts): Screen {
  return clientScreen(readingOf(), facts);
}

/** A recorder on an invented page, over a worker whose answers are given by hand. */
export function scene(facts: BriefFacts = JORDAN) {
  const screen = signal<Screen>(screenOf(facts));
  const known = signal<PanelFacts>(panelFacts({ verdict: 'certain', brief: facts }));
  const asked: { call: WorkerCall; input: unknown; answer: (reply: WorkerReply<null>) => void }[] =
    [];
  let ids = 800;
  const ask = (call: WorkerCall, input: unknown) =>
    new Promise<WorkerReply<null>>((resolve) => {
      asked.push({ call, input, answer: resolve });
    });
  const recorder = createRecorder({
    ask: ask as AskWorker,
    store: { facts: known, screen },
    newId() {
      ids += 1;
      return inventedId(ids);
    },
  });
  const { actions, state } = recorder;
  return {
    actions,
    state,
    asked,
    /** A brief, or a page, about somebody or nobody. */
    show(next: BriefFacts | Screen) {
      screen.value = 'kind' in next ? next : screenOf(next);
    },
    signIn(person: Partial<typeof CLINICIAN> | null) {
      known.value = {
        ...known.value,
        person:
          person === null
            ? { status: 'unavailable', because: 'signedOut' }
            : { status: 'known', who: { ...CLINICIAN, ...person } },
      };
    },
    form: <Name extends FormName>(name: Name): Forms[Name] => {
      const forms = state.value?.forms;
      if (forms === undefined) throw new Error('there are no forms');
      return forms[name];
    },
    /** Saves a form; the worker answers with success, or with why it could not. */
    async save(name: FormName, because: Unavailable | null = null) {
      const saving = actions.save(name);
      asked.at(-1)?.answer(replyOf(because));
      await saving;
    },
  };
}

/** What the worker answers. */
export function replyOf(because: Unavailable | null): WorkerReply<null> {
  return because === null ? { ok: true, value: null } : { ok: false, ...failure(because) };
}
