import { html } from 'hono/html';
import type { PracticeRules } from '#backend/care/practice-care.ts';
import { RULES } from '#shared/alerts/catalogue/catalogue.ts';
import { isSafetyRule } from '#shared/alerts/catalogue/safety-rules.ts';
import { settingsInForce } from '#shared/alerts/catalogue/settings.ts';
import type { RuleCode } from '#shared/contracts/alert.ts';
import { RULE_WORDS, standingInWords, TIER_WORDS } from '#shared/words/alerts.ts';
import type { Markup } from '../../pages/page.ts';
import { type RuleOutcome, ruleScreen } from './alert-rule.ts';
import { signed } from './measures.ts';

/** What the page of rules depends on. */
export interface AlertRulesScreen {
  readonly rules: PracticeRules;
  /** Whether who looks may decide for the practice. */
  readonly decides: boolean;
  readonly outcome: RuleOutcome | null;
}

/** Every rule: what it says, where it comes from, and what the practice has set. */
export function alertRulesScreen({ rules, decides, outcome }: AlertRulesScreen): Markup {
  const codes = Object.values(RULES).map(({ code }) => code);
  const shown = (code: RuleCode) =>
    ruleScreen({
      rule: RULES[code],
      inForce: settingsInForce(RULES[code], rules.settings),
      words: {
        says: RULE_WORDS[code],
        standing: standingInWords(RULES[code].standing),
        tiers: RULES[code].tiers.map((tier) => TIER_WORDS[tier].toLowerCase()),
      },
      version: rules.settings.version,
      decides,
      outcome: outcome?.rule === code ? outcome : null,
    });
  return html`<h1>Alert rules</h1>
    <p>What raises an alert in this practice. A change holds for answers from then on; alerts that are
      there keep the numbers that they were judged by.</p>
    ${standing(rules)}
    ${decides ? '' : html`<p class="note">An admin of the practice decides about these rules.</p>`}
    <section class="group">
      <h2>Rules about danger: always on</h2>
      ${codes.filter(isSafetyRule).map(shown)}
    </section>
    <section class="group">
      <h2>Rules that the practice can set</h2>
      ${codes.filter((code) => !isSafetyRule(code)).map(shown)}
    </section>`;
}

function standing({ versions }: PracticeRules): Markup {
  const [newest, ...before] = versions;
  if (newest === undefined)
    return html`<p class="soft">Nothing has been changed: the defaults hold.</p>`;
  return html`<div class="soft">
    <p>Version ${newest.version}, set by ${signed(newest)}.</p>
    ${
      before.length === 0
        ? ''
        : html`<details>
            <summary>Versions before</summary>
            <ul class="plain">
              ${before.map((one) => html`<li>Version ${one.version}, set by ${signed(one)}</li>`)}
            </ul>
          </details>`
    }
  </div>`;
}
