import type { Instant } from '#shared/contracts/calendar.ts';
import type { AlertId, StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { alertSeen } from './schema.ts';

/** Who had which evidence of an alert on the screen. */
export class AlertSeenRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Writes it down, the first time. False, and nothing written, when it was known. */
  async add(alertId: AlertId, staffId: StaffId, latestAt: Instant): Promise<boolean> {
    const { practiceId, now } = this.#care.scope;
    const added = await this.#care.db
      .insert(alertSeen)
      .values({ practiceId, alertId, staffId, latestAt, seenAt: now })
      .onConflictDoNothing()
      .returning({ alertId: alertSeen.alertId });
    return added.length > 0;
  }
}
