import type { StaffMember } from '#backend/store/staff.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { ClientIdentity } from '#shared/contracts/brief.ts';
import type { CalendarDate, Instant, TimeZone } from '#shared/contracts/calendar.ts';
import type { CustomForm } from '#shared/contracts/custom-form.ts';
import type { PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { type CareDeps, operatorScope } from './deps.ts';

/** A practice on this server. */
export interface RosteredPractice {
  readonly practiceId: PracticeId;
  readonly name: string;
  readonly timeZone: TimeZone;
}

/** A member of staff as the operator sees them. */
export interface RosteredStaff extends StaffMember {
  /** Null for a person without a sign-in. */
  readonly email: string | null;
  /** How many clients are in their caseload; 0 once they are switched off. */
  readonly clients: number;
}

/** A client as the operator sees them. */
export interface RosteredClient extends ClientIdentity {
  readonly inCare: boolean;
  /** When care ended; null for whoever is in care, and where nobody recorded it. */
  readonly careEndedAt: Instant | null;
}

/** Who is there: what the operator needs to know to set practices up. Nothing clinical. */
export function createPracticeRoster(deps: CareDeps) {
  const inPractice = <T>(
    practiceId: PracticeId,
    work: (care: CareRepositories) => Promise<T>,
  ): Promise<T> => deps.store.inPractice(operatorScope(deps, practiceId), work);

  return {
    /** The practice; null when there is none of this id. */
    practice: async (practiceId: PracticeId): Promise<RosteredPractice | null> => {
      const facts = await inPractice(practiceId, (care) => care.practice.read());
      return facts === null ? null : { practiceId, ...facts };
    },

    /** Every practice on this server, oldest first. */
    async practices(): Promise<readonly RosteredPractice[]> {
      const found: RosteredPractice[] = [];
      for (const practiceId of await deps.store.directory.practices()) {
        const practice = await this.practice(practiceId);
        if (practice !== null) found.push(practice);
      }
      return found;
    },

    /** Everybody who works in the practice, by name. */
    staff: (practiceId: PracticeId): Promise<readonly RosteredStaff[]> =>
      inPractice(practiceId, async (care) => {
        const emails = await care.accounts.emails();
        const sizes = sizesOf(await care.caseload.pairs());
        return (await care.staff.list()).map((member) => ({
          ...member,
          email: emails.get(member.staffId) ?? null,
          clients: sizes.get(member.staffId) ?? 0,
        }));
      }),

    /** The forms of the practice's own in their newest versions: those that can be sent, or all. */
    forms: (
      practiceId: PracticeId,
      which: 'inUse' | 'all' = 'inUse',
    ): Promise<readonly CustomForm[]> =>
      inPractice(practiceId, async (care) =>
        (await care.ownForms.list()).flatMap(({ form, retired }) =>
          retired === null || which === 'all' ? [form] : [],
        ),
      ),

    /** Everybody in care by name, then everybody whose care has ended. The look is recorded. */
    clients: (practiceId: PracticeId): Promise<readonly RosteredClient[]> =>
      inPractice(practiceId, async (care) => shown(care, await rosteredClients(care))),

    /** The clients who were born on a day, to find somebody who is there already. Recorded. */
    clientsBornOn: (
      practiceId: PracticeId,
      birthDate: CalendarDate,
    ): Promise<readonly ClientIdentity[]> =>
      inPractice(practiceId, async (care) => shown(care, await care.clients.bornOn(birthDate))),
  };
}

/** Who is there. */
export type PracticeRoster = ReturnType<typeof createPracticeRoster>;

function sizesOf(pairs: readonly { readonly staffId: StaffId }[]): ReadonlyMap<StaffId, number> {
  const sizes = new Map<StaffId, number>();
  for (const { staffId } of pairs) sizes.set(staffId, (sizes.get(staffId) ?? 0) + 1);
  return sizes;
}

async function rosteredClients(care: CareRepositories): Promise<readonly RosteredClient[]> {
  const clients = await care.clients.listAll();
  const gone = clients.filter(({ inCare }) => !inCare).map(({ clientId }) => clientId);
  const ends = await care.audit.lastOf('client.careEnded', gone);
  return clients.map((client) => ({
    ...client,
    careEndedAt: ends.get(client.clientId) ?? null,
  }));
}

/** Records whom the operator is shown. */
async function shown<Client extends ClientIdentity>(
  care: CareRepositories,
  clients: readonly Client[],
): Promise<readonly Client[]> {
  const clientIds = clients.map(({ clientId }) => clientId);
  if (clientIds.length > 0) {
    await care.audit.append({ action: 'clients.listed', clientId: null, subject: { clientIds } });
  }
  return clients;
}
