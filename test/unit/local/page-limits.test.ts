import { expect, it } from 'vitest';
import {
  CALM_AFTER_MS,
  createPageLimits,
  MESSAGES,
} from '#extension/local/page-limits/page-limits.ts';
import { QUESTIONS } from '#extension/local/page-limits/questions-left.ts';
import { stillClock } from '#test/support/clock.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';

const CALM_SECONDS = CALM_AFTER_MS / 1000;

/** Limits in a worker that can die: then only what is in its storage is left. */
function scene() {
  const clock = stillClock('2026-11-21T00:58:00.000Z');
  const area = memoryStorage();
  const held: number[] = [];
  const worker = () =>
    createPageLimits({ area, now: clock.now, onHeld: (tabId) => void held.push(tabId) });
  return { clock, area, held, worker };
}
type Limits = ReturnType<ReturnType<typeof scene>['worker']>;

/** Asks about as many different people; how many of these questions may be asked. */
async function asksAbout(limits: Limits, tabId: number, count: number, who = 'one') {
  let granted = 0;
  for (let at = 0; at < count; at += 1) {
    if (await limits.asks(tabId, `${who} ${at}`)) granted += 1;
  }
  return granted;
}

it('a person who opens a chart every second for two minutes never notices', async () => {
  const { clock, held, worker } = scene();
  const limits = worker();
  for (let second = 0; second < 120; second += 1) {
    for (let told = 0; told < 4; told += 1) expect(limits.hears(7)).toBe(true);
    expect(await limits.asks(7, `client ${second}`)).toBe(true);
    expect(await limits.panelAsks(7, `client ${second}`)).toBe(true);
    clock.advance(1);
  }
  expect(held).toEqual([]);
});

it('a day of questions about the client on screen, as often as an answer is shared, never ends', async () => {
  const { clock, held, worker } = scene();
  const limits = worker();
  for (let second = 0; second < 8 * 3600; second += 3) {
    expect(await limits.asks(7, 'the client')).toBe(true);
    clock.advance(3);
  }
  expect(held).toEqual([]);
});

it('the same question twice in a moment is one', async () => {
  const { worker } = scene();
  const limits = worker();
  for (let at = 0; at < 1000; at += 1) expect(await limits.asks(7, 'the client')).toBe(true);
  expect(await asksAbout(limits, 7, QUESTIONS.atOnce)).toBe(QUESTIONS.atOnce - 1);
});

it('a page that shows one after the other is asked about no more, and it is told once', async () => {
  const { held, worker } = scene();
  const limits = worker();
  expect(await asksAbout(limits, 7, 500)).toBe(QUESTIONS.atOnce);
  expect(held).toEqual([7]);
  expect(limits.isHeld(7)).toBe(true);
  expect(await limits.panelAsks(7, 'anybody')).toBe(false);
  expect(await asksAbout(limits, 8, 20)).toBe(20);
  expect(limits.isHeld(8)).toBe(false);
});

it('waiting half a minute with one client on the page ends it; another client begins it anew', async () => {
  const { clock, worker } = scene();
  const limits = worker();
  await asksAbout(limits, 7, 500);
  clock.advance(CALM_SECONDS - 1);
  await asksAbout(limits, 7, 1, 'somebody else');
  clock.advance(1);
  expect(limits.isHeld(7)).toBe(true);
  clock.advance(1);
  for (let second = 0; second < 2; second += 1) {
    // The note under the same client says something else: no sign of unrest.
    expect(await limits.asks(7, 'somebody else 0')).toBe(false);
    clock.advance(1);
  }
  clock.advance(CALM_SECONDS - 4);
  expect(await limits.panelAsks(7, 'somebody else 0')).toBe(true);
});

it('messages beyond what our script can say go unread, and are told once', () => {
  const { clock, held, worker } = scene();
  const limits = worker();
  const heard = (count: number) =>
    Array.from({ length: count }, () => limits.hears(7)).filter(Boolean).length;
  expect(heard(10_000)).toBe(MESSAGES.atOnce);
  clock.advance(1);
  expect(heard(10_000)).toBe(1000 / MESSAGES.oneMoreEveryMs);
  expect(held).toEqual([7]);
  expect(limits.hears(8)).toBe(true);
});

it('a tab that is held for its messages is not asked about either', async () => {
  const { worker } = scene();
  const limits = worker();
  for (let at = 0; at <= MESSAGES.atOnce; at += 1) limits.hears(7);
  expect(await limits.panelAsks(7, 'the client')).toBe(false);
  expect(await limits.asks(7, 'the client')).toBe(false);
});

it('a worker that died begins with what was left, and nothing of whom it was about was kept', async () => {
  const { area, worker } = scene();
  await asksAbout(worker(), 7, QUESTIONS.atOnce - 5, 'Jordan Avery');
  expect(JSON.stringify(area.all())).not.toContain('Jordan');
  expect(await asksAbout(worker(), 7, 500)).toBe(5);
});

it('a tab that was closed leaves nothing', async () => {
  const { area, worker } = scene();
  const limits = worker();
  await asksAbout(limits, 7, 500);
  await limits.forget(7);
  expect(limits.isHeld(7)).toBe(false);
  expect(area.all()).toEqual({ questionsLeft: {} });
});

it('a clock that is set back gives nothing and takes nothing', async () => {
  const { clock, worker } = scene();
  const limits = worker();
  expect(await asksAbout(limits, 7, 100)).toBe(100);
  clock.advance(-3600);
  expect(await asksAbout(limits, 7, 100, 'later')).toBe(20);
});
