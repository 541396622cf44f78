import { canonicalText } from '#backend/audit/canonical.ts';
import { dateInZone } from '#shared/contracts/calendar.ts';
import type { PlanFault } from '#shared/contracts/plan.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { planFaults } from '#shared/plans/faults.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import { timeZoneOf } from '../signed.ts';
import { offeredBy, standingIn } from './offered.ts';
import type { SendingCare } from './sending-care.ts';

/** What a template may have, because it is judged again when a plan is made of it. */
const JUDGED_LATER: ReadonlySet<PlanFault> = new Set([
  'inThePast',
  'moreOftenThanRecall',
  'practiceMustConfirm',
]);

/** Keeps all templates of the practice as a further version. The same again changes nothing. */
export function putTemplates(deps: CareDeps): SendingCare['putTemplates'] {
  return (caller, input) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const standing = await care.practiceSettings.newest('planTemplates');
      if (standing !== null && canonicalText(standing.value) === canonicalText(input)) {
        return ok({ at: standing.from });
      }
      const today = dateInZone(scope.now, await timeZoneOf(care));
      const standingOf = standingIn(await offeredBy(care));
      const judge = { today, appointments: [], oftenMeant: true, standing: null, standingOf };
      const before = new Set(standing?.value.templates.map(canonicalText));
      // One that was kept when all of it could be sent stays, and keeps no other from being kept.
      const changed = input.templates.filter((one) => !before.has(canonicalText(one)));
      const faults = changed.flatMap(({ terms }) => planFaults(terms, judge));
      if (faults.some((fault) => !JUDGED_LATER.has(fault))) return refuse('settingsRefused');
      const kept = await care.practiceSettings.add('planTemplates', input, caller.staffId);
      if (!kept.ok) return kept;
      const subject = { version: input.version };
      await care.audit.append({ action: 'planTemplates.set', clientId: null, subject });
      return ok({ at: scope.now });
    });
  };
}
