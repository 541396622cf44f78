import type { ClientIdentity } from '#shared/contracts/brief.ts';
import type { PartnerIdentity } from '#shared/contracts/couple-procedures.ts';
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
      const practice = await care.practice.read();
      if (practice === null) throw new Error('A couple belongs to a practice that is not there.');
      return {
        is: 'couple',
        couple,
        people: [identityOf(people[0]), identityOf(people[1])],
        timeZone: practice.timeZone,
        view: await care.couples.view(couple),
      };
    });
  };
}

function identityOf({ clientId, displayName, birthDate }: ClientIdentity): PartnerIdentity {
  return { clientId, displayName, birthDate };
}

/** Own clients whom the page's names fit, for whoever sets the couple up. Who was listed is recorded. */
export function coupleChoices(deps: CareDeps): CoupleCare['coupleChoices'] {
  return (caller, { subjects }) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const clients = await care.caseload.identities(caller.staffId);
      const choices = clients
        .filter((client) => subjects.some(({ name }) => nameFits(name, client)))
        .map(identityOf)
        .toSorted((one, other) => one.displayName.localeCompare(other.displayName));
      const clientIds = choices.map(({ clientId }) => clientId);
      const action = 'candidates.read';
      await care.audit.append({ action, clientId: null, subject: { clientIds } });
      return choices;
    });
}
