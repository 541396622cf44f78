import { describe, expect, it } from 'vitest';
import { createSchedules } from '#extension/local/daily/schedules.ts';
import { failure } from '#extension/local/failure.ts';
import type { Rpc } from '#extension/local/rpc.ts';
import { stillClock } from '#test/support/clock.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { readingOf } from '#test/support/panel-scene.ts';

const entry = (key: string, name: string) => ({
  key,
  startsAt: '10:00',
  several: false,
  subject: { recordId: null, name, birthDate: null },
});

const DAY = [entry('a', 'Jordan Avery'), entry('b', 'Riley Chen')];

const calendar = (part: Record<string, unknown> = {}) =>
  readingOf({ kind: 'calendar', subjects: [], note: null, fields: [], schedule: DAY, ...part });

/** Calendars before a server that answers for these keys. */
function scene(answers: readonly string[] = ['a', 'b']) {
  const asked: unknown[] = [];
  const area = memoryStorage();
  const rpc = (async (name: string, input: unknown) => {
    asked.push([name, input]);
    const rows = answers.map((key) => ({ key, match: 'none' }));
    return { ok: true, value: { asOf: '2026-11-21T00:58:00.000Z', rows } };
  }) as Rpc;
  const practice = { allows: true };
  const mayWorkIn = async () => practice.allows;
  const changes = { count: 0 };
  const onChange = () => {
    changes.count += 1;
  };
  const { now } = stillClock('2026-11-21T00:58:00.000Z');
  const schedules = () => createSchedules({ area, rpc, now, mayWorkIn, onChange });
  return { asked, area, changes, practice, schedules };
}

describe('the calendar of a tab', () => {
  it('is asked about when somebody wants to know, not when it is opened', async () => {
    const { schedules, asked } = scene();
    await schedules().onReading(7, calendar());
    expect(asked).toEqual([]);
    const look = await schedules().ofTab(7);
    expect(asked).toEqual([['schedule.look', { ehr: 'simplepractice', on: null, entries: DAY }]]);
    expect(look).toMatchObject({
      ok: true,
      value: { appointments: [{ entry: DAY[0] }, { entry: DAY[1] }] },
    });
  });

  it('is nobody’s to ask about once the practice does not allow its EHR', async () => {
    const { schedules, asked, practice } = scene();
    await schedules().onReading(7, calendar());
    practice.allows = false;
    expect(await schedules().ofTab(7)).toEqual({ ok: true, value: null });
    expect(asked).toEqual([]);
  });

  it('is that of this tab only, and only while it is shown', async () => {
    const { schedules } = scene();
    await schedules().onReading(7, calendar());
    expect(await schedules().ofTab(8)).toEqual({ ok: true, value: null });
    await schedules().onReading(7, readingOf());
    expect(await schedules().ofTab(7)).toEqual({ ok: true, value: null });
    await schedules().onReading(7, calendar());
    await schedules().forget(7);
    expect(await schedules().ofTab(7)).toEqual({ ok: true, value: null });
  });

  it('is nobody’s while the page still changes', async () => {
    const { schedules } = scene();
    await schedules().onReading(7, calendar({ settled: false }));
    expect(await schedules().ofTab(7)).toEqual({ ok: true, value: null });
  });

  it('is told of when it shows somebody else, and not each time it is read', async () => {
    const { schedules, changes } = scene();
    for (const reading of [calendar(), calendar(), readingOf(), readingOf()]) {
      await schedules().onReading(7, reading);
    }
    expect(changes.count).toBe(2);
  });

  it('is refused where the answer leaves somebody out', async () => {
    const { schedules } = scene(['a']);
    await schedules().onReading(7, calendar());
    expect(await schedules().ofTab(7)).toEqual({ ok: false, refusal: failure('refused') });
  });
});
