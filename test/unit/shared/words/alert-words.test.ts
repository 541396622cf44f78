import { describe, expect, it } from 'vitest';
import { RULES } from '#shared/alerts/catalogue/catalogue.ts';
import { RuleCode } from '#shared/contracts/alert.ts';
import { RULE_WORDS, standingInWords } from '#shared/words/alerts.ts';

describe('the words of a rule', () => {
  it('tell every rule from every other', () => {
    expect(new Set(Object.values(RULE_WORDS)).size).toBe(RuleCode.options.length);
  });

  it('never say that there is no risk, and never that a treatment fails', () => {
    for (const words of Object.values(RULE_WORDS)) {
      expect(words).not.toMatch(/\b(no|without) (risk|concern|danger)|\bsafe\b|fail/i);
    }
  });

  it('ask to check the answers where a form was filled in oddly', () => {
    for (const code of ['V1', 'V2', 'V3'] as const) {
      expect(RULE_WORDS[code]).toContain('check the answers with the client');
    }
  });

  it('say whether the rule was published or is our own', () => {
    expect(standingInWords(RULES.S4.standing)).toMatch(/^published: .*Columbia/);
    expect(standingInWords(RULES.C1.standing)).toMatch(
      /^Throughline’s own proposal, not a published rule: our rule on reliable change/,
    );
  });
});
