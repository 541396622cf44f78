import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { AuditEvent } from '#backend/audit/events.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { auditEvent } from './schema.ts';
import { actorId } from './scope.ts';

/** A row of the audit log. */
export interface AuditRow {
  readonly at: Instant;
  readonly actorKind: 'staff' | 'client' | 'system';
  readonly actorId: string;
  readonly action: string;
  readonly clientId: ClientId | null;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

/** The audit log of the practice. Rows are added in the transaction of what they record. */
export class AuditRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Adds an event. When this fails, the transaction fails, and with it what it records. */
  async append(event: AuditEvent): Promise<void> {
    await this.#care.db.insert(auditEvent).values({
      practiceId: this.#care.scope.practiceId,
      eventId: this.#care.newId(),
      at: this.#care.scope.now,
      actorKind: this.#care.scope.actor.kind,
      actorId: actorId(this.#care.scope.actor),
      action: event.action,
      clientId: event.clientId,
      subject: event.subject,
      requestId: this.#care.scope.requestId,
    });
  }

  /** When something was last recorded of each of these clients; whom it never was of is absent. */
  async lastOf(
    action: AuditEvent['action'],
    clientIds: readonly ClientId[],
  ): Promise<ReadonlyMap<ClientId, Instant>> {
    const rows = await this.#care.db
      .selectDistinctOn([auditEvent.clientId], { clientId: auditEvent.clientId, at: auditEvent.at })
      .from(auditEvent)
      .where(
        and(
          eq(auditEvent.practiceId, this.#care.scope.practiceId),
          eq(auditEvent.action, action),
          inArray(auditEvent.clientId, [...clientIds]),
        ),
      )
      .orderBy(auditEvent.clientId, desc(auditEvent.at));
    return new Map(rows.flatMap(({ clientId, at }) => (clientId === null ? [] : [[clientId, at]])));
  }

  /** Everything that was recorded about a client, alone or among others, oldest first. */
  async ofClient(clientId: ClientId): Promise<readonly AuditRow[]> {
    return this.#care.db
      .select({
        at: auditEvent.at,
        actorKind: auditEvent.actorKind,
        actorId: auditEvent.actorId,
        action: auditEvent.action,
        clientId: auditEvent.clientId,
        subject: auditEvent.subject,
        requestId: auditEvent.requestId,
      })
      .from(auditEvent)
      .where(
        and(
          eq(auditEvent.practiceId, this.#care.scope.practiceId),
          or(
            eq(auditEvent.clientId, clientId),
            sql`${auditEvent.subject} @> ${JSON.stringify({ clientIds: [clientId] })}::jsonb`,
          ),
        ),
      )
      .orderBy(asc(auditEvent.at), asc(auditEvent.eventId));
  }
}
