import type { Caller } from '#backend/access/caller.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { BriefQuery, BriefReply } from '#shared/contracts/procedures.ts';
import type { Subject } from '#shared/contracts/reading.ts';
import { agree } from '#shared/identity/agree.ts';
import { verdict } from '#shared/identity/verdict.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/**
 * The brief of the client behind a page's record. Clinical facts leave only when the record is
 * linked, the client is in the caller's caseload, and name and birth date on the page do not
 * contradict. Every outcome is recorded in the same transaction.
 */
export function briefOfRecord(deps: CareDeps): StaffCare['briefOfRecord'] {
  return (caller, query) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, (care) => reply(care, caller, query, scope.now), 'kept');
  };
}

async function reply(
  care: CareRepositories,
  caller: Caller,
  { ehr, subject }: BriefQuery,
  asOf: Instant,
): Promise<BriefReply> {
  const { recordId } = subject;
  const linked =
    recordId === null ? null : await care.brief.ofRecord({ ehr, recordId }, caller.staffId);
  if (linked === null) {
    await recordRefused(care, { ehr, subject });
    return withoutLink(care, caller, subject, asOf);
  }
  const { facts, linkId } = linked;
  const found = verdict(true, agree(subject, facts.client));
  if (found.verdict === 'certain') return { verdict: 'certain', brief: facts };
  const differs = found.verdict === 'mismatch' ? [...found.differs] : [];
  await care.audit.append({
    action: 'brief.withheld',
    clientId: facts.client.clientId,
    subject: { linkId, differs },
  });
  return found.verdict === 'mismatch'
    ? { verdict: 'mismatch', asOf, differs, linkId }
    : { verdict: 'insufficient', asOf };
}

/** A record that is not linked, or to somebody else's client: both are answered alike. */
async function withoutLink(
  care: CareRepositories,
  caller: Caller,
  subject: Subject,
  asOf: Instant,
): Promise<BriefReply> {
  if (identifiersShown(subject) < 2) return { verdict: 'insufficient', asOf };
  const clients = await care.caseload.identities(caller.staffId);
  const fitting = clients.map((client) => agree(subject, client)).filter(fits);
  return { verdict: fitting.length > 1 ? 'ambiguous' : 'unlinked', asOf };
}

/** Whoever's record was asked for stands in the log; the reply does not tell. */
async function recordRefused(care: CareRepositories, { ehr, subject }: BriefQuery): Promise<void> {
  const { recordId } = subject;
  const others = recordId === null ? null : await care.links.ofRecord(ehr, recordId);
  await care.audit.append({
    action: 'brief.refused',
    clientId: others?.clientId ?? null,
    subject: others === null ? { ehr } : { ehr, linkId: others.linkId },
  });
}

function identifiersShown({ recordId, name, birthDate }: Subject): number {
  return [recordId, name, birthDate].filter((identifier) => identifier !== null).length;
}

/** Fits unless something readable contradicts, and at least one thing agrees. */
function fits({ name, birthDate }: ReturnType<typeof agree>): boolean {
  if (name === 'differs' || birthDate === 'differs') return false;
  return name === 'agrees' || birthDate === 'agrees';
}
