import type { CareRepositories } from '#backend/store/store.ts';
import type { ClientIdentity } from '#shared/contracts/brief.ts';
import type { Couple } from '#shared/contracts/couple.ts';
import type { CouplePage } from '#shared/contracts/couple-procedures.ts';
import type { ClientId, StaffId } from '#shared/contracts/ids.ts';
import { namesFit } from '#shared/couples/names-fit.ts';

/** A couple of the own caseload, with who they are. */
export interface OwnCouple {
  readonly couple: Couple;
  /** In the order of `couple.partners`. */
  readonly people: readonly [ClientIdentity, ClientIdentity];
}

/** Two clients by id, if both are in the caller's caseload; else null. */
export async function ownPartners(
  care: CareRepositories,
  staffId: StaffId,
  [one, other]: readonly [ClientId, ClientId],
): Promise<readonly [ClientIdentity, ClientIdentity] | null> {
  const own = (await care.caseload.has(staffId, one)) && (await care.caseload.has(staffId, other));
  const first = own ? await care.clients.find(one) : null;
  const second = own ? await care.clients.find(other) : null;
  return first === null || second === null ? null : [first, second];
}

/**
 * The couple that a page is surely about: its record is bound to it, or both of its records are linked
 * to the partners; and both names fit. Null for anything else, whoever's it is.
 */
export async function coupleOnPage(
  care: CareRepositories,
  staffId: StaffId,
  page: CouplePage,
): Promise<OwnCouple | null> {
  const couple = (await ofBoundRecord(care, page)) ?? (await ofTwoRecords(care, page));
  if (couple === null || couple.endedAt !== null) return null;
  const people = await ownPartners(care, staffId, couple.partners);
  const [first, second] = page.subjects;
  if (people === null || !namesFit([first.name, second.name], people)) return null;
  return { couple, people };
}

/** The record that both subjects of a couple's own page have; null where they have two, or none. */
export function commonRecord({ subjects: [one, other] }: CouplePage): string | null {
  return one.recordId === other.recordId ? one.recordId : null;
}

async function ofBoundRecord(care: CareRepositories, page: CouplePage): Promise<Couple | null> {
  const recordId = commonRecord(page);
  return recordId === null ? null : care.couples.ofRecord({ ehr: page.ehr, recordId });
}

async function ofTwoRecords(
  care: CareRepositories,
  { ehr, subjects }: CouplePage,
): Promise<Couple | null> {
  const [{ recordId: one }, { recordId: other }] = subjects;
  if (one === null || other === null || one === other) return null;
  const [first, second] = [
    await care.links.ofRecord(ehr, one),
    await care.links.ofRecord(ehr, other),
  ];
  if (first === null || second === null || first.clientId === second.clientId) return null;
  const couple = await care.couples.ofClient(first.clientId);
  return couple?.partners.includes(second.clientId) === true ? couple : null;
}
