import { describe, expect, it } from 'vitest';
import { RULES, standingOf } from '#shared/alerts/catalogue/catalogue.ts';
import { limitFault } from '#shared/alerts/catalogue/limits.ts';
import { isPrivateRule, isSafetyRule, maySnooze } from '#shared/alerts/catalogue/safety-rules.ts';
import { NO_SETTINGS, settingsInForce } from '#shared/alerts/catalogue/settings.ts';
import { validateRuleSettings } from '#shared/alerts/catalogue/validate-settings.ts';
import { RuleCode } from '#shared/contracts/alert.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { changed } from './an-alert.ts';
import { dated, firing, setting } from './outcomes.ts';

const codes = RuleCode.options;
const those = (holds: (code: RuleCode) => boolean) => codes.filter(holds).join(' ');

/** Why settings of one rule are refused. */
function faults(rule: string, parameters: Record<string, number>, enabled = true) {
  const checked = validateRuleSettings({ version: 3, rules: [{ rule, enabled, parameters }] });
  return checked.ok ? [] : checked.refusal;
}

describe('the catalogue', () => {
  it('defines every rule under its own code, in a version of its own', () => {
    for (const code of codes) {
      expect(RULES[code].code).toBe(code);
      expect(RULES[code].version).toBeGreaterThan(0);
      expect(RULES[code].standing.source).not.toBe('');
      expect(RULES[code].tiers.length).toBeGreaterThan(0);
    }
  });

  it('lets no practice switch off or set a safety rule', () => {
    expect(those((code) => isSafetyRule(code))).toBe('S1 S2 S3 S4 P2');
    for (const code of codes.filter(isSafetyRule)) expect(RULES[code].parameters).toEqual([]);
  });

  it('lets alerts about danger neither be put aside nor end by a later answer', () => {
    expect(those((code) => !maySnooze(code))).toBe('S1 S2 S4 P2');
    expect(those((code) => RULES[code].endedBy === 'person')).toBe('S1 S2 S4 P2');
  });

  it('keeps partner violence private, and reserves emergencies for risk', () => {
    expect(those((code) => isPrivateRule(code))).toBe('P2');
    expect(those((code) => RULES[code].tiers.includes('emergency'))).toBe('S1 S2 S4');
  });

  it('states defaults within their limits, under names that are used once', () => {
    for (const { parameters } of Object.values(RULES)) {
      const names = parameters.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const parameter of parameters) {
        expect(parameter.default).toBeGreaterThanOrEqual(parameter.min);
        expect(parameter.default).toBeLessThanOrEqual(parameter.max);
        expect(parameter.meaning).not.toBe('');
      }
    }
  });

  it('calls the owners’ triage published, and everything else our proposal', () => {
    expect(those((code) => RULES[code].standing.provenance === 'published')).toBe('S4');
  });

  it('names the method that a reliable change is judged by', () => {
    for (const code of ['C1', 'C2', 'C4'] as const) {
      expect(RULES[code].standing.source).toContain('doi 10.1037/0022-006X.59.1.12');
    }
  });

  it('names the publication where a rule of ours fired by a published point', () => {
    const reached = firing(
      'N1',
      dated(phq9, [
        [0, 18],
        [28, 18],
      ]),
      phq9,
    );
    expect(standingOf('N1', reached.evidence)).toEqual({
      provenance: 'published',
      source: 'PMID 26077754',
    });
    const slow = firing(
      'N1',
      dated(gad7, [
        [0, 12],
        [7, 12],
        [14, 12],
        [21, 12],
      ]),
      gad7,
    );
    expect(standingOf('N1', slow.evidence)).toMatchObject({ provenance: 'proposal' });
    expect(standingOf('C2', changed(1, 2))).toMatchObject({ provenance: 'proposal' });
  });
});

