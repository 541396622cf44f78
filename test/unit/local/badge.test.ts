import { describe, expect, it } from 'vitest';
import { BADGES, type Badge, badgeOf, troubleOf } from '#extension/local/badge.ts';
import type { Briefs } from '#extension/local/briefs.ts';
import { createPageLimits } from '#extension/local/page-limits/page-limits.ts';
import { QUESTIONS } from '#extension/local/page-limits/questions-left.ts';
import { createTabWatch } from '#extension/local/tab-watch.ts';
import { BriefState } from '#extension/messages/worker.ts';
import { BriefQuery } from '#shared/contracts/procedures.ts';
import { PageReading } from '#shared/contracts/reading.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { stillClock } from '#test/support/clock.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';

const VERIFIED = '2026-11-21T00:58:00.000Z';
const CALM = inventedFacts({ lines: [] });
const RISK = inventedFacts({
  lines: [{ instrumentId: 'phq9', points: [{ on: '2026-11-19', total: 11, fixed: { 9: 1 } }] }],
});

function state(value: unknown): BriefState {
  return BriefState.parse(value);
}
const live = (brief: unknown) =>
  state({ source: 'live', verifiedAt: VERIFIED, reply: { verdict: 'certain', brief } });

describe('the badge', () => {
  it('is on only for a live, certain answer', () => {
    expect(badgeOf(live(CALM))).toBe(BADGES.on);
  });

  it('counts open alerts that can’t wait, and names nobody', () => {
    const badge = badgeOf(live(RISK));
    expect(badge.text).toBe('!1');
    expect(badge.title).not.toMatch(/jordan|avery|phq|risk|alert/i);
  });

  it('does not count what somebody put aside', () => {
    const snoozed = { by: 'Dr. Sam Okafor', at: VERIFIED };
    const alerts = RISK.alerts.map((alert) => ({ ...alert, snoozed }));
    expect(badgeOf(live({ ...RISK, alerts }))).toBe(BADGES.on);
  });

  it('counts a risk answer on a form that was never sent', () => {
    const open = [
      { instrumentId: 'phq9', sentOn: '2026-11-18', answeredItems: 9, risk: { item: 9, value: 1 } },
      { instrumentId: 'gad7', sentOn: '2026-11-18', answeredItems: 3 },
    ];
    expect(badgeOf(live(inventedFacts({ lines: [], open }))).text).toBe('!1');
    const lines = [
      { instrumentId: 'phq9', points: [{ on: '2026-11-17', total: 11, fixed: { 9: 1 } }] },
    ];
    expect(badgeOf(live(inventedFacts({ lines, open }))).text).toBe('!2');
  });

  it.each([
    [
      {
        source: 'cache',
        verifiedAt: VERIFIED,
        because: 'unreachable',
        reply: { verdict: 'certain', brief: CALM },
      },
    ],
    [{ source: 'live', verifiedAt: VERIFIED, reply: { verdict: 'unlinked', asOf: VERIFIED } }],
    [{ source: 'live', verifiedAt: VERIFIED, reply: { verdict: 'ambiguous', asOf: VERIFIED } }],
    [{ source: 'none', because: 'unreachable' }],
    [{ source: 'none', because: 'slow' }],
    [{ source: 'none', because: 'refused' }],
  ])('can’t verify anything else', (value) => {
    expect(badgeOf(state(value))).toBe(BADGES.unsure);
  });

  it.each(['signedOut', 'notConfigured'])('is off when %s', (because) => {
    expect(badgeOf(state({ source: 'none', because }))).toBe(BADGES.off);
  });
});

const subject = { recordId: 'abc123', name: 'Jordan Avery', birthDate: '1991-03-14' };
const QUERY = BriefQuery.parse({ ehr: 'simplepractice', subject });

function reading(part: Record<string, unknown> = {}): PageReading {
  return PageReading.parse({
    ehr: 'simplepractice',
    adapterVersion: 1,
    kind: 'client',
    settled: true,
    navigation: 0,
    subjects: [subject],
    appointment: null,
    note: null,
    fields: [],
    identity: { verdict: 'none', signals: [] },
    schedule: [],
    scores: [],
    ownMarks: [],
    riskDenial: null,
    failedChecks: [],
    ...part,
  });
}

