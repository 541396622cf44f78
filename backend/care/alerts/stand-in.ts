import type { StandInRow } from '#backend/store/stand-in.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import type { AlertCare } from './alert-care.ts';

/**
 * What a message has told the caller of though the client is another's: whose, since when, and no name of
 * a client. Whoever stands in is not to read that nothing is open. Recorded with whom it is about.
 */
export function standIn(deps: CareDeps): AlertCare['standIn'] {
  return (caller) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const rows = await care.alerts.standIn(caller.staffId);
      if (rows.length > 0) {
        await care.audit.append({
          action: 'standIn.listed',
          clientId: null,
          subject: {
            clientIds: [...new Set(rows.map(({ clientId }) => clientId))],
            alertIds: rows.flatMap(({ alertId }) => alertId ?? []),
            administrationIds: rows.flatMap(({ administrationId }) => administrationId ?? []),
          },
        });
      }
      return rows.map(withoutClient);
    });
}

function withoutClient({ tier, since, clinicians }: StandInRow) {
  return { tier, since, clinicians };
}