describe('settings in force', () => {
  it('are the defaults where a practice has set nothing', () => {
    const rule = settingsInForce(RULES.N2, NO_SETTINGS);
    expect(rule).toMatchObject({ code: 'N2', enabled: true });
    expect(rule.parameters).toEqual({ measurements: 6, days: 56 });
  });

  it('replace what a practice has set, both limits included, and nothing else', () => {
    const rule = settingsInForce(RULES.N2, setting('N2', { days: 28 }));
    expect([rule.number('days'), rule.number('measurements')]).toEqual([28, 6]);
    expect(settingsInForce(RULES.N2, setting('N2', { days: 180 })).number('days')).toBe(180);
    expect(settingsInForce(RULES.N1, setting('N2', { days: 28 })).number('days')).toBe(21);
  });

  it.each([27, 181, 28.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'fall back to the default for %d, which should not have been saved',
    (days) => {
      expect(settingsInForce(RULES.N2, setting('N2', { days })).number('days')).toBe(56);
    },
  );

  it('keep a safety rule on, and switch any other off', () => {
    expect(settingsInForce(RULES.S1, setting('S1', {}, false)).enabled).toBe(true);
    expect(settingsInForce(RULES.P2, setting('P2', {}, false)).enabled).toBe(true);
    expect(settingsInForce(RULES.C1, setting('C1', {}, false)).enabled).toBe(false);
  });

  it('know no number that the rule does not state', () => {
    expect(() => settingsInForce(RULES.C1, NO_SETTINGS).number('days')).toThrow(
      'no parameter days',
    );
  });
});

describe('settings that are stated', () => {
  it('are taken as they are when every rule can follow them', () => {
    const stated = setting('C3', { share: 0.25, belowEdge: 1.5 }, false);
    expect(validateRuleSettings(stated)).toEqual({ ok: true, value: stated });
    expect(validateRuleSettings(NO_SETTINGS)).toEqual({ ok: true, value: NO_SETTINGS });
  });

  it('are refused with every reason', () => {
    expect(faults('S9', {})).toEqual([{ fault: 'unknownRule', rule: 'S9' }]);
    expect(faults('C3', { speed: 1 })).toEqual([
      { fault: 'unknownParameter', rule: 'C3', parameter: 'speed' },
    ]);
    expect(faults('C3', { share: 0.2, belowEdge: 4 })).toMatchObject([
      { fault: 'outOfLimits', rule: 'C3', parameter: { name: 'share', min: 0.25, max: 1 } },
      { fault: 'outOfLimits', parameter: { name: 'belowEdge' } },
    ]);
    expect(faults('N2', { days: 30.5 })).toMatchObject([
      { fault: 'notWhole', rule: 'N2', parameter: { name: 'days' } },
    ]);
    expect(faults('N2', { days: Number.NaN })).toMatchObject([{ fault: 'outOfLimits' }]);
  });

  it('may halve what is measured, not what is counted', () => {
    const [parameter] = RULES.N2.parameters;
    if (parameter === undefined) throw new Error('a parameter expected');
    const half = (unit: typeof parameter.unit) => limitFault({ ...parameter, unit }, 4.5);
    const counted = ['days', 'weeks', 'measurements', 'items'] as const;
    expect(counted.map(half)).toEqual(counted.map(() => 'notWhole'));
    expect(half('seconds')).toBeNull();
  });

  it.each(['S1', 'S2', 'S3', 'S4', 'P2'])('are refused when they switch %s off', (rule) => {
    expect(faults(rule, {}, false)).toEqual([{ fault: 'safetyRuleOff', rule }]);
    expect(faults(rule, {})).toEqual([]);
  });

  it('are refused when a rule is named twice', () => {
    const rule = { rule: 'C1', enabled: true, parameters: {} };
    expect(validateRuleSettings({ version: 1, rules: [rule, rule] })).toEqual({
      ok: false,
      refusal: [{ fault: 'ruleTwice', rule: 'C1' }],
    });
  });
});
