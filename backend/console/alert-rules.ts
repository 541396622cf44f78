import { type Context, Hono } from 'hono';
import type { Caller } from '#backend/access/caller.ts';
import { mayOnPage } from '#backend/access/pages.ts';
import type { PracticeCare, SetRuleRefusal, WantedRule } from '#backend/care/practice-care.ts';
import { RULES } from '#shared/alerts/catalogue/catalogue.ts';
import { RuleCode } from '#shared/contracts/alert.ts';
import { AppError, ERRORS } from '#shared/contracts/errors.ts';
import { formBody } from '../http/body.ts';
import type { RequestEnv } from '../http/env.ts';
import { admit, type Door } from './admit.ts';
import { ruleForm } from './forms.ts';
import { staffPage } from './frame.ts';
import { faultInWords } from './rule-words.ts';
import type { RuleOutcome } from './screens/alert-rule.ts';
import { alertRulesScreen } from './screens/alert-rules.ts';

type RulesContext = Context<RequestEnv>;

/** What the page about rules is built from. */
export interface AlertRulePagesDeps extends Door {
  readonly practice: PracticeCare;
}

/** What was typed into the form of a rule. */
type Typed = Readonly<Record<string, string | undefined>>;

const SIGN_IN = '/sign-in?to=alert-rules';

/** The page of alert rules, and setting one of them. */
export function alertRuleRoutes(deps: AlertRulePagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/alert-rules', async (c) => {
    const caller = await admit(deps, c, 'alertRules.read');
    if (caller === null) return c.redirect(SIGN_IN, 303);
    const saved = RuleCode.safeParse(c.req.query('saved')).data;
    return show(deps, c, { caller, outcome: saved === undefined ? null : savedRule(saved) });
  });
  // What a reload after a refusal, or a kept address, asks for.
  routes.get('/alert-rules/:rule', (c) => {
    const rule = RuleCode.safeParse(c.req.param('rule'));
    if (!rule.success) throw new AppError('notFound');
    return c.redirect(`/alert-rules#${rule.data}`, 303);
  });
  routes.post('/alert-rules/:rule', (c) => set(deps, c, c.req.param('rule')));
  return routes;
}

async function show(
  { practice }: AlertRulePagesDeps,
  c: RulesContext,
  { caller, outcome }: { readonly caller: Caller; readonly outcome: RuleOutcome | null },
  status: 200 | 409 | 422 = 200,
) {
  const rules = await practice.rules(caller);
  const decides = mayOnPage(caller.role, 'alertRules.decide');
  const screen = alertRulesScreen({ rules, decides, outcome });
  return c.html(staffPage(c, { title: 'Alert rules', screen, here: 'alert-rules' }), status);
}

async function set(deps: AlertRulePagesDeps, c: RulesContext, named: string) {
  const rule = RuleCode.safeParse(named);
  if (!rule.success) throw new AppError('notFound');
  const typed: Typed = await formBody(c, ruleForm(rule.data));
  const caller = await admit(deps, c, 'alertRules.decide');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const done = await deps.practice.setRule(caller, wantedRule(rule.data, typed));
  if (done.ok) return c.redirect(`/alert-rules?saved=${rule.data}#${rule.data}`, 303);
  const code = done.refusal.reason === 'outdated' ? 'outdated' : 'settingsRefused';
  const outcome = { rule: rule.data, problems: problemsIn(done.refusal), typed };
  return refused(deps, c, { caller, outcome, code });
}

function refused(
  deps: AlertRulePagesDeps,
  c: RulesContext,
  of: {
    readonly caller: Caller;
    readonly outcome: RuleOutcome;
    readonly code: 'outdated' | 'settingsRefused';
  },
) {
  c.set('failure', of.code);
  return show(deps, c, of, ERRORS[of.code].status);
}

/** What somebody wants of a rule. A field left empty is the default; no number is one that can't be. */
function wantedRule(rule: RuleCode, typed: Typed): WantedRule {
  const seenVersion = Number(typed['version']);
  if (typed['decision'] === 'defaults') {
    return { rule, enabled: true, parameters: {}, seenVersion };
  }
  const parameters = RULES[rule].parameters.flatMap(({ name }) => {
    const text = (typed[name] ?? '').trim();
    return text === '' ? [] : [[name, Number(text)] as const];
  });
  const enabled = typed['enabled'] === 'on';
  return { rule, enabled, parameters: Object.fromEntries(parameters), seenVersion };
}

function problemsIn(refusal: SetRuleRefusal): RuleOutcome['problems'] {
  if (refusal.reason === 'outdated') return [{ field: null, words: ERRORS.outdated.message }];
  return refusal.faults.map((fault) => ({
    field:
      fault.fault === 'outOfLimits' || fault.fault === 'notWhole' ? fault.parameter.name : null,
    words: faultInWords(fault),
  }));
}

function savedRule(rule: RuleCode): RuleOutcome {
  return { rule, problems: [], typed: {} };
}
