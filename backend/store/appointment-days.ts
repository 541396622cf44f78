import { and, asc, eq, gte, isNotNull, isNull } from 'drizzle-orm';
import type { TellAppointments } from '#shared/contracts/between-procedures.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ClientId, StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { appointmentDay } from './schema.ts';

/** Days on which clients have appointments, as far as somebody told. */
export class AppointmentDayRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** The days of a client from a day on, ascending. */
  async of(clientId: ClientId, from: CalendarDate): Promise<CalendarDate[]> {
    const rows = await this.#care.db
      .select({ day: appointmentDay.day })
      .from(appointmentDay)
      .where(
        and(
          this.#ofClient(clientId),
          gte(appointmentDay.day, from),
          isNull(appointmentDay.takenBackAt),
        ),
      )
      .orderBy(asc(appointmentDay.day));
    return rows.map(({ day }) => day);
  }

  /**
   * Adds days that are not known yet; those that were added. A day that a person took back stays so,
   * however often a page shows it: only a person brings it back.
   */
  async tell(
    { clientId, days, by }: TellAppointments,
    toldBy: StaffId,
  ): Promise<readonly CalendarDate[]> {
    if (days.length === 0) return [];
    const { practiceId, now: toldAt } = this.#care.scope;
    const inserted = this.#care.db
      .insert(appointmentDay)
      .values(days.map((day) => ({ practiceId, clientId, day, toldBy, toldAt })));
    const told =
      by === 'page'
        ? inserted.onConflictDoNothing()
        : inserted.onConflictDoUpdate({
            target: [appointmentDay.practiceId, appointmentDay.clientId, appointmentDay.day],
            set: { toldBy, toldAt, takenBackAt: null },
            setWhere: isNotNull(appointmentDay.takenBackAt),
          });
    const added = await told.returning({ day: appointmentDay.day });
    return added.map(({ day }) => day);
  }

  /** Takes a day back. False when it was not known, or taken back before. */
  async takeBack(clientId: ClientId, day: CalendarDate): Promise<boolean> {
    const rows = await this.#care.db
      .update(appointmentDay)
      .set({ takenBackAt: this.#care.scope.now })
      .where(
        and(
          this.#ofClient(clientId),
          eq(appointmentDay.day, day),
          isNull(appointmentDay.takenBackAt),
        ),
      )
      .returning({ day: appointmentDay.day });
    return rows.length > 0;
  }

  /** Picks the days of one client of the practice. */
  #ofClient(clientId: ClientId) {
    return and(
      eq(appointmentDay.practiceId, this.#care.scope.practiceId),
      eq(appointmentDay.clientId, clientId),
    );
  }
}
