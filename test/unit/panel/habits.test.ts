import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import type { UpdateHabits, WorkerCall, WorkerReply } from '#extension/messages/worker.ts';
import { createHabits, USUAL_HABITS } from '#extension/panel/update/habits.ts';

const SOAP: UpdateHabits = { ...USUAL_HABITS, shape: 'soap' };
const BIRP: UpdateHabits = { ...USUAL_HABITS, shape: 'birp' };
const signedOut = { ok: false, reason: 'signedOut', message: '' } as const;

/** A worker that answers `habits.get` when told to, and notes what it is to keep. */
function scene() {
  const answers: ((reply: WorkerReply<UpdateHabits | null>) => void)[] = [];
  const kept: unknown[] = [];
  const ask = ((call: WorkerCall, input: unknown) => {
    if (call === 'habits.get') {
      return new Promise<WorkerReply<UpdateHabits | null>>((resolve) => answers.push(resolve));
    }
    kept.push(input);
    return Promise.resolve({ ok: true, value: null });
  }) as AskWorker;
  const habits = createHabits(ask);
  const refreshed = async (reply: WorkerReply<UpdateHabits | null>) => {
    const done = habits.refresh();
    answers.at(-1)?.(reply);
    await done;
  };
  return { habits, kept, answers, refreshed };
}

describe('how the clinician likes Updates', () => {
  it('is the usual until the worker knows better', async () => {
    const { habits, refreshed } = scene();
    expect(habits.habits.value).toEqual(USUAL_HABITS);
    await refreshed({ ok: true, value: SOAP });
    expect(habits.habits.value).toEqual(SOAP);
  });

  it('holds at once when something is chosen, and the worker is told', () => {
    const { habits, kept } = scene();
    habits.keep(BIRP);
    expect(habits.habits.value).toEqual(BIRP);
    expect(kept).toEqual([BIRP]);
  });

  it.each([
    ['another clinician, who never chose', { ok: true, value: null } as const],
    ['nobody', signedOut],
  ])('is the usual again for %s', async (_who, reply) => {
    const { habits, refreshed } = scene();
    habits.keep(BIRP);
    await refreshed(reply);
    expect(habits.habits.value).toEqual(USUAL_HABITS);
  });

  it('is not taken back by an answer from before it was chosen', async () => {
    const { habits, answers } = scene();
    const asked = habits.refresh();
    habits.keep(BIRP);
    answers.at(-1)?.({ ok: true, value: SOAP });
    await asked;
    expect(habits.habits.value).toEqual(BIRP);
  });

  it('is that of the later of two questions, whichever is answered first', async () => {
    const { habits, answers } = scene();
    const [first, second] = [habits.refresh(), habits.refresh()];
    answers[1]?.({ ok: true, value: BIRP });
    answers[0]?.({ ok: true, value: SOAP });
    await Promise.all([first, second]);
    expect(habits.habits.value).toEqual(BIRP);
  });
});
