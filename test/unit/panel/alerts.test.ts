import { describe, expect, it } from 'vitest';
import { isPressing } from '#extension/panel/alerts/entries.ts';
import { evidenceInWords } from '#extension/panel/alerts/evidence-words.ts';
import { alertsVerifiedInWords, noneOpenInWords } from '#extension/panel/alerts/verified.ts';
import { alertEntries } from '#shared/alerts/entries.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { type InventedCourse, inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { VERIFIED_AT } from '#test/support/panel-scene.ts';

const TODAY = CalendarDate.parse('2026-11-20');

function openAlerts(...points: InventedCourse['lines'][number]['points']) {
  return interpret(inventedFacts({ lines: [{ instrumentId: 'phq9', points }] })).openAlerts;
}

const safe = { 9: 0 };
const said = (alerts: ReturnType<typeof openAlerts>, rule: string) => {
  const alert = alerts.find((candidate) => candidate.rule === rule);
  const evidence = alert?.evidence.at(-1);
  if (evidence === undefined) throw new Error(`${rule} did not fire`);
  return evidenceInWords(evidence, { instrumentId: 'phq9', today: TODAY });
};

describe('entries', () => {
  it('say worsening once when baseline and previous score are the same measurement', () => {
    const alerts = openAlerts(
      { on: '2026-10-06', total: 9, fixed: safe },
      { on: '2026-11-03', total: 17, fixed: safe },
    );
    const joined = alertEntries(alerts).filter(({ alerts: both }) => both.length > 1);
    expect(joined).toHaveLength(1);
    expect(joined[0]?.alerts.map(({ rule }) => rule).toSorted()).toEqual(['C1', 'C2']);
    expect(joined[0]?.lead.tier).toBe('urgent');
  });

  it('keep worsening since baseline and since the previous score apart otherwise', () => {
    const alerts = openAlerts(
      { on: '2026-09-01', total: 4, fixed: safe },
      { on: '2026-10-06', total: 9, fixed: safe },
      { on: '2026-11-03', total: 17, fixed: safe },
    );
    const entries = alertEntries(alerts);
    expect(entries.every(({ alerts: own }) => own.length === 1)).toBe(true);
    expect(entries).toHaveLength(alerts.length);
  });

  it('lose no alert and begin with what can’t wait', () => {
    const alerts = openAlerts(
      { on: '2026-10-06', total: 9, fixed: safe },
      { on: '2026-11-03', total: 17, fixed: { 9: 2 } },
    );
    const entries = alertEntries(alerts);
    expect(new Set(entries.flatMap((entry) => entry.alerts))).toEqual(new Set(alerts));
    expect(entries[0]?.lead.rule).toBe('S1');
    const pressing = entries.map(({ lead }) => isPressing(lead));
    expect(pressing.lastIndexOf(true)).toBeLessThan(pressing.indexOf(false));
  });
});

const point = (on: string, total: number) =>
  ({ responseId: inventedId(5), on, total, displayed: Math.round(total), band: null }) as never;

describe('the evidence', () => {
  const alerts = openAlerts(
    { on: '2026-10-06', total: 9, fixed: safe },
    { on: '2026-11-19', total: 17, fixed: { 9: 1 } },
  );

  it('is what was answered, before and now', () => {
    expect(said(alerts, 'S1')).toBe('“Several days”, 19 Nov. Before: “Not at all”, 6 Oct.');
  });

  it('says that there is no answer from before, whether it was asked or left blank', () => {
    const first = openAlerts({ on: '2026-11-19', total: 10, fixed: { 9: 1 } });
    expect(said(first, 'S1')).toBe('“Several days”, 19 Nov. No answer in the 60 days before.');
  });

  it('never makes a blank a "no"', () => {
    const blank = openAlerts({ on: '2026-11-19', total: 10, blank: [9] });
    expect(said(blank, 'S3')).toMatch(/^Left unanswered on 19 Nov\. A blank is not a “no”\./);
  });

  it('names both scores, their dates and the threshold', () => {
    expect(said(alerts, 'C1')).toBe(
      '17/27 on 19 Nov; 9/27 on 6 Oct: 8 points higher (threshold 6, published).',
    );
    expect(said(alerts, 'C3')).toContain('moderately severe range, before: mild range');
    expect(said(alerts, 'C4')).toContain('cut-off 10');
  });

  it('says points between the numbers shown, and that a filled-in score makes them approximate', () => {
    const evidence = {
      kind: 'change',
      against: 'previous',
      from: point('2026-10-06', 3),
      to: point('2026-11-19', 11.571428571428573),
      points: 8.571428571428573,
      threshold: 6,
    } as const;
    expect(evidenceInWords(evidence, { instrumentId: 'phq9', today: TODAY })).toBe(
      '12/27 on 19 Nov; 3/27 on 6 Oct: about 9 points higher (threshold 6, published).',
    );
  });
});

describe('"none open"', () => {
  const now = new Date(Date.parse(VERIFIED_AT) + 4000);
  const zone = 'America/Chicago';

  it('is said of a live answer with its age', () => {
    const live = { is: 'live', verifiedAt: VERIFIED_AT } as const;
    expect(noneOpenInWords(live, now, zone, '')).toBe('None open. Verified 4 s ago.');
    expect(noneOpenInWords(live, now, zone, '1 urgent')).toBe(
      'None open but what was put aside (1 urgent). Verified 4 s ago.',
    );
    expect(alertsVerifiedInWords(live, now)).toBe('Alerts verified 4 s ago');
  });

  it.each([
    { is: 'aging', verifiedAt: VERIFIED_AT },
    { is: 'cached', verifiedAt: VERIFIED_AT, because: 'unreachable' },
  ] as const)('is never said of anything else', (freshness) => {
    const words = noneOpenInWords(freshness, now, zone, '1 urgent');
    expect(words).toBe('Alerts can’t be verified now. They were last verified at 6:58 pm.');
    expect(alertsVerifiedInWords(freshness, now)).toBe('Alerts can’t be verified');
  });

  it('is not said without a client', () => {
    expect(alertsVerifiedInWords(null, now)).toBe('No claim about alerts');
  });
});
