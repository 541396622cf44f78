import type { Caller } from '#backend/access/caller.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { dateInZone, type Instant } from '#shared/contracts/calendar.ts';
import type { Couple } from '#shared/contracts/couple.ts';
import type { LinkCouple } from '#shared/contracts/couple-procedures.ts';
import { AppError } from '#shared/contracts/errors.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Subject } from '#shared/contracts/reading.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { namesFit } from '#shared/couples/names-fit.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import { timeZoneOf } from '../signed.ts';
import type { CoupleCare } from './couple-care.ts';
import { commonRecord, ownPartners } from './page-couple.ts';

type LinkRefusal =
  | 'notFound'
  | 'alreadyRecorded'
  | 'alreadyInCouple'
  | 'alreadyLinked'
  | 'identityDisagrees'
  | 'dayRefused';

/**
 * Makes two clients a couple, and the page's record theirs. The clients are held in one order by
 * everybody who does, so that nobody gets into two couples at once.
 */
export function linkCouple(deps: CareDeps): CoupleCare['linkCouple'] {
  return (caller, input) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const linked = await link(care, caller, input, scope.now);
      return linked.ok ? ok({ at: scope.now }) : linked;
    });
  };
}

async function link(
  care: CareRepositories,
  caller: Caller,
  input: LinkCouple,
  now: Instant,
): Promise<Result<null, LinkRefusal>> {
  const { coupleId, partners, page } = input;
  const [one, other] = partners;
  const people = one === other ? null : await ownPartners(care, caller.staffId, partners);
  if (people === null) return refuse('notFound');
  for (const clientId of partners.toSorted()) await care.clients.hold(clientId);
  const standing = await care.couples.find(coupleId);
  if (standing !== null) return isSame(standing, input) ? ok(null) : refuse('alreadyRecorded');
  const [first, second] = page.subjects;
  if (!namesFit([first.name, second.name], people)) return refuse('identityDisagrees');
  const today = dateInZone(now, await timeZoneOf(care));
  if (input.policyAgreedOn > today) return refuse('dayRefused');
  for (const clientId of partners) {
    if ((await care.couples.ofClient(clientId)) !== null) return refuse('alreadyInCouple');
  }
  const recordId = commonRecord(page);
  if (recordId !== null) await care.links.hold(page.ehr, recordId);
  if (!(await recordIsFree(care, input))) return refuse('alreadyLinked');
  await care.couples.link({ ...input, since: today }, caller.staffId);
  if (recordId !== null) {
    const bound = await care.couples.bind(coupleId, { ehr: page.ehr, recordId }, caller.staffId);
    // Thrown, so that no couple stays behind without the record that it was made for.
    if (!bound) throw new AppError('alreadyLinked');
  }
  for (const clientId of partners) {
    await care.audit.append({ action: 'couple.linked', clientId, subject: { coupleId } });
  }
  return ok(null);
}

/**
 * The page's own record is nobody else's; of a page with two records both are linked to these clients.
 */
async function recordIsFree(
  care: CareRepositories,
  { page, partners }: LinkCouple,
): Promise<boolean> {
  const recordId = commonRecord(page);
  if (recordId !== null) {
    const taken =
      (await care.links.ofRecord(page.ehr, recordId)) ??
      (await care.couples.ofRecord({ ehr: page.ehr, recordId }));
    return taken === null;
  }
  const [one, other] = page.subjects;
  const owners = new Set([await ownerOf(care, page, one), await ownerOf(care, page, other)]);
  return partners.every((clientId) => owners.has(clientId));
}

async function ownerOf(
  care: CareRepositories,
  { ehr }: LinkCouple['page'],
  { recordId }: Subject,
): Promise<ClientId | null> {
  if (recordId === null) return null;
  return (await care.links.ofRecord(ehr, recordId))?.clientId ?? null;
}

function isSame(standing: Couple, { partners, secretsPolicy, policyAgreedOn }: LinkCouple) {
  return (
    partners.every((clientId) => standing.partners.includes(clientId)) &&
    standing.secretsPolicy === secretsPolicy &&
    standing.policyAgreedOn === policyAgreedOn
  );
}
