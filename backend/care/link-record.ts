import type { Caller } from '#backend/access/caller.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { ClientIdentity } from '#shared/contracts/brief.ts';
import type { LinkInput, LinkReply } from '#shared/contracts/procedures.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { agree } from '#shared/identity/agree.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

type LinkRefusal = 'notFound' | 'alreadyLinked' | 'identityDisagrees';

/**
 * Binds an EHR record to a client of the caseload. The page must show record id, name and birth
 * date; the birth date must agree, and a differing name must have been confirmed by the person who
 * saw both. Such a name counts for this record alone and as long as the bond is in force: a wrong
 * bond that is taken back leaves nothing with the client. A couple's own record becomes nobody's. A
 * refusal is recorded as well as a success.
 */
export function linkRecord(deps: CareDeps): StaffCare['linkRecord'] {
  return (caller, input) =>
    deps.store.inPractice(staffScope(deps, caller), (care) => link(care, caller, input));
}

async function link(
  care: CareRepositories,
  caller: Caller,
  input: LinkInput,
): Promise<Result<LinkReply, LinkRefusal>> {
  const { ehr, clientId, subject } = input;
  const own = await care.caseload.has(caller.staffId, clientId);
  const client = own ? await care.clients.find(clientId) : null;
  if (client === null) return refused(care, input, 'notFound');
  const { recordId, name } = subject;
  if (recordId === null || name === null || !surelySame(input, client)) {
    return refused(care, input, 'identityDisagrees');
  }
  await care.links.hold(ehr, recordId);
  if ((await care.couples.ofRecord({ ehr, recordId })) !== null) {
    return refused(care, input, 'alreadyLinked');
  }
  await endIfRenamed(care, caller, input, client);
  const bond = await care.links.link({
    ehr,
    recordId,
    clientId,
    confirmedName: name,
    linkedBy: caller.staffId,
  });
  if (!bond.ok) return refused(care, input, 'alreadyLinked');
  const { linkId } = bond.value;
  await care.audit.append({ action: 'link.made', clientId, subject: { linkId, ehr } });
  if (agree(subject, client).name !== 'agrees') {
    await care.audit.append({ action: 'link.nameConfirmed', clientId, subject: { linkId, ehr } });
  }
  return ok({ linkId });
}

/**
 * A bond holds one confirmed name. When the same record is confirmed for the same client under a
 * further one, the bond that stands makes room for a new one.
 */
async function endIfRenamed(
  care: CareRepositories,
  { staffId }: Caller,
  { ehr, subject }: LinkInput,
  client: ClientIdentity,
): Promise<void> {
  const { clientId } = client;
  const standing = await care.links.ofRecord(ehr, subject.recordId ?? '');
  if (standing?.clientId !== clientId) return;
  const { linkId, confirmedName } = standing;
  const known = { ...client, otherNames: [...client.otherNames, confirmedName] };
  if (agree(subject, known).name === 'agrees') return;
  if (await care.links.unlink(linkId, staffId)) {
    await care.audit.append({ action: 'link.ended', clientId, subject: { linkId, ehr } });
  }
}

function surelySame({ subject, nameConfirmed }: LinkInput, client: ClientIdentity): boolean {
  const { name, birthDate } = agree(subject, client);
  return birthDate === 'agrees' && (name === 'agrees' || nameConfirmed);
}

async function refused(
  care: CareRepositories,
  { ehr, clientId }: LinkInput,
  reason: LinkRefusal,
): Promise<Result<never, LinkRefusal>> {
  await care.audit.append({ action: 'link.refused', clientId, subject: { ehr, reason } });
  return refuse(reason);
}
