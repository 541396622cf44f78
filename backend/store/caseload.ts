import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { ClientIdentity } from '#shared/contracts/brief.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { CaseloadRow } from '#shared/contracts/caseload.ts';
import type { EhrId } from '#shared/contracts/ehr.ts';
import type { ClientId, StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { CASELOAD_STATEMENT, SCHEDULE_STATEMENT } from './caseload-statement.ts';
import { identityColumns } from './clients.ts';
import { assignment, client, staff } from './schema.ts';
import type { StaffMember } from './staff.ts';

/** A client of a caseload, as a calendar is compared with it. */
export interface ScheduledClient {
  readonly row: CaseloadRow;
  /** The records of the calendar's EHR that the client is linked to, each with the confirmed name. */
  readonly records: readonly { readonly recordId: string; readonly name: string }[];
}

/** Somebody in whose caseload a client is. */
export interface Holder extends Pick<StaffMember, 'staffId' | 'role'> {
  readonly clientId: ClientId;
}

/** Who is in whose care. A clinician may see exactly the clients in the own caseload. */
export class CaseloadRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Whether the client is in the caseload. "Absent" and "not yours" look alike. */
  async has(staffId: StaffId, clientId: ClientId): Promise<boolean> {
    const rows = await this.#care.db
      .select({ clientId: assignment.clientId })
      .from(assignment)
      .where(
        and(
          eq(assignment.practiceId, this.#care.scope.practiceId),
          eq(assignment.staffId, staffId),
          eq(assignment.clientId, clientId),
          isNull(assignment.endedAt),
        ),
      );
    return rows.length > 0;
  }

  /** Whether the client was in the caseload at a moment, be they in it now or not. */
  async hadAt(staffId: StaffId, clientId: ClientId, at: Instant): Promise<boolean> {
    const rows = await this.#care.db
      .select({ clientId: assignment.clientId })
      .from(assignment)
      .where(
        and(
          eq(assignment.practiceId, this.#care.scope.practiceId),
          eq(assignment.staffId, staffId),
          eq(assignment.clientId, clientId),
          lte(assignment.assignedAt, at),
          or(isNull(assignment.endedAt), gt(assignment.endedAt, at)),
        ),
      );
    return rows.length > 0;
  }

  /** Takes a client out of a caseload; that they were in it stays. True when they were until now. */
  async end(staffId: StaffId, clientId: ClientId): Promise<boolean> {
    const rows = await this.#care.db
      .update(assignment)
      .set({ endedAt: this.#care.scope.now })
      .where(
        and(
          eq(assignment.practiceId, this.#care.scope.practiceId),
          eq(assignment.staffId, staffId),
          eq(assignment.clientId, clientId),
          isNull(assignment.endedAt),
        ),
      )
      .returning({ clientId: assignment.clientId });
    return rows.length > 0;
  }

  /** Puts a client into a caseload, once. True when they were not in it until now. */
  async assign(staffId: StaffId, clientId: ClientId): Promise<boolean> {
    const rows = await this.#care.db
      .insert(assignment)
      .values({
        practiceId: this.#care.scope.practiceId,
        staffId,
        clientId,
        assignedAt: this.#care.scope.now,
      })
      .onConflictDoNothing()
      .returning({ clientId: assignment.clientId });
    return rows.length > 0;
  }

  /** Who is in whose care: every active client with every active member of staff. */
  async pairs(): Promise<readonly { readonly staffId: StaffId; readonly clientId: ClientId }[]> {
    return this.#care.db
      .select({ staffId: assignment.staffId, clientId: assignment.clientId })
      .from(assignment)
      .innerJoin(
        client,
        and(eq(client.practiceId, assignment.practiceId), eq(client.clientId, assignment.clientId)),
      )
      .innerJoin(
        staff,
        and(eq(staff.practiceId, assignment.practiceId), eq(staff.staffId, assignment.staffId)),
      )
      .where(
        and(
          eq(assignment.practiceId, this.#care.scope.practiceId),
          isNull(assignment.endedAt),
          eq(client.active, true),
          eq(staff.active, true),
        ),
      );
  }

  /** Which active members of staff have which of these clients in their caseload. */
  async holdersOf(clientIds: readonly ClientId[]): Promise<readonly Holder[]> {
    return this.#care.db
      .select({ staffId: staff.staffId, role: staff.role, clientId: assignment.clientId })
      .from(assignment)
      .innerJoin(
        staff,
        and(eq(staff.practiceId, assignment.practiceId), eq(staff.staffId, assignment.staffId)),
      )
      .where(
        and(
          eq(assignment.practiceId, this.#care.scope.practiceId),
          inArray(assignment.clientId, [...clientIds]),
          isNull(assignment.endedAt),
          eq(staff.active, true),
        ),
      );
  }

  /** Identifiers of every active client in the caseload, in no order. */
  async identities(staffId: StaffId): Promise<readonly ClientIdentity[]> {
    return this.#care.db
      .select(identityColumns)
      .from(assignment)
      .innerJoin(
        client,
        and(eq(client.practiceId, assignment.practiceId), eq(client.clientId, assignment.clientId)),
      )
      .where(
        and(
          eq(assignment.practiceId, this.#care.scope.practiceId),
          eq(assignment.staffId, staffId),
          isNull(assignment.endedAt),
          eq(client.active, true),
        ),
      );
  }

  /** The caseload with what waits with each client, in no order. */
  async list(staffId: StaffId): Promise<readonly CaseloadRow[]> {
    const { rows } = await this.#care.connection.query<{ row: CaseloadRow }>({
      name: 'caseload',
      text: CASELOAD_STATEMENT,
      values: [this.#care.scope.practiceId, staffId, this.#care.scope.now],
    });
    return rows.map(({ row }) => row);
  }

  /** The same, with what tells the clients apart on a calendar of one EHR. */
  async scheduled(staffId: StaffId, ehr: EhrId): Promise<readonly ScheduledClient[]> {
    type Scheduled = CaseloadRow & Omit<ScheduledClient, 'row'>;
    const { rows } = await this.#care.connection.query<{ row: Scheduled }>({
      name: 'schedule',
      text: SCHEDULE_STATEMENT,
      values: [this.#care.scope.practiceId, staffId, this.#care.scope.now, ehr],
    });
    return rows.map(({ row: { records, ...row } }) => ({ row, records }));
  }
}
