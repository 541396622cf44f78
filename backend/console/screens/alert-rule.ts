import { html } from 'hono/html';
import type { RuleDefinition } from '#shared/alerts/catalogue/definition.ts';
import { isSafetyRule, maySnooze } from '#shared/alerts/catalogue/safety-rules.ts';
import type { RuleInForce } from '#shared/alerts/catalogue/settings.ts';
import type { RuleCode } from '#shared/contracts/alert.ts';
import type { RuleParameter } from '#shared/contracts/rule-settings.ts';
import { listInWords } from '#shared/words/measures.ts';
import type { Markup } from '../../pages/page.ts';
import { limitsInWords, meaningOf } from '../rule-words.ts';

/** What became of the last try to set a rule. */
export interface RuleOutcome {
  readonly rule: RuleCode;
  /** Why it was refused, and the parameter that it is about, if one is; empty when it was saved. */
  readonly problems: readonly { readonly field: string | null; readonly words: string }[];
  /** What was typed, by parameter; kept when it was refused. */
  readonly typed: Readonly<Record<string, string | undefined>>;
}

/** One rule as the page shows it. */
export interface RuleScreen {
  readonly rule: RuleDefinition;
  readonly inForce: Pick<RuleInForce, 'enabled' | 'parameters'>;
  readonly words: {
    readonly says: string;
    /** Whether it was published, and where. */
    readonly standing: string;
    readonly tiers: readonly string[];
  };
  /** Of the settings that are on screen. */
  readonly version: number;
  readonly decides: boolean;
  readonly outcome: RuleOutcome | null;
}

/** An alert on one partner's chart would tell of the other's score. */
const COUPLES_ALONE =
  'It is told on the couple’s own record, of what both agreed to share, and on neither partner’s chart.';

/** One rule with its numbers, to read or to set. */
export function ruleScreen(screen: RuleScreen): Markup {
  const { rule, inForce, words, outcome } = screen;
  const isSafety = isSafetyRule(rule.code);
  const state = isSafety ? 'Always on' : inForce.enabled ? 'On' : 'Switched off';
  return html`<article class="rule" id="${rule.code}">
    <h3>${rule.code}: ${words.says} <span class="tag">${state}</span></h3>
    <p class="small">Tells it as: ${listInWords(words.tiers)}.
      ${maySnooze(rule.code) ? '' : 'An alert of this rule can’t be put aside.'}</p>
    <p class="small soft">This rule is ${words.standing}.</p>
    ${rule.code === 'P1' ? html`<p class="small">${COUPLES_ALONE}</p>` : ''}
    ${outcome === null ? '' : said(outcome)}
    ${isSafety ? '' : settings(screen)}
  </article>`;
}

function said({ problems }: RuleOutcome): Markup {
  if (problems.length === 0)
    return html`<p class="note" role="status">Saved. It holds from now on.</p>`;
  const leadsHere = problems.every(({ field: about }) => about === null);
  return html`<div class="note refused" role="alert" tabindex="-1" ${leadsHere ? 'autofocus' : ''}>
    <p>Nothing was changed.</p>
    ${problems.filter(({ field: about }) => about === null).map(({ words }) => html`<p>${words}</p>`)}
  </div>`;
}

function settings(screen: RuleScreen): Markup {
  const { rule, inForce, decides } = screen;
  if (decides) return form(screen);
  return html`<dl class="terms">
    ${rule.parameters.map(
      (parameter) => html`<dt>${meaningOf(parameter)}</dt>
        <dd>${inForce.parameters[parameter.name]} (${limitsInWords(parameter)})</dd>`,
    )}
  </dl>`;
}

function form({ rule, inForce, words, version, outcome }: RuleScreen): Markup {
  const refused = outcome !== null && outcome.problems.length > 0;
  const isOn = refused ? outcome.typed['enabled'] === 'on' : inForce.enabled;
  return html`<form method="post" action="/alert-rules/${rule.code}" class="fields">
    <input type="hidden" name="version" value="${version}" />
    <label class="tick">
      <input type="checkbox" name="enabled" value="on" ${isOn ? 'checked' : ''} />
      <span>On<span class="hidden">: ${words.says}</span></span>
    </label>
    ${rule.parameters.map((parameter) => {
      const typed = outcome?.typed[parameter.name];
      const value = typed ?? String(inForce.parameters[parameter.name]);
      return field(rule, parameter, { value, outcome });
    })}
    <div class="steps">
      <button class="main" name="decision" value="save">
        Save<span class="hidden"> ${rule.code}</span>
      </button>
      <button name="decision" value="defaults">
        Back to the defaults<span class="hidden"> of ${rule.code}</span>
      </button>
    </div>
  </form>`;
}

/** No limits in the markup: what is refused is explained in our own words, in every browser. */
function field(
  { code }: RuleDefinition,
  parameter: RuleParameter,
  { value, outcome }: { readonly value: string; readonly outcome: RuleOutcome | null },
): Markup {
  const id = `${code}-${parameter.name}`;
  const problem = outcome?.problems.find((one) => one.field === parameter.name);
  const leadsHere = problem !== undefined && problem === outcome?.problems.find((one) => one.field);
  return html`<div class="field">
    <label for="${id}">${meaningOf(parameter)}</label>
    ${problem === undefined ? '' : html`<p class="note refused small" id="${id}-problem">${problem.words}</p>`}
    <input
      id="${id}"
      name="${parameter.name}"
      value="${value}"
      inputmode="decimal"
      autocomplete="off"
      maxlength="20"
      aria-describedby="${problem === undefined ? '' : `${id}-problem `}${id}-limits"
      ${problem === undefined ? '' : html`aria-invalid="true"`}
      ${leadsHere ? 'autofocus' : ''}
    />
    <p class="small soft" id="${id}-limits">${limitsInWords(parameter)}</p>
  </div>`;
}
