import type { ScheduleRow } from '#shared/contracts/caseload.ts';
import type { StaffCare } from '../care.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import { type Match, matchEntries } from './match.ts';

/**
 * What is known of those who come on a day, by the names on a calendar. Everybody told of is recorded
 * in the same transaction: a look that can't be recorded tells nothing.
 */
export function lookAtSchedule(deps: CareDeps): StaffCare['lookAtSchedule'] {
  return (caller, { ehr, entries }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const caseload = await care.caseload.scheduled(caller.staffId, ehr);
      const matches = matchEntries(entries, caseload, await care.clients.named());
      const told = matches.flatMap((one) =>
        one.match === 'certain' ? [one.client.row.client.clientId] : [],
      );
      await care.audit.append({
        action: 'schedule.read',
        clientId: null,
        subject: { ehr, clientIds: [...new Set(told)] },
      });
      return {
        asOf: scope.now,
        rows: entries.flatMap(({ key }, place) => {
          const match = matches[place];
          return match === undefined ? [] : [rowOf(key, match)];
        }),
      };
    });
  };
}

function rowOf(key: string, found: Match): ScheduleRow {
  if (found.match !== 'certain') return { key, match: found.match };
  const { client, waiting } = found.client.row;
  return { key, match: 'certain', clientId: client.clientId, waiting };
}
