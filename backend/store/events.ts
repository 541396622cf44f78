import { and, eq, isNull } from 'drizzle-orm';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { CareEvent } from '#shared/contracts/care-event.ts';
import type { ClientId, StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { careEvent } from './schema.ts';

/** An event with whose it is and when it was added; removed ones are still found. */
export interface StoredEvent {
  readonly clientId: ClientId;
  readonly event: CareEvent;
  readonly addedAt: Instant;
}

/** What charts mark. */
export class CareEventRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Adds an event. False when its id was used before; nothing is added then. */
  async add(clientId: ClientId, event: CareEvent, by: StaffId): Promise<boolean> {
    const { eventId, on: happenedOn, kind, label } = event;
    const rows = await this.#care.db
      .insert(careEvent)
      .values({
        practiceId: this.#care.scope.practiceId,
        eventId,
        clientId,
        happenedOn,
        kind,
        label,
        addedBy: by,
        addedAt: this.#care.scope.now,
      })
      .onConflictDoNothing()
      .returning({ eventId: careEvent.eventId });
    return rows.length > 0;
  }

  /** The event, taken away or not; null when there never was one. */
  async find(eventId: string): Promise<StoredEvent | null> {
    const [row] = await this.#care.db.select().from(careEvent).where(this.#isOne(eventId));
    if (row === undefined) return null;
    const { clientId, happenedOn: on, kind, label, addedAt } = row;
    return { clientId, addedAt, event: { eventId, on, kind, label } };
  }

  /** Takes an event away. True when it stood until now. */
  async remove(eventId: string, by: StaffId): Promise<boolean> {
    const rows = await this.#care.db
      .update(careEvent)
      .set({ removedBy: by, removedAt: this.#care.scope.now })
      .where(and(this.#isOne(eventId), isNull(careEvent.removedAt)))
      .returning({ eventId: careEvent.eventId });
    return rows.length > 0;
  }

  /** Picks one event of the practice. */
  #isOne(eventId: string) {
    return and(
      eq(careEvent.practiceId, this.#care.scope.practiceId),
      eq(careEvent.eventId, eventId),
    );
  }
}
