import type { CareRepositories } from '#backend/store/store.ts';
import { dateInZone, type Instant } from '#shared/contracts/calendar.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import type { AlertingCare, Standing } from './alerting-care.ts';
import { ladderFaults } from './check-ladder.ts';
import { protocolFaults } from './check-protocol.ts';
import { protocolInForce } from './protocol.ts';
import { ladderInForce } from './tell-staff.ts';

/** Everything that a practice decides about alerts and who is told of them. */
export function createAlertingCare(deps: CareDeps): AlertingCare {
  return {
    protocol: (caller) =>
      deps.store.inPractice(staffScope(deps, caller), async (care) => ({
        protocol: await protocolInForce(care),
        standing: await standingOf(care, 'protocol'),
      })),
    setProtocol: setProtocol(deps),
    ladder: (caller) =>
      deps.store.inPractice(staffScope(deps, caller), async (care) => ({
        ladder: await ladderInForce(care),
        standing: await standingOf(care, 'ladder'),
        people: (await care.staffContacts.all()).map(({ email, phone, ...person }) => ({
          ...person,
          email: email !== null,
          phone: phone !== null,
        })),
      })),
    setLadder: setLadder(deps),
    ownContact: (caller) =>
      deps.store.inPractice(staffScope(deps, caller), (care) =>
        care.staffContacts.of(caller.staffId),
      ),
    setOwnContact: (caller, contact) =>
      deps.store.inPractice(staffScope(deps, caller), async (care) => {
        const { staffId } = caller;
        await care.staffContacts.put(staffId, contact);
        const subject = {
          staffId,
          email: contact.email !== null,
          phone: contact.phone !== null,
        };
        await care.audit.append({ action: 'staffContact.set', clientId: null, subject });
      }),
  };
}

function setProtocol(deps: CareDeps): AlertingCare['setProtocol'] {
  return (caller, { actions, seenVersion }) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const faults = protocolFaults(actions);
      if (faults.length > 0) return refuse({ reason: 'faults', faults });
      const version = seenVersion + 1;
      // Versions are never given twice, so neither is an id.
      const named = actions.map(({ id, ...action }, row) => ({
        ...action,
        id: id ?? `own${version}a${row + 1}`,
      }));
      const protocol = { version, actions: named };
      const added = await care.practiceSettings.add('protocol', protocol, caller.staffId);
      if (!added.ok) return refuse({ reason: 'outdated' });
      await care.audit.append({ action: 'protocol.set', clientId: null, subject: { version } });
      return ok(added.value);
    });
}

function setLadder(deps: CareDeps): AlertingCare['setLadder'] {
  return (caller, { ladder, seenVersion }) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const people = await care.staffContacts.all();
      const faults = ladderFaults(
        ladder,
        people.map(({ staffId }) => staffId),
      );
      if (faults.length > 0) return refuse({ reason: 'faults', faults });
      const version = seenVersion + 1;
      const added = await care.practiceSettings.add(
        'ladder',
        { version, ...ladder },
        caller.staffId,
      );
      if (!added.ok) return refuse({ reason: 'outdated' });
      await care.audit.append({ action: 'ladder.set', clientId: null, subject: { version } });
      return ok(added.value);
    });
}

async function standingOf(care: CareRepositories, kind: 'protocol' | 'ladder'): Promise<Standing> {
  const newest = await care.practiceSettings.newest(kind);
  return newest === null
    ? null
    : { version: newest.value.version, by: newest.by, on: await dayOf(care, newest.from) };
}

async function dayOf(care: CareRepositories, moment: Instant) {
  const practice = await care.practice.read();
  if (practice === null) throw new Error('A caller belongs to a practice that is not there.');
  return dateInZone(moment, practice.timeZone);
}
