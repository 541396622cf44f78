import { expect, it } from 'vitest';
import { guarded } from '#extension/local/guarded-calls.ts';
import type { WorkerCall } from '#extension/messages/worker.ts';

const SUBJECT = { recordId: 'abc123', name: 'Jordan Avery', birthDate: '1991-03-14' };
const QUERY = { ehr: 'simplepractice', subject: SUBJECT };

/** Calls over limits that have let through what a page may ask, or have not. */
function scene(mayAsk: boolean) {
  const answered: WorkerCall[] = [];
  const asked: { readonly tabId: number; readonly about: string }[] = [];
  const answer = guarded(
    async (call) => {
      answered.push(call);
      return { ok: true, value: call };
    },
    {
      lock: { lockIfDue: async () => undefined },
      mayWorkIn: async () => true,
      limits: {
        async panelAsks(tabId, about) {
          asked.push({ tabId, about });
          return mayAsk;
        },
      },
    },
  );
  return { answered, asked, answer };
}

const BY_THEMSELVES = [
  ['brief.get', QUERY, 7],
  ['links.candidates', { subject: SUBJECT }, 7],
  ['insertions.earlier', {}, 7],
  // The popup is in no tab: it asks about the one in front.
  ['schedule.ofTab', { tabId: 7 }, null],
] as const;

it.each(BY_THEMSELVES)('%s, which a page leads to, is asked within its limits', async (...asks) => {
  const { answer, answered, asked } = scene(true);
  expect(await answer(...asks)).toEqual({ ok: true, value: asks[0] });
  expect(answered).toEqual([asks[0]]);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.tabId).toBe(7);
});

it.each(BY_THEMSELVES)('%s is not asked beyond them, and the answer says why', async (...asks) => {
  const { answer, answered } = scene(false);
  const reply = await answer(...asks);
  expect(answered).toEqual([]);
  expect(JSON.stringify(reply)).toContain('pageRestless');
});

it('a brief that is not asked for is one that nothing is known of', async () => {
  expect(await scene(false).answer('brief.get', QUERY, 7)).toEqual({
    ok: true,
    value: { source: 'none', because: 'pageRestless' },
  });
});

it.each(['alerts.acknowledge', 'outbox.hold', 'links.link', 'session.whoAmI'] as const)(
  '%s is a person’s doing, and never held back by what a page does',
  async (call) => {
    const { answer, answered } = scene(false);
    await answer(call, {}, 7);
    expect(answered).toEqual([call]);
  },
);
