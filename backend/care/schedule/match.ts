import type { ScheduledClient } from '#backend/store/caseload.ts';
import type { NamedClient } from '#backend/store/clients.ts';
import type { ScheduleEntry } from '#shared/contracts/reading.ts';
import { agree } from '#shared/identity/agree.ts';
import { verdict } from '#shared/identity/verdict.ts';
import { type PeopleNamed, peopleNamedAmong } from './namesakes.ts';

/** Who an appointment on a calendar is with; a client only where there can be no other. */
export type Match =
  | { readonly match: 'certain'; readonly client: ScheduledClient }
  | { readonly match: 'several' | 'ambiguous' | 'none' };

/**
 * Who comes to each of a calendar's appointments, in its order, as far as that is certain: the record
 * that the entry names is linked to the client and its name and birth date agree; or, where a calendar
 * names no record, the name fits one client of the caseload and nobody else in the practice, in care
 * or not, and no other entry of the calendar could mean that client. A couple, a family or a group is
 * never narrowed down.
 */
export function matchEntries(
  entries: readonly ScheduleEntry[],
  caseload: readonly ScheduledClient[],
  practice: readonly NamedClient[],
): Match[] {
  const peopleNamed = peopleNamedAmong(practice);
  const fitting = entries.map((entry) =>
    entry.several ? [] : caseload.filter((one) => fits(entry, one)),
  );
  return entries.map((entry, place) => {
    if (entry.several) return { match: 'several' };
    const { recordId } = entry.subject;
    if (recordId !== null) return byRecord(entry, recordId, caseload, fitting[place] ?? []);
    return byName(fitting, place, peopleNamed(entry.subject.name));
  });
}

/** A record of nobody in the caseload may be that of a colleague's client: a name can't overrule it. */
function byRecord(
  { subject }: ScheduleEntry,
  recordId: string,
  caseload: readonly ScheduledClient[],
  fitting: readonly ScheduledClient[],
): Match {
  const linked = caseload.find(({ records }) => records.some((one) => one.recordId === recordId));
  if (linked === undefined) return { match: fitting.length > 0 ? 'ambiguous' : 'none' };
  const confirmed = linked.records.filter((one) => one.recordId === recordId);
  const otherNames = [...linked.row.client.otherNames, ...confirmed.map(({ name }) => name)];
  const found = verdict(true, agree(subject, { ...linked.row.client, otherNames }));
  return found.verdict === 'certain'
    ? { match: 'certain', client: linked }
    : { match: 'ambiguous' };
}

function byName(
  fitting: readonly (readonly ScheduledClient[])[],
  place: number,
  people: ReturnType<PeopleNamed>,
): Match {
  const [client, ...others] = fitting[place] ?? [];
  if (client === undefined) return { match: 'none' };
  const meantTwice = fitting.some((named, at) => at !== place && named.includes(client));
  const { clientId } = client.row.client;
  const hasNamesake = [...people].some((one) => one !== clientId);
  return others.length > 0 || hasNamesake || meantTwice
    ? { match: 'ambiguous' }
    : { match: 'certain', client };
}

function fits({ subject }: ScheduleEntry, { row }: ScheduledClient): boolean {
  const { name, birthDate } = agree(subject, row.client);
  return name === 'agrees' && birthDate !== 'differs';
}
