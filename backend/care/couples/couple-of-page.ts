import { nameFits } from '#shared/couples/names-fit.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import type { CoupleCare } from './couple-care.ts';
import { coupleOnPage } from './page-couple.ts';

/** The couple that a page is about, read and recorded for both partners in one transaction; or recorded as refused. */
export function coupleOfPage(deps: CareDeps): CoupleCare['coupleOfPage'] {
  return (caller, page) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const found = await coupleOnPage(care, caller.staffId, page);
      if (found === null) {
        const subject = { ehr: page.ehr };
        await care.audit.append({ action: 'couple.refused', clientId: null, subject });
        return { is: 'unknown', asOf: scope.now };
      }
      const { couple, people } = found;
      for (const clientId of couple.partners) {
        const subject = { coupleId: couple.coupleId };
        await care.audit.append({ action: 'couple.read', clientId, subject });
      }
      return {
        is: 'couple',
        couple,
        names: [people[0].displayName, people[1].displayName],
        view: await care.couples.view(couple),
      };
    });
  };
}

/** Own clients whom the page's names fit, for whoever sets the couple up. Who was listed is recorded. */
export function coupleChoices(deps: CareDeps): CoupleCare['coupleChoices'] {
  return (caller, { subjects }) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const clients = await care.caseload.identities(caller.staffId);
      const choices = clients
        .filter((client) => subjects.some(({ name }) => nameFits(name, client)))
        .map(({ clientId, displayName, birthDate }) => ({ clientId, displayName, birthDate }))
        .toSorted((one, other) => one.displayName.localeCompare(other.displayName));
      const clientIds = choices.map(({ clientId }) => clientId);
      const action = 'candidates.read';
      await care.audit.append({ action, clientId: null, subject: { clientIds } });
      return choices;
    });
}
