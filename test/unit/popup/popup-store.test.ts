import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import { BADGES } from '#extension/local/badge.ts';
import type { SafeView } from '#extension/messages/daily.ts';
import { createPopupStore, isCovered } from '#extension/popup/popup-store.ts';
import { stillClock } from '#test/support/clock.ts';
import { eventually } from '#test/support/eventually.ts';
import { CLINICIAN, SERVER, VERIFIED_AT } from '#test/support/panel-scene.ts';

/** A popup over tab 7, in a browser of the test's. */
function scene(part: { safeView?: SafeView; role?: 'clinician' | 'admin'; badge?: string } = {}) {
  const asked: string[] = [];
  const clock = stillClock(VERIFIED_AT);
  const replies: Record<string, unknown> = {
    'settings.get': SERVER,
    'session.whoAmI': { ...CLINICIAN, role: part.role ?? 'clinician' },
    'safeView.get': part.safeView ?? { on: false },
    'caseload.list': { verifiedAt: VERIFIED_AT, rows: [] },
    'schedule.ofTab': null,
    'alertWay.get': { line: 'silent', lineSince: VERIFIED_AT, path: null },
  };
  const store = createPopupStore({
    ask: (async (call: string) => {
      asked.push(call);
      return { ok: true, value: replies[call] };
    }) as AskWorker,
    now: clock.now,
    activeTab: async () => 7,
    badgeTitle: async (tabId) => (tabId === 7 ? (part.badge ?? BADGES.on.title) : ''),
  });
  return { store, asked, clock };
}

describe('the popup', () => {
  it('looks at the caseload, and at the calendar of the tab in front', async () => {
    const { store, asked } = scene();
    await store.load();
    expect(asked).toContain('caseload.list');
    expect(asked).toContain('schedule.ofTab');
    expect(store.facts.value.caseload).toMatchObject({ ok: true });
  });

  it('looks at nobody in safe view before it is to be shown', async () => {
    const { store, asked, clock } = scene({ safeView: { on: true, because: 'telehealth' } });
    await store.load();
    expect(asked).not.toContain('caseload.list');
    expect(isCovered(store.facts.value)).toBe(true);
    await store.reveal();
    expect(asked).toContain('caseload.list');
    expect(isCovered(store.facts.value)).toBe(false);
    clock.advance(30);
    store.tick();
    expect(isCovered(store.facts.value)).toBe(true);
  });

  it('knows whether anybody would be told, in safe view too, and hears when that changes', async () => {
    const { store, asked } = scene({ safeView: { on: true, because: 'telehealth' } });
    await store.load();
    expect(store.facts.value.alertWay).toMatchObject({ line: 'silent' });
    asked.length = 0;
    store.onNotice('alertWay');
    expect(asked).toEqual(['alertWay.get']);
  });

  it('looks at nobody for an admin', async () => {
    const { store, asked } = scene({ role: 'admin' });
    await store.load();
    expect(asked).not.toContain('caseload.list');
  });

  it.each(['fights', 'restless', 'silent', 'unsure', 'notAllowed'] as const)(
    'says why nothing is verified in the tab in front, whoever is signed in: %s',
    async (name) => {
      for (const role of ['clinician', 'admin'] as const) {
        const { store } = scene({ role, badge: BADGES[name].title });
        await store.load();
        const { trouble } = store.facts.value;
        expect(`${trouble?.happened} ${trouble?.toDo}`).toBe(BADGES[name].title);
      }
    },
  );

  it('says nothing of a tab in which nothing is wrong', async () => {
    const { store } = scene();
    await store.load();
    expect(store.facts.value.trouble).toBeNull();
  });

  it('looks at the calendar anew when it changes, and not at the caseload', async () => {
    const { store, asked } = scene();
    await store.load();
    asked.length = 0;
    store.onNotice('schedule');
    await eventually(() => expect(asked).toEqual(['schedule.ofTab']));
  });

  it('drops what it shows when somebody else signs in', async () => {
    const { store } = scene();
    await store.load();
    store.onNotice('session');
    expect(store.facts.value.caseload).toBeNull();
  });
});
