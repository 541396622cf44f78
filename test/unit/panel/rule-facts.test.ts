import { describe, expect, it } from 'vitest';
import { type RuleFact, ruleFacts } from '#extension/panel/alerts/rule-source.ts';
import { RULES } from '#shared/alerts/catalogue/catalogue.ts';
import { type Alert, RuleCode } from '#shared/contracts/alert.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { openAlertOf } from './an-alert-of.ts';

const TODAY = CalendarDate.parse('2026-11-20');
const safe = { 9: 0 };

const { alerts } = inventedFacts({
  lines: [
    {
      instrumentId: 'phq9',
      points: [
        { on: '2026-10-06', total: 6, fixed: safe },
        { on: '2026-10-20', total: 7, fixed: safe },
        { on: '2026-11-03', total: 8, fixed: safe },
        { on: '2026-11-19', total: 17, fixed: { 9: 1 } },
      ],
    },
  ],
});

function fired(rule: RuleCode): Alert {
  const alert = alerts.find((candidate) => candidate.rule === rule);
  if (alert === undefined) throw new Error(`${rule} did not fire`);
  return alert;
}

const of = (facts: readonly RuleFact[], term: string) =>
  facts.filter((fact) => fact.term === term).map(({ words }) => words);

describe('what is behind an alert', () => {
  it('is the rule with its version, and that it is a proposal', () => {
    const facts = ruleFacts(fired('C1'), TODAY);
    expect(of(facts, 'Rule')).toEqual([`C1, version ${RULES.C1.version}`]);
    expect(of(facts, 'Standing')[0]).toMatch(/^Throughline’s own proposal, not a published rule: /);
    expect(of(facts, 'Asked for')).toEqual(['6 points, the reliable-change value (published)']);
    expect(of(facts, 'Source')[0]).toMatch(/^Reliable change 6: .+ \(read in the source\)$/);
  });

  it('says which rules rest on a publication', () => {
    expect(of(ruleFacts(openAlertOf('S4'), TODAY), 'Standing')[0]).toMatch(/^published: /);
  });

  it('is what went in and what came out', () => {
    const facts = ruleFacts(fired('C1'), TODAY);
    expect(of(facts, 'Looked at')).toEqual(['8/27 on 3 Nov', '17/27 on 19 Nov']);
    expect(of(facts, 'Worked out')).toEqual(['9 points higher; for review']);
    const answers = ruleFacts(fired('S1'), TODAY);
    expect(of(answers, 'Looked at')).toEqual(['Not at all (0), 3 Nov', 'Several days (1), 19 Nov']);
    expect(of(answers, 'Worked out')).toEqual(['urgent']);
    expect(of(answers, 'Source')[0]).toMatch(/^Item 9 counts from 1 point: /);
  });

  it('says that half the reliable-change value is a proposal', () => {
    for (const rule of ['C3', 'T1'] as const) {
      expect(of(ruleFacts(fired(rule), TODAY), 'Asked for')).toEqual([
        '3 points, half the reliable-change value of 6 (halving it is Throughline’s own proposal)',
      ]);
    }
    expect(of(ruleFacts(fired('C3'), TODAY), 'Source')[0]).toContain('Ranges: Kroenke');
  });

  it('names what the practice has set differently, and nothing where it has not', () => {
    const own = { ...fired('C1'), parameters: { share: 1.5 } };
    expect(of(ruleFacts(own, TODAY), 'Set by your practice')).toEqual([
      '1.5, usually 1: how many times the reliable-change value of the measure is asked for',
    ]);
    expect(of(ruleFacts(fired('C1'), TODAY), 'Set by your practice')).toEqual([]);
  });

  it('does not guess what was usual in another version of the rule', () => {
    const older = { ...fired('C1'), ruleVersion: 1, parameters: { share: 1.5 } };
    expect(of(ruleFacts(older, TODAY), 'Set by your practice')).toEqual([]);
  });

  it('is shown as far as it is known for a measure of a newer version', () => {
    const unknown = ruleFacts({ ...fired('C1'), instrumentId: 'newer' }, TODAY);
    expect(of(unknown, 'Source')).toEqual([]);
    expect(of(unknown, 'Looked at')).toEqual(['8 on 3 Nov', '17 on 19 Nov']);
  });
});

describe.each(RuleCode.options)('%s', (rule) => {
  const facts = ruleFacts(openAlertOf(rule), TODAY);

  it('shows its version, its standing, what it looked at and what came of it', () => {
    for (const term of ['Rule', 'Standing', 'Looked at', 'Worked out']) {
      expect(of(facts, term).length, term).toBeGreaterThan(0);
    }
    for (const { words } of facts) expect(words).not.toMatch(/null|undefined|NaN|\[object/);
  });
});
