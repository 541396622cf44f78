import { beforeEach, expect, test } from 'vitest';
import { createBudget } from '#extension/frame/budget.ts';
import type { Frame } from '#extension/frame/frame.ts';
import { createPresence } from '#extension/frame/presence.ts';
import type { PageKind, PageReading } from '#shared/contracts/reading.ts';

let mounts: number;
let removals: number;
const lifetime = new AbortController();
beforeEach(() => {
  mounts = 0;
  removals = 0;
});

function presence(signal = lifetime.signal) {
  return createPresence((): Frame => {
    mounts += 1;
    return {
      nonce: `n${mounts}`,
      place: () => ({ x: 0, y: 0 }),
      takeFocus: () => undefined,
      releaseFocus: () => undefined,
      pickLayer: () => ({ outline: () => undefined }),
      remove: () => {
        removals += 1;
      },
    };
  }, signal);
}

function reading(kind: PageKind, settled = true): PageReading {
  return {
    ehr: 'simplepractice',
    adapterVersion: 1,
    kind,
    settled,
    navigation: 0,
    subjects: [],
    appointment: null,
    note: null,
    fields: [],
    identity: { verdict: 'none', signals: [] },
    schedule: [],
    scores: [],
    ownMarks: [],
    riskDenial: null,
    failedChecks: [],
  };
}

test('a calendar gets no frame, a chart gets one before it has settled', () => {
  const page = presence();
  page.follow(reading('calendar'), false);
  expect(mounts).toBe(0);
  page.follow(reading('client', false), true);
  page.follow(reading('client'), true);
  expect(mounts).toBe(1);
});

test('an unknown page where a client is expected gets one once that is certain', () => {
  const page = presence();
  page.follow(reading('unknown', false), true);
  expect(mounts).toBe(0);
  page.follow(reading('unknown'), true);
  expect(mounts).toBe(1);
});

test('it stays while the page moves on, and goes when the next page concerns nobody', () => {
  const page = presence();
  page.follow(reading('note'), true);
  page.follow(reading('unknown', false), false);
  expect(removals).toBe(0);
  page.follow(reading('signedOut'), false);
  expect([removals, page.frame()]).toEqual([1, null]);
});

test('after a fight it never comes back in this page’s life', () => {
  const fought = new AbortController();
  const page = presence(fought.signal);
  page.follow(reading('note'), true);
  fought.abort();
  page.follow(reading('note'), true);
  expect([mounts, removals, page.frame()]).toEqual([1, 1, null]);
});

test('ten repairs within ten seconds are a mishap, the eleventh is a fight', () => {
  let now = 0;
  const budget = createBudget(() => now);
  const spent = Array.from({ length: 11 }, () => budget.spend());
  expect(spent).toEqual([...Array.from({ length: 10 }, () => true), false]);
  now = 10_001;
  expect(budget.spend()).toBe(true);
});
