import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import { addDays, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aLink, answerAndSend, valueOf } from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';
import { asked, recorded, refusalOf } from './replies.ts';

const DAY = 86_400_000;

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
});
afterAll(() => backend.close());

const today = () => dateInZone(instantOf(backend.clock.now), 'America/Chicago');
const ask = (procedure: string, input: object) =>
  asked(backend, scene, procedure, { clientId: scene.clientId, ...input });
const brief = () => briefOf(backend, scene, scene.clinician);

const anEvent = (over: object = {}) => ({
  eventId: v7(),
  on: '2025-09-01',
  kind: 'lifeEvent',
  label: 'moved house',
  ...over,
});

describe('an event', () => {
  it('stands in the brief and in the log, once, however often it is sent', async () => {
    const event = anEvent();
    const first = await valueOf(await ask('events.add', { event }));
    backend.clock.pass(DAY / 24);
    expect(await valueOf(await ask('events.add', { event }))).toEqual(first);
    const { events } = await brief();
    expect(events?.at(-1)).toEqual(event);
    expect(events).toHaveLength(2);
    expect(await recorded(backend, scene, 'event.added')).toEqual([
      { eventId: scene.eventId },
      { eventId: event.eventId },
    ]);
  });

  it('of other content under the same id is refused, and the first stays', async () => {
    const event = anEvent();
    await ask('events.add', { event });
    const changed = await ask('events.add', { event: { ...event, label: 'moved away' } });
    expect(await refusalOf(changed)).toBe('alreadyRecorded');
    expect((await brief()).events).toContainEqual(event);
  });

  it('is on a day of the client’s life that has come', async () => {
    const tomorrow = addDays(today(), 1);
    for (const on of [tomorrow, '1991-03-13']) {
      const reply = await ask('events.add', { event: anEvent({ on }) });
      expect(await refusalOf(reply)).toBe('dayRefused');
    }
    expect((await ask('events.add', { event: anEvent({ on: today() }) })).status).toBe(200);
  });

  it('leaves the charts, and stays on record with who took it away', async () => {
    const { eventId } = scene;
    await valueOf(await ask('events.remove', { eventId }));
    await valueOf(await ask('events.remove', { eventId }));
    expect((await brief()).events).toEqual([]);
    expect(await recorded(backend, scene, 'event.removed')).toEqual([{ eventId }]);
    const kept = await backend.database.asSuperuser(
      'select removed_by from care.care_event where event_id = $1',
      [eventId],
    );
    expect(kept).toEqual([{ removed_by: scene.clinician.staffId }]);
  });

  it('of another client is not there', async () => {
    const other = await aScene(backend);
    const theirs = await ask('events.remove', { eventId: other.eventId });
    expect(await refusalOf(theirs)).toBe('notFound');
    const { events } = await briefOf(backend, other, other.clinician);
    expect(events).toHaveLength(1);
  });
});

describe('a mark of care', () => {
  it('begins an episode of its own, until it is taken back', async () => {
    const mark = { kind: 'began', on: addDays(today(), -3) };
    const marked = async () => (await brief()).episodes?.startedOn;
    await valueOf(await ask('episodes.mark', mark));
    await valueOf(await ask('episodes.mark', mark));
    expect(await marked()).toEqual([mark.on]);
    expect(interpret(await brief()).episodes).toHaveLength(2);
    await valueOf(await ask('episodes.unmark', mark));
    await valueOf(await ask('episodes.unmark', mark));
    expect(await marked()).toEqual([]);
    const [made] = await recorded(backend, scene, 'episode.marked');
    expect(made).toEqual({ markId: expect.any(String), kind: 'began' });
    expect(await recorded(backend, scene, 'episode.unmarked')).toEqual([made]);
  });

  it('is not in the future', async () => {
    const mark = { kind: 'ended', on: addDays(today(), 1) };
    expect(await refusalOf(await ask('episodes.mark', mark))).toBe('dayRefused');
    expect(await refusalOf(await ask('episodes.unmark', mark))).toBe('dayRefused');
  });

  it('is what the rules go by: nothing is compared with the care before', async () => {
    const answer = async (given: readonly number[]) => {
      backend.clock.pass(20 * DAY);
      const link = await aLink(backend, scene.practiceId, scene.clientId);
      await answerAndSend(backend, link, given);
    };
    const other = scene.mayWait.alertId;
    const phq9 = async () =>
      (await brief()).alerts.filter(
        ({ rule, alertId }) => rule.startsWith('C') && alertId !== other,
      );
    await extendSessions();
    await valueOf(await ask('episodes.mark', { kind: 'ended', on: today() }));
    await answer([3, 3, 3, 2, 2, 2, 2, 2, 0]);
    expect(await phq9()).toEqual([]);
    await valueOf(await ask('episodes.unmark', { kind: 'ended', on: addDays(today(), -20) }));
    await answer([3, 3, 3, 3, 3, 3, 3, 3, 0]);
    expect((await phq9()).map(({ rule }) => rule)).toContain('C2');
  });
});

describe('a chosen baseline', () => {
  it('is the last chosen one, and is taken back', async () => {
    await extendSessions();
    backend.clock.pass(14 * DAY);
    const link = await aLink(backend, scene.practiceId, scene.clientId);
    await answerAndSend(backend, link, [2, 2, 2, 2, 2, 2, 2, 0, 0]);
    const { responses } = await brief();
    const [first, second] = responses.map(({ responseId }) => responseId);
    const chosen = async () => (await brief()).episodes?.chosenBaselines;
    const baseline = async () => interpret(await brief()).measures[0]?.baseline?.responseId;
    const choose = (responseId: unknown) => ask('baselines.choose', { responseId });

    await valueOf(await choose(second));
    expect(await baseline()).toBe(second);
    await valueOf(await choose(first));
    expect(await chosen()).toEqual([second, first]);
    await valueOf(await choose(second));
    await valueOf(await choose(second));
    expect(await chosen()).toEqual([first, second]);
    await valueOf(await ask('baselines.clear', { responseId: second }));
    await valueOf(await ask('baselines.clear', { responseId: second }));
    expect(await chosen()).toEqual([first]);
    expect(await recorded(backend, scene, 'baseline.chosen')).toEqual(
      [second, first, second].map((responseId) => ({ responseId })),
    );
    expect(await recorded(backend, scene, 'baseline.cleared')).toHaveLength(1);
  });

  it('is a response of that client', async () => {
    const { responseId } = await aScene(backend);
    for (const procedure of ['baselines.choose', 'baselines.clear']) {
      expect(await refusalOf(await ask(procedure, { responseId }))).toBe('notFound');
    }
  });
});

/** Weeks pass in these stories, and a session lasts hours. */
async function extendSessions() {
  await backend.database.asSuperuser(
    `update directory.session set expires_at = expires_at + interval '200 days'`,
  );
}
