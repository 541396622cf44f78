import type { Role } from '#backend/access/caller.ts';
import type { CalendarDate, TimeZone } from '#shared/contracts/calendar.ts';
import type { ClientId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { type CareDeps, operatorScope } from './deps.ts';
import { type Departure, switchOffStaff } from './switch-off-staff.ts';

/** Hashes a password for keeping; refused when it is too short or too long to sign in with. */
export type HashPassword = (password: string) => Promise<Result<string, 'weakPassword'>>;

/** What the setup does with sign-ins. */
export interface SignIns {
  readonly hashPassword: HashPassword;
  /** Makes this process forget the sessions of somebody who was switched off. */
  readonly forgetStaff: (staffId: StaffId) => void;
}

/** A member of staff to be added. */
export interface NewStaff {
  readonly displayName: string;
  readonly role: Role;
  readonly email: string;
  readonly password: string;
}

/** A client to be added. */
export interface NewClient {
  readonly displayName: string;
  readonly otherNames: readonly string[];
  readonly birthDate: CalendarDate;
  readonly inCareSince: CalendarDate;
}

/** Sets practices up. Nobody signed in may do this: it is the operator's part, by hand or script. */
export function createPracticeSetup(deps: CareDeps, { hashPassword, forgetStaff }: SignIns) {
  const scopeOf = (practiceId: PracticeId) => operatorScope(deps, practiceId);

  return {
    /** A new practice, without people. */
    async createPractice(facts: { name: string; timeZone: TimeZone }): Promise<PracticeId> {
      const practiceId = deps.newId() as PracticeId;
      await deps.store.inPractice(scopeOf(practiceId), async (care) => {
        await care.practice.create(facts);
        await care.audit.append({ action: 'practice.created', clientId: null, subject: {} });
      });
      return practiceId;
    },

    /** A member of staff with a sign-in. */
    async addStaff(
      practiceId: PracticeId,
      { displayName, role, email, password }: NewStaff,
    ): Promise<Result<StaffId, 'emailTaken' | 'weakPassword'>> {
      const hashed = await hashPassword(password);
      if (!hashed.ok) return hashed;
      const staffId = deps.newId() as StaffId;
      const account = { staffId, displayName, email, passwordHash: hashed.value };
      const added = await deps.store.inPractice(scopeOf(practiceId), async (care) => {
        if (!(await care.accounts.open(account))) return false;
        await care.staff.add({ staffId, displayName, role, active: true });
        await care.audit.append({ action: 'staff.added', clientId: null, subject: { staffId } });
        return true;
      });
      return added ? ok(staffId) : refuse('emailTaken');
    },

    /**
     * Switches a member of staff off: their sessions open nothing from now on, in this process at
     * once, in others within three seconds. What they did stays recorded under their name.
     */
    async switchOffStaff(
      practiceId: PracticeId,
      staffId: StaffId,
      successor: StaffId | null = null,
    ): Promise<Departure> {
      const departure = await switchOffStaff(deps, scopeOf(practiceId), { staffId, successor });
      forgetStaff(staffId);
      return departure;
    },

    /** A client in the caseloads of some clinicians. */
    async addClient(
      practiceId: PracticeId,
      facts: NewClient,
      clinicians: readonly StaffId[],
    ): Promise<ClientId> {
      const clientId = deps.newId() as ClientId;
      await deps.store.inPractice(scopeOf(practiceId), async (care) => {
        await care.clients.add({ clientId, ...facts, otherNames: [...facts.otherNames] });
        await care.audit.append({ action: 'client.added', clientId, subject: {} });
        for (const staffId of clinicians) {
          await care.caseload.assign(staffId, clientId);
          await care.audit.append({ action: 'caseload.assigned', clientId, subject: { staffId } });
        }
      });
      return clientId;
    },
  };
}

/** The operator's part: practices, staff, clients. */
export type PracticeSetup = ReturnType<typeof createPracticeSetup>;
