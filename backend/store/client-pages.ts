import { and, eq, exists, isNull, sql } from 'drizzle-orm';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ProgressAs } from '#shared/contracts/client-page.ts';
import type { ClientLanguage } from '#shared/contracts/contact.ts';
import type { AdministrationId, ClientId, StaffId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import {
  administration,
  client,
  clientContact,
  clientPreference,
  coupleConsent,
  couplePartner,
  sending,
  withheldMeasure,
} from './schema.ts';

/** Whoever a link was made for, and how the page speaks to them. */
export interface LinkHolder {
  readonly clientId: ClientId;
  readonly birthDate: CalendarDate;
  /** False once the client is no longer in care. */
  readonly active: boolean;
  /** Null while nobody has set one. */
  readonly language: ClientLanguage | null;
  /** ISO 3166-1 alpha-2; null while nobody has set one. */
  readonly country: string | null;
  /** How it was handed over; null for one that was made before this was kept. */
  readonly way: 'message' | 'link' | 'kiosk' | null;
  /** Whether a partner may see something of theirs, as far as they themselves agreed to it. */
  readonly shares: boolean;
}

/** What the client's own page needs beside the questions. */
export class ClientPageRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Whom a link to an administration was made for; null when there is no such administration. */
  async holder(administrationId: AdministrationId): Promise<LinkHolder | null> {
    const { practiceId } = this.#care.scope;
    const [row] = await this.#care.db
      .select({
        clientId: client.clientId,
        birthDate: client.birthDate,
        active: client.active,
        language: clientContact.language,
        country: clientContact.country,
        way: sending.way,
        shares: this.#shares(),
      })
      .from(administration)
      .innerJoin(
        client,
        and(
          eq(client.practiceId, administration.practiceId),
          eq(client.clientId, administration.clientId),
        ),
      )
      .leftJoin(
        clientContact,
        and(
          eq(clientContact.practiceId, client.practiceId),
          eq(clientContact.clientId, client.clientId),
        ),
      )
      .leftJoin(
        sending,
        and(
          eq(sending.practiceId, administration.practiceId),
          eq(sending.administrationId, administration.administrationId),
        ),
      )
      .where(
        and(
          eq(administration.practiceId, practiceId),
          eq(administration.administrationId, administrationId),
        ),
      );
    return row ?? null;
  }

  /** A consent of a query's `client` that nobody has taken back. Asked a day too long rather than too short. */
  #shares() {
    const standing = this.#care.db
      .select({ one: sql`1` })
      .from(coupleConsent)
      .innerJoin(
        couplePartner,
        and(
          eq(couplePartner.practiceId, coupleConsent.practiceId),
          eq(couplePartner.coupleId, coupleConsent.coupleId),
          eq(couplePartner.clientId, coupleConsent.clientId),
        ),
      )
      .where(
        and(
          eq(coupleConsent.practiceId, client.practiceId),
          eq(coupleConsent.clientId, client.clientId),
          isNull(coupleConsent.revokedAt),
          isNull(couplePartner.endedAt),
          sql`${coupleConsent.expiresOn} >= ${this.#care.scope.now}::timestamptz::date - 1`,
        ),
      );
    return sql<boolean>`${exists(standing)}`;
  }

  /** How a client likes to read the own progress; in words where nobody said so. */
  async progressAs(clientId: ClientId): Promise<ProgressAs> {
    const [row] = await this.#care.db
      .select({ progressAs: clientPreference.progressAs })
      .from(clientPreference)
      .where(
        and(
          eq(clientPreference.practiceId, this.#care.scope.practiceId),
          eq(clientPreference.clientId, clientId),
        ),
      );
    return row?.progressAs ?? 'words';
  }

  /** Keeps how a client likes to read the own progress. */
  async chooseProgress(clientId: ClientId, progressAs: ProgressAs): Promise<void> {
    const { practiceId, now: changedAt } = this.#care.scope;
    await this.#care.db
      .insert(clientPreference)
      .values({ practiceId, clientId, progressAs, changedAt })
      .onConflictDoUpdate({
        target: [clientPreference.practiceId, clientPreference.clientId],
        set: { progressAs, changedAt },
      });
  }

  /** Measures whose scores a clinician keeps from the client's page, by `Measure.id`. */
  async withheld(clientId: ClientId): Promise<ReadonlySet<string>> {
    const rows = await this.#care.db
      .select({ measureId: withheldMeasure.measureId })
      .from(withheldMeasure)
      .where(
        and(
          eq(withheldMeasure.practiceId, this.#care.scope.practiceId),
          eq(withheldMeasure.clientId, clientId),
          isNull(withheldMeasure.shownAgainAt),
        ),
      );
    return new Set(rows.map(({ measureId }) => measureId));
  }

  /** Keeps a measure from the client's page. True when it was shown until now. */
  async withhold(clientId: ClientId, measureId: string, by: StaffId): Promise<boolean> {
    if ((await this.withheld(clientId)).has(measureId)) return false;
    const { practiceId, now: withheldAt } = this.#care.scope;
    await this.#care.db
      .insert(withheldMeasure)
      .values({ practiceId, clientId, measureId, withheldBy: by, withheldAt });
    return true;
  }

  /** Shows a measure on the client's page again. True when it was withheld until now. */
  async showAgain(clientId: ClientId, measureId: string, by: StaffId): Promise<boolean> {
    const rows = await this.#care.db
      .update(withheldMeasure)
      .set({ shownAgainAt: this.#care.scope.now, shownAgainBy: by })
      .where(
        and(
          eq(withheldMeasure.practiceId, this.#care.scope.practiceId),
          eq(withheldMeasure.clientId, clientId),
          eq(withheldMeasure.measureId, measureId),
          isNull(withheldMeasure.shownAgainAt),
        ),
      )
      .returning({ measureId: withheldMeasure.measureId });
    return rows.length > 0;
  }
}
