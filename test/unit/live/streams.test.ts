import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createBeats } from '#backend/live/beats.ts';
import { type LiveStream, openStream } from '#backend/live/live-stream.ts';
import { createOpenStreams } from '#backend/live/open-streams.ts';
import { createStanding } from '#backend/live/standing.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { inventedId } from '#test/support/brief-facts.ts';

const AT = '2026-11-20T18:58:00.000Z' as Instant;
const BEAT = { is: 'beat', path: 'works', at: AT } as const;

function owner(number: number) {
  return {
    practiceId: PracticeId.parse(inventedId(1)),
    staffId: StaffId.parse(inventedId(number)),
    token: `token ${number}`,
  };
}

function anOpenStream(number = 2) {
  const ended: LiveStream[] = [];
  const stream = openStream(owner(number), 0, (one) => ended.push(one));
  return { stream, ended };
}

describe('a stream', () => {
  it('ends whoever does not read, long before a million events, and keeps nothing for them', async () => {
    const { stream, ended } = anOpenStream();
    let told = 0;
    while (ended.length === 0 && told < 1_000_000) {
      stream.tell(BEAT);
      told += 1;
    }
    expect(told).toBeLessThan(1_000);
    expect(ended).toEqual([stream]);
    stream.tell(BEAT);
    expect((await readAll(stream)).split('\n\n').length - 1).toBe(told);
  });

  it('goes on for whoever reads', async () => {
    const { stream, ended } = anOpenStream();
    const reader = stream.body.getReader();
    for (let told = 0; told < 5_000; told += 1) {
      stream.tell(BEAT);
      await reader.read();
    }
    expect(ended).toEqual([]);
  });

  it('is over once, for whatever reason', async () => {
    const { stream, ended } = anOpenStream();
    await stream.body.cancel();
    stream.end();
    stream.tell(BEAT);
    expect(ended).toEqual([stream]);
  });
});

async function readAll({ body }: LiveStream): Promise<string> {
  return new Response(body).text();
}

describe('the register of streams', () => {
  it('holds as many as it is built for', () => {
    const streams = createOpenStreams(1);
    expect(streams.isFull()).toBe(false);
    const { stream } = anOpenStream();
    streams.add(stream);
    expect(streams.isFull()).toBe(true);
    streams.remove(stream);
    expect(streams.isFull()).toBe(false);
    expect(streams.ofPractice(stream.practiceId)).toEqual([]);
  });
});

describe('sessions that can’t be asked about', () => {
  it('are believed for less than five seconds', async () => {
    let time = 0;
    const streams = createOpenStreams(10);
    const stream = openStream(owner(2), 0, streams.remove);
    streams.add(stream);
    const standing = createStanding({
      streams,
      identity: { openAmong: () => Promise.reject(new Error('the database is away')) },
      now: () => AT,
      elapsed: () => time,
      log: pino({ level: 'silent' }),
    });
    time = 4_000;
    await standing.round();
    expect(streams.all()).toEqual([stream]);
    time = 5_000;
    await standing.round();
    expect(streams.all()).toEqual([]);
  });

  it('are not waited for by those that follow: a question that hangs keeps no stream alive', async () => {
    let time = 0;
    const streams = createOpenStreams(10);
    streams.add(openStream(owner(2), 0, streams.remove));
    const standing = createStanding({
      streams,
      identity: { openAmong: () => new Promise(() => undefined) },
      now: () => AT,
      elapsed: () => time,
      log: pino({ level: 'silent' }),
    });
    void standing.round();
    time = 5_000;
    await standing.round();
    expect(streams.all()).toEqual([]);
  });
});

describe('beats', () => {
  it('come within 15 seconds with a round every two, and at once when hearing is lost', async () => {
    let time = 0;
    let isHeard = true;
    const streams = createOpenStreams(10);
    const stream = openStream(owner(2), 0, streams.remove);
    streams.add(stream);
    const beats = createBeats({
      streams,
      voice: { isHeard: () => isHeard },
      now: () => AT,
      elapsed: () => time,
    });
    for (time = 2_000; time <= 14_000; time += 2_000) beats.round();
    isHeard = false;
    beats.round();
    beats.round();
    stream.end();
    const paths = [...(await readAll(stream)).matchAll(/"path":"(\w+)"/g)].map(([, path]) => path);
    expect(paths).toEqual(['works', 'broken']);
  });
});