function scene(answers: (query: BriefQuery) => Promise<BriefState> = async () => live(CALM)) {
  const clock = stillClock(VERIFIED);
  const shown = new Map<number, Badge>();
  const area = memoryStorage();
  const safe = { on: false };
  const asked: BriefQuery[] = [];
  const briefs: Briefs = {
    async of(query) {
      asked.push(query);
      return answers(query);
    },
    forgetShared: () => undefined,
  };
  const limits = createPageLimits({ area, now: clock.now, onHeld: () => undefined });
  const watch = () =>
    createTabWatch({
      area,
      briefs,
      limits,
      now: clock.now,
      inSafeView: async () => safe.on,
      async showBadge(tabId, badge) {
        shown.set(tabId, badge);
      },
    });
  return { clock, shown, asked, area, safe, watch };
}

describe('the badge of a page that shows clients faster than anybody reads', () => {
  let shownSoFar = 0;
  const flood = async (tabs: ReturnType<typeof createTabWatch>, tabId: number, count: number) => {
    for (let at = 0; at < count; at += 1) {
      shownSoFar += 1;
      const shown = { ...subject, recordId: `record-${shownSoFar}` };
      await tabs.onReading(tabId, reading({ subjects: [shown] }), true);
    }
  };

  it('says so once the questions are spent, and no other tab’s does', async () => {
    const { watch, shown, asked } = scene();
    const tabs = watch();
    await flood(tabs, 7, QUESTIONS.atOnce);
    expect(shown.get(7)).toBe(BADGES.on);
    await flood(tabs, 7, 50);
    expect(asked).toHaveLength(QUESTIONS.atOnce);
    expect(shown.get(7)).toBe(BADGES.restless);
    await tabs.onReading(8, reading(), true);
    expect(shown.get(8)).toBe(BADGES.on);
  });

  it('turns into nothing calm by a page about nobody, or by an answer from before', async () => {
    const { watch, shown } = scene();
    const tabs = watch();
    await flood(tabs, 7, QUESTIONS.atOnce + 1);
    await tabs.onReading(7, reading({ kind: 'calendar', subjects: [] }), true);
    expect(shown.get(7)).toBe(BADGES.restless);
    await tabs.onHeld(7);
    await tabs.onBrief(7, QUERY, live(CALM));
    expect(shown.get(7)).toBe(BADGES.restless);
  });

  it('is back with the panel’s next answer when the page was calm for half a minute', async () => {
    const { watch, shown, clock } = scene();
    const tabs = watch();
    await flood(tabs, 7, QUESTIONS.atOnce + 1);
    await tabs.onHeld(7);
    clock.advance(30);
    await tabs.onBrief(7, QUERY, live(CALM));
    expect(shown.get(7)).toBe(BADGES.on);
  });
});

describe('what a badge says is wrong', () => {
  it.each(['unsure', 'silent', 'fights', 'restless', 'notAllowed'] as const)(
    'is found again by its title, with what to do: %s',
    (name) => {
      const { title } = BADGES[name];
      const trouble = troubleOf(title);
      expect(trouble?.toDo).not.toBe('');
      expect(title).toBe(`${trouble?.happened} ${trouble?.toDo}`);
    },
  );

  it('is nothing where nothing is', () => {
    for (const { title } of [BADGES.on, BADGES.none, BADGES.safe, BADGES.off]) {
      expect(troubleOf(title)).toBeNull();
    }
  });
});

describe('the badge in safe view', () => {
  it('counts nothing, and looks neither calm nor pressing', () => {
    expect(badgeOf(live(RISK), true)).toBe(BADGES.safe);
    expect(badgeOf(live(CALM), true)).toBe(BADGES.safe);
    expect(badgeOf(state({ source: 'none', because: 'unreachable' }), true)).toBe(BADGES.unsure);
  });

  it('takes the count away when it is switched on, and nothing calm comes back by itself', async () => {
    const { watch, shown, safe } = scene(async () => live(RISK));
    const tabs = watch();
    await tabs.onReading(7, reading(), true);
    expect(shown.get(7)?.text).toBe('!1');
    safe.on = true;
    await tabs.onSafeView(true);
    expect(shown.get(7)).toBe(BADGES.safe);
    safe.on = false;
    await tabs.onSafeView(false);
    expect(shown.get(7)).toBe(BADGES.unsure);
  });

  it('is on for a count that was on its way while it was switched on', async () => {
    const { watch, shown, safe } = scene(async () => {
      safe.on = true;
      return live(RISK);
    });
    await watch().onReading(7, reading(), true);
    expect(shown.get(7)).toBe(BADGES.safe);
  });
});

