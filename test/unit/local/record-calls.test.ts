import { describe, expect, it } from 'vitest';
import { type CallDependencies, createCalls } from '#extension/local/calls.ts';
import { type Failure, failure } from '#extension/local/failure.ts';
import type { ServerSettings, WorkerCall } from '#extension/messages/worker.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { SERVER } from '#test/support/panel-scene.ts';
import { OQ45 } from '#test/support/recorded.ts';

const clientId = inventedId(2);
const responseId = inventedId(800);
const on = '2026-11-20';
const event = { eventId: inventedId(801), on, kind: 'other', label: 'Moved' };
const total = { clientId, responseId, handMeasureId: 'oq45', on, total: 78, supersedes: null };
const correction = { clientId, responseId, supersedes: inventedId(1000), answers: [1, null] };

const CHANGES: readonly (readonly [WorkerCall, object])[] = [
  ['events.add', { clientId, event }],
  ['events.remove', { clientId, eventId: event.eventId }],
  ['episodes.mark', { clientId, kind: 'began', on }],
  ['episodes.unmark', { clientId, kind: 'ended', on }],
  ['baselines.choose', { clientId, responseId }],
  ['baselines.clear', { clientId, responseId }],
  ['handTotals.enter', total],
  ['responses.correct', { ...correction, reason: 'Tapped wrongly.' }],
  ['responses.correctOwn', { ...correction, answers: [1, 'late'], reason: 'Tapped wrongly.' }],
];

/** The worker's calls over a server that answers this, whatever it is asked. */
function calls(answers: Result<unknown, Failure>, settings: ServerSettings = SERVER) {
  const asked: unknown[] = [];
  const noticed: string[] = [];
  const opened: string[] = [];
  const parts = {
    async rpc(name: string, input: unknown) {
      asked.push([name, input]);
      return answers;
    },
    notify: (what: string) => noticed.push(what),
    server: { settings: async () => settings },
    openTab: async (url: string) => opened.push(url),
  };
  // The parts that these calls are answered from; the others are never touched.
  const answer = createCalls(parts as unknown as CallDependencies);
  return { asked, noticed, opened, answer };
}

describe('a change of a record', () => {
  it.each(CHANGES)(
    '%s goes to the server as it is, and makes panels look anew',
    async (call, input) => {
      const { answer, asked, noticed } = calls(ok({ at: '2026-11-21T00:58:00.000Z' }));
      expect(await answer(call, input, 7)).toEqual({ ok: true, value: null });
      expect(asked).toEqual([[call, input]]);
      expect(noticed).toEqual(['brief']);
    },
  );

  it.each(CHANGES)(
    '%s that got no answer may have been made: panels look anew',
    async (call, input) => {
      const { answer, noticed } = calls(refuse(failure('slow')));
      expect(await answer(call, input, 7)).toMatchObject({ ok: false, reason: 'slow' });
      expect(noticed).toEqual(['brief']);
    },
  );

  it.each([
    ['events.add', { clientId, event: { ...event, label: ' ' } }],
    ['events.add', { clientId, event: { ...event, label: 'x'.repeat(81) } }],
    ['responses.correct', { ...correction, reason: '' }],
    ['console.open', { page: 'https://evil.example' }],
  ] as const)('%s is not asked with what the contract does not allow', async (call, input) => {
    const { answer, asked, opened } = calls(ok(null));
    expect(await answer(call, input, 7)).toMatchObject({ ok: false, reason: 'refused' });
    expect([asked, opened]).toEqual([[], []]);
  });
});

it('the measures for totals by hand are asked for, and change nothing', async () => {
  const { answer, noticed } = calls(ok([OQ45]));
  expect(await answer('handTotals.measures', {}, 7)).toEqual({ ok: true, value: [OQ45] });
  expect(noticed).toEqual([]);
});

describe('the practice’s page for totals by hand', () => {
  it('is opened at the practice’s own server', async () => {
    const { answer, opened } = calls(ok(null));
    expect(await answer('console.open', { page: 'handMeasures' }, 7)).toMatchObject({ ok: true });
    expect(opened).toEqual(['https://throughline.practice.example/hand-measures']);
  });

  it('is opened nowhere while no server may be used', async () => {
    const problem = { ...SERVER, problem: 'waitingForPractice' } as const;
    const { answer, opened } = calls(ok(null), problem);
    expect(await answer('console.open', { page: 'handMeasures' }, 7)).toMatchObject({
      ok: false,
      reason: 'notConfigured',
    });
    expect(opened).toEqual([]);
  });
});
