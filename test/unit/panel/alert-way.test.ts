import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import type { AlertWay } from '#extension/messages/live.ts';
import { createAlertWay, isInTrouble } from '#extension/panel/alert-way/alert-way.ts';
import { alertWayWords, type ReadAt } from '#extension/panel/alert-way/alert-way-words.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { AlertPath } from '#shared/contracts/live.ts';

const SINCE = Instant.parse('2026-11-21T00:58:00.000Z');

function path(part: Partial<AlertPath>): AlertPath {
  return AlertPath.parse({
    checkedAt: SINCE,
    state: 'works',
    since: null,
    deadLetters: 0,
    ...part,
  });
}

const WORKS: AlertWay = { line: 'works', lineSince: SINCE, path: path({}) };

const words = (way: AlertWay, place: ReadAt = 'client') =>
  alertWayWords(way, 'America/Chicago', place);
const titles = (way: AlertWay) => words(way).map(({ title }) => title);

describe('the way of an alert', () => {
  it.each<[string, AlertWay]>([
    ['works', WORKS],
    ['is being opened', { ...WORKS, line: 'opening' }],
    ['is nobody’s', { ...WORKS, line: 'closed', path: null }],
  ])('says nothing while it %s', (_state, way) => {
    expect(isInTrouble(way)).toBe(false);
    expect(titles(way)).toEqual([]);
  });

  it.each<[AlertWay['line']]>([['silent'], ['deaf']])('says since when the line is %s', (line) => {
    const way = { ...WORKS, line };
    expect(isInTrouble(way)).toBe(true);
    expect(titles(way)).toEqual(['New alerts may come late here since 6:58 pm.']);
  });

  it.each([
    [
      path({ state: 'late', since: SINCE }),
      'Messages about alerts are late, since 20 Nov 2026, 6:58 pm.',
    ],
    [
      path({ state: 'failing', since: SINCE, deadLetters: 2 }),
      'Messages about alerts are not going out, since 20 Nov 2026, 6:58 pm.',
    ],
    [path({ state: 'unset' }), 'Nobody is told of alerts by message.'],
  ])('says what of the messages does not work', (broken, title) => {
    const way = { ...WORKS, path: broken };
    expect(isInTrouble(way)).toBe(true);
    expect(titles(way)).toEqual([title]);
  });

  it.each<[AlertWay['line']]>([['works'], ['opening']])(
    'says that nobody knows whether messages go out, where the line %s and the server did not say',
    (line) => {
      const way: AlertWay = { ...WORKS, line, path: null };
      expect(isInTrouble(way)).toBe(true);
      expect(titles(way)).toEqual(['It can’t be told now whether messages about alerts go out.']);
    },
  );

  it('says first that nobody is told, then that it takes longer', () => {
    const way: AlertWay = { ...WORKS, line: 'silent', path: path({ state: 'failing' }) };
    expect(titles(way)).toEqual([
      'Messages about alerts are not going out.',
      'New alerts may come late here since 6:58 pm.',
    ]);
  });

  it('always says what to do, and never that there is no alert', () => {
    const broken = (['late', 'failing', 'unset'] as const).flatMap((state) =>
      [0, 1, 2].map((deadLetters) => path({ state, deadLetters })),
    );
    for (const one of [...broken, null]) {
      const way: AlertWay = { ...WORKS, line: 'silent', path: one };
      for (const { means, toDo } of words(way)) {
        expect(toDo).toMatch(/look at your caseload by hand/i);
        expect(`${means} ${toDo}`).not.toMatch(/no alert|nothing new|no risk/i);
      }
    }
  });

  it('promises no look by itself where no client is on screen', () => {
    for (const way of [
      { ...WORKS, line: 'silent' },
      { ...WORKS, path: null },
    ] satisfies AlertWay[]) {
      expect(words(way).some(({ means }) => means.includes('asks every 40 seconds'))).toBe(true);
      for (const { means } of words(way, 'elsewhere')) expect(means).not.toContain('40 seconds');
    }
  });

  it('is not known while the worker does not answer', async () => {
    let reply: unknown = { ok: true, value: WORKS };
    const ask = (async () => reply) as AskWorker;
    const state = createAlertWay(ask);
    await state.refresh();
    expect(state.way.value).toEqual(WORKS);
    reply = { ok: false, reason: 'unreachable', message: '' };
    await state.refresh();
    expect(state.way.value).toBeNull();
  });
});