describe('the badge of a tab', () => {
  it('is fetched early for a settled page about one person', async () => {
    const { watch, shown, asked } = scene();
    await watch().onReading(7, reading(), true);
    expect(asked).toEqual([{ ehr: 'simplepractice', subject }]);
    expect(shown.get(7)).toBe(BADGES.on);
  });

  it.each([
    ['unsettled', { settled: false }, BADGES.unsure],
    ['about two people', { subjects: [subject, subject] }, BADGES.unsure],
    ['unknown', { kind: 'unknown', subjects: [] }, BADGES.unsure],
    ['a calendar', { kind: 'calendar', subjects: [] }, BADGES.none],
  ] as const)('asks nothing for a page that is %s', async (_what, part, badge) => {
    const { watch, shown, asked } = scene();
    await watch().onReading(7, reading(part), true);
    expect(asked).toEqual([]);
    expect(shown.get(7)).toBe(badge);
  });

  it('can’t be verified while the panel’s part is missing, and the answer is fetched all the same', async () => {
    const { watch, shown, asked } = scene();
    const tabs = watch();
    await tabs.onReading(7, reading(), false);
    expect(asked).toHaveLength(1);
    expect(shown.get(7)).toBe(BADGES.unsure);
    await tabs.onReading(7, reading({ subjects: [] }), false);
    expect(shown.get(7)).toBe(BADGES.unsure);
    await tabs.onReading(7, reading(), true);
    expect(shown.get(7)).toBe(BADGES.on);
  });

  it('belongs to the newest person when an answer about the one before comes late', async () => {
    const late = Promise.withResolvers<BriefState>();
    const { watch, shown } = scene((query) =>
      query.subject.recordId === 'late' ? late.promise : Promise.resolve(live(CALM)),
    );
    const tabs = watch();
    const first = tabs.onReading(
      7,
      reading({ subjects: [{ ...subject, recordId: 'late' }] as never }),
      true,
    );
    await tabs.onReading(7, reading(), true);
    late.resolve(live(RISK));
    await first;
    expect(shown.get(7)).toBe(BADGES.on);
  });

  it.each([
    ['the page turned to nobody', { kind: 'calendar', subjects: [] }, BADGES.none],
    ['the page is changing', { settled: false }, BADGES.unsure],
  ] as const)('takes no late answer after %s', async (_what, part, badge) => {
    const late = Promise.withResolvers<BriefState>();
    const { watch, shown } = scene(() => late.promise);
    const tabs = watch();
    const first = tabs.onReading(7, reading(), true);
    await tabs.onReading(7, reading(part), true);
    late.resolve(live(CALM));
    await first;
    expect(shown.get(7)).toBe(badge);
  });

  it('takes no late answer while the next page loads', async () => {
    const late = Promise.withResolvers<BriefState>();
    const { watch, shown } = scene(() => late.promise);
    const tabs = watch();
    const first = tabs.onReading(7, reading(), true);
    await tabs.onEhrPageLoading(7);
    late.resolve(live(CALM));
    await first;
    expect(shown.get(7)).toBe(BADGES.unsure);
  });

  it('can’t be verified while an EHR page loads', async () => {
    const { watch, shown } = scene();
    const tabs = watch();
    await tabs.onReading(7, reading(), true);
    await tabs.onEhrPageLoading(7);
    expect(shown.get(7)).toBe(BADGES.unsure);
  });

  it('is taken back when nobody confirmed it, also after the worker died', async () => {
    const { watch, shown, clock } = scene();
    const before = watch();
    await before.onReading(7, reading(), true);
    await before.onReading(8, reading(), true);
    clock.advance(60);
    await before.onBrief(
      8,
      { ehr: 'simplepractice', subject: reading().subjects[0] as never },
      live(CALM),
    );
    clock.advance(60);
    await watch().expire();
    expect(shown.get(7)).toBe(BADGES.unsure);
    expect(shown.get(8)).toBe(BADGES.on);
  });

  it('is taken back when the clock was set back: then nobody knows how old it is', async () => {
    const { watch, shown, clock } = scene();
    await watch().onReading(7, reading(), true);
    clock.advance(-3600);
    await watch().expire();
    expect(shown.get(7)).toBe(BADGES.unsure);
  });

  it('leaves no trace of whom it was about, and none at all of a closed tab', async () => {
    const { watch, area } = scene();
    const tabs = watch();
    await tabs.onReading(7, reading(), true);
    expect(JSON.stringify(area.all())).not.toMatch(/abc123|Jordan|1991/);
    await tabs.onTabClosed(7);
    expect(area.all()).toEqual({ badgesConfirmed: {}, questionsLeft: {} });
  });
});
