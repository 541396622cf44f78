import type { Role } from '#backend/access/caller.ts';
import type { Scope } from '#backend/store/store.ts';
import type { CalendarDate, TimeZone } from '#shared/contracts/calendar.ts';
import type { ClientId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { CareDeps } from './deps.ts';

/** A sign-in to be made for a member of staff. */
export interface NewAccount {
  readonly practiceId: PracticeId;
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
}

/** Makes a sign-in; refused when the e-mail address has one already, or the password is weak. */
export type OpenAccount = (
  account: NewAccount,
) => Promise<Result<null, 'emailTaken' | 'weakPassword'>>;

/** What the setup does with sign-ins. */
export interface SignIns {
  readonly openAccount: OpenAccount;
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
export function createPracticeSetup(deps: CareDeps, { openAccount, forgetStaff }: SignIns) {
  const scopeOf = (practiceId: PracticeId): Scope => ({
    practiceId,
    actor: { kind: 'system', name: 'practice-setup' },
    requestId: deps.newId(),
    now: deps.now(),
  });

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
      const staffId = deps.newId() as StaffId;
      // The account first: without a member of staff behind it, it opens nothing.
      const account = await openAccount({ practiceId, staffId, displayName, email, password });
      if (!account.ok) return refuse(account.refusal);
      await deps.store.inPractice(scopeOf(practiceId), async (care) => {
        await care.staff.add({ staffId, displayName, role, active: true });
        await care.audit.append({ action: 'staff.added', clientId: null, subject: { staffId } });
      });
      return ok(staffId);
    },

    /**
     * Switches a member of staff off: their sessions open nothing from now on, in this process at
     * once, in others within three seconds. What they did stays recorded under their name.
     */
    async switchOffStaff(practiceId: PracticeId, staffId: StaffId): Promise<void> {
      await deps.store.inPractice(scopeOf(practiceId), async (care) => {
        if (!(await care.staff.switchOff(staffId))) return;
        await care.audit.append({
          action: 'staff.switchedOff',
          clientId: null,
          subject: { staffId },
        });
      });
      forgetStaff(staffId);
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
