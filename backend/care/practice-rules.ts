import { canonicalText } from '#backend/audit/canonical.ts';
import { RULES } from '#shared/alerts/catalogue/catalogue.ts';
import { validateRuleSettings } from '#shared/alerts/catalogue/validate-settings.ts';
import { RuleCode } from '#shared/contracts/alert.ts';
import { dateInZone } from '#shared/contracts/calendar.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import type { RuleSettings } from '#shared/contracts/rule-settings.ts';
import { type CareDeps, staffScope } from './deps.ts';
import { justAfter } from './moment.ts';
import type { PracticeCare } from './practice-care.ts';

/** Versions that are shown of those that ever were. */
const SHOWN = 10;

/** What the practice has set, and the newest of the versions before. */
export function practiceRules(deps: CareDeps): PracticeCare['rules'] {
  return (caller) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const practice = await care.practice.read();
      if (practice === null) throw new Error('A caller belongs to a practice that is not there.');
      const { settings } = await care.ruleSettings.inForce();
      const versions = (await care.ruleSettings.history(SHOWN)).map((one) => ({
        version: one.settings.version,
        by: one.by,
        on: dateInZone(one.from, practice.timeZone),
      }));
      return { settings, versions };
    });
}

/**
 * Sets one rule within its limits. Every change is a version of its own and the ones before stay, so
 * that any alert can be judged again by the settings of its time.
 */
export function setRule(deps: CareDeps): PracticeCare['setRule'] {
  return (caller, wanted) =>
    deps.store.inPractice(staffScope(deps, caller), async (waiting) => {
      await waiting.ruleSettings.hold('toChange');
      const { settings } = await waiting.ruleSettings.inForce();
      if (settings.version !== wanted.seenVersion) return refuse({ reason: 'outdated' });
      const rules = [...settings.rules.filter(({ rule }) => rule !== wanted.rule), wanted];
      const valid = validateRuleSettings({ version: settings.version + 1, rules });
      if (!valid.ok) return refuse({ reason: 'faults', faults: valid.refusal });
      const changed = withoutDefaults(valid.value);
      if (saysTheSame(changed, settings)) return ok(settings);
      // Everything that was judged by the settings before is dated before these.
      const care = waiting.at(justAfter(deps.now()));
      await care.ruleSettings.add(changed, caller.staffId);
      const subject = { rule: RuleCode.parse(wanted.rule), version: changed.version };
      await care.audit.append({ action: 'rules.set', clientId: null, subject });
      return ok(changed);
    });
}

/** The settings with nothing in them that holds anyway, in the order of the catalogue. */
function withoutDefaults({ version, rules }: RuleSettings): RuleSettings {
  const kept = Object.values(RULES).flatMap(({ code, parameters }) => {
    const own = rules.find(({ rule }) => rule === code);
    if (own === undefined) return [];
    const different = parameters.flatMap(({ name, default: otherwise }) => {
      const value = own.parameters[name];
      return value === undefined || value === otherwise ? [] : [[name, value] as const];
    });
    if (own.enabled && different.length === 0) return [];
    return [{ rule: code, enabled: own.enabled, parameters: Object.fromEntries(different) }];
  });
  return { version, rules: kept };
}

function saysTheSame(one: RuleSettings, other: RuleSettings): boolean {
  return canonicalText(one.rules) === canonicalText(other.rules);
}
